// Some weeks of a small shop, as an import file: days that are busier than nights, weekends that are not, one surge,
// and some customers who wait right now. The same seed is the same history.
//   node e2e/history.mjs 60 > history.ndjson
import { pathToFileURL } from 'node:url';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const agents = [
    ['mara.lindqvist@shop.example', 'Mara Lindqvist'],
    ['bo.keller@shop.example', 'Bo Keller'],
    ['ines.duarte@shop.example', 'Inês Duarte'],
];
const topics = [
    ['Where is my parcel?', 'It left us yesterday; the number to follow it is 1Z 204.', 'Delivery'],
    ['Refund for order 2203', 'The amount is on its way back to your card.', 'Refund'],
    ['The lamp flickers', 'Please try another bulb; if it stays, we send a new one.', 'Product'],
    ['Invoice without our name', 'Here it is with your name on it.', 'Invoice'],
];
/** For how long customers have waited by now, by team, in minutes. */
export const WAITING = { Orders: [1, 25, 130], Workshop: [28, 32, 200, 310] };

/** How much comes in an hour of the day, of 1. */
const busy = [
    0.02, 0.01, 0.01, 0.01, 0.02, 0.05, 0.15, 0.4, 0.8, 1, 1, 0.9, 0.6, 0.7, 0.9, 1, 0.8, 0.6, 0.4,
    0.35, 0.3, 0.2, 0.1, 0.05,
];

/** Numbers between 0 and 1 that only look like chance (Mulberry32). */
function chance(seed) {
    let state = seed;
    return () => {
        state = (state + 0x6d2b79f5) | 0;
        let t = Math.imul(state ^ (state >>> 15), 1 | state);
        t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
        return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
    };
}

/** @param {{ days?: number, now?: number, name?: string, perHour?: number }} [options] @returns {string} NDJSON */
export function history({ days = 60, now = Date.now(), name = 'h', perHour = 3 } = {}) {
    const next = chance(20_261_127);
    const pick = (list) => list[Math.floor(next() * list.length)];
    const lines = [];
    let count = 0;
    const tell = (conversation, at, its) =>
        lines.push(JSON.stringify({ conversation, at: new Date(at).toISOString(), ...its }));

    function begin(at, team) {
        const conversation = `${name}-${++count}`;
        const customer = { customer: `c${1 + Math.floor(next() * 400)}@customer.example` };
        const [subject, answer, label] = pick(topics);
        const channel = next() < 0.7 ? 'email' : 'chat';
        tell(conversation, at, { type: 'assign', from: { agent: agents[0][0] }, team });
        tell(conversation, at, {
            type: 'message',
            from: customer,
            channel,
            subject,
            text: `${subject} (${conversation})`,
        });
        return { conversation, customer, answer, label };
    }

    function whole(at, team) {
        const { conversation, customer, answer, label } = begin(at, team);
        const [email, agentName] = pick(agents);
        const agent = { agent: email, name: agentName };
        const hourOfDay = new Date(at).getUTCHours();
        // who writes at night waits for the morning
        const morning = hourOfDay >= 18 ? 24 + 8 - hourOfDay : Math.max(0, 8 - hourOfDay);
        let then = at + morning * hour + (2 + next() * next() * 90) * minute;
        const say = (what, its) =>
            then < now - hour / 2 && tell(conversation, then, { ...what, ...its });
        say({ type: 'assign', from: agent }, { agent: email });
        say({ type: 'label', from: agent }, { add: [label] });
        say({ type: 'message', from: agent }, { text: answer });
        if (next() < 0.4) {
            then += (5 + next() * 60) * minute;
            say({ type: 'message', from: customer }, { text: 'Thank you. And until when?' });
            then += (3 + next() * 40) * minute;
            say({ type: 'message', from: agent }, { text: 'Until Friday.' });
        }
        then += (5 + next() * 180) * minute;
        say({ type: 'status', from: agent }, { status: 'resolved' });
        then += hour;
        if (next() < 0.35)
            say(
                { type: 'rating', from: customer },
                { survey: 'csat', score: next() < 0.82 ? 5 : 2 },
            );
    }

    const isWeekend = (at) => new Date(at).getUTCDay() % 6 === 0;
    const first = Math.floor(now / day) * day - (days - 1) * day;
    // one surge, in the morning of the last working day that is two days ago
    let surge = first + (days - 3) * day + 10 * hour;
    while (isWeekend(surge)) surge -= day;
    for (let at = first; at < now - 6 * hour; at += hour) {
        const share = busy[new Date(at).getUTCHours()] * (isWeekend(at) ? 0.3 : 1);
        const times = at === surge ? 6 : 1;
        const many = Math.round(perHour * share * times * (0.7 + next() * 0.6));
        for (let n = 0; n < many; n++)
            whole(at + next() * 59 * minute, next() < 0.6 ? 'Orders' : 'Workshop');
    }
    for (let n = 0; n < 9; n++) whole(now - (5 - n / 2) * hour, n % 2 ? 'Orders' : 'Workshop');
    for (const [team, waits] of Object.entries(WAITING))
        for (const minutes of waits) begin(now - minutes * minute, team);
    // somebody has something to do at every hour of the day
    const { conversation, answer } = begin(now - 3 * hour, 'Orders');
    const mara = { agent: agents[0][0], name: agents[0][1] };
    tell(conversation, now - 3 * hour + minute, { type: 'assign', from: mara, agent: mara.agent });
    tell(conversation, now - 3 * hour + 2 * minute, { type: 'message', from: mara, text: answer });
    return `${lines.join('\n')}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
    process.stdout.write(history({ days: Number(process.argv[2] ?? 60) }));
