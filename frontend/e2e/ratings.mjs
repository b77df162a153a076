// Ratings by mail against the real product: resolved conversations are asked for, some customers answer by the link in their mail, and
// the report says who of them answered.
//   FIRTH_URL, FIRTH_SMTP_PORT, FIRTH_ADMIN_EMAIL, FIRTH_ADMIN_PASSWORD   where it is and who may enter
//   FIRTH_SHOTS     a folder for a picture of each screen (default: none are made)
// Ends with 0 when every step held.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { signIn, visit } from './agent.mjs';
import { launch } from './browser.mjs';
import { looker } from './look.mjs';
import { deliver } from './smtp.mjs';

const url = process.env.FIRTH_URL ?? 'http://localhost:8080';
const smtp = { port: Number(process.env.FIRTH_SMTP_PORT ?? 2525) };
const shots = process.env.FIRTH_SHOTS;
if (shots) mkdirSync(shots, { recursive: true });
const soon = { timeout: 60_000 };

/** How often each was answered before it was resolved, and what its customer says; nothing from the silent ones. */
const matters = [
    { replies: 1, score: 5 },
    { replies: 1, score: 4 },
    { replies: 1, score: null },
    { replies: 2, score: 2 },
    { replies: 3, score: null },
    { replies: 0, score: null },
    { replies: 0, score: 1 },
    { replies: 1, score: 5 },
];

const { browser, close } = await launch();
const { page, complaints } = await visit(browser, url);
const look = looker(page, shots);

const api = async (method, at, data) => {
    const answer = await page.request.fetch(at, {
        method,
        ...(data ? { data } : {}),
        headers: { Origin: url },
    });
    assert.ok(answer.ok(), `${method} ${at}: ${answer.status()} ${await answer.text()}`);
    return answer.status() === 204 ? null : answer.json();
};
async function until(holds) {
    for (let tries = 0; tries < 200; tries++) {
        const found = await holds();
        if (found) return found;
        await page.waitForTimeout(250);
    }
    throw new Error(`not so after 50 s: ${holds}`);
}

async function resolved({ replies }, at, to) {
    const subject = `A matter ${at}`;
    const from = `customer${at}@rated.example`;
    await deliver(smtp, { from, name: `Customer ${at}`, to, subject, text: `Question ${at}` });
    const found = async () =>
        (await api('GET', '/api/conversations?view=all&limit=50')).items.find(
            (each) => each.subject === subject,
        );
    const { id } = await until(found);
    for (let nth = 0; nth < replies; nth++) {
        const { last_public_seq: seen } = await api('GET', `/api/conversations/${id}`);
        await api('POST', `/api/conversations/${id}/messages`, {
            kind: 'reply',
            text: `Answer ${nth + 1} to matter ${at}`,
            base_seq: seen,
        });
    }
    await api('PATCH', `/api/conversations/${id}`, { status: 'resolved' });
    return id;
}

/** The link of the question in the mail that was captured. */
const link = (id) =>
    until(async () => {
        const { items } = await api('GET', '/api/deliveries?state=captured');
        for (const { conversation, url: mail } of items) {
            if (conversation !== id) continue;
            const text = (await (await page.request.get(mail)).text()).replace(/=\r?\n/g, '');
            const found = /\/rate\/[A-Za-z0-9_-]{43}/.exec(text);
            if (found) return found[0];
        }
        return null;
    });

try {
    await signIn(page, process.env.FIRTH_ADMIN_EMAIL ?? '', process.env.FIRTH_ADMIN_PASSWORD ?? '');
    const { accounts } = await api('GET', '/api/surveys/policy');
    for (const { account, name, channel, ...policy } of accounts) {
        if (channel !== 'email') continue;
        const asks = { asks: true, scale: 'faces', delay_minutes: 0, quiet_days: 0 };
        await api('PUT', `/api/surveys/policy/${account}`, { ...policy, ...asks });
        console.log(`  ${name} asks`);
    }
    const to = (await api('GET', '/api/channels'))[0].address;
    for (const [at, matter] of matters.entries()) {
        const id = await resolved(matter, at, to);
        if (matter.score === null) continue;
        const answer = await page.request.post(await link(id), {
            form: { score: matter.score, comment: '' },
        });
        assert.ok(answer.ok(), await answer.text());
    }
    await page.goto('/reports?metric=csat&preset=today');
    await page.getByText('Who answers').first().waitFor(soon);
    await page.getByText('75 %').first().waitFor(soon);
    await look('reports-who-answers');
    assert.deepEqual(complaints, []);
    console.log('1 passed, 0 failed');
} finally {
    await close();
}
