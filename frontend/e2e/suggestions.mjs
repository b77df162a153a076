// Suggested replies in a browser against the real product: mails are answered and resolved, the next one who asks is offered the
// answer, it is sent and followed, and the figures tell of it.
//   FIRTH_URL, FIRTH_SMTP_PORT, FIRTH_ADMIN_EMAIL, FIRTH_ADMIN_PASSWORD   where it is and who may enter
//   FIRTH_E2E_OUT   where a picture is left when something fails (default: target/e2e)
//   FIRTH_SHOTS     a folder for a picture of each screen (default: none are made)
// Ends with 0 when every step held.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join as path } from 'node:path';
import { goTo, open, signIn, thread, visit } from './agent.mjs';
import { launch } from './browser.mjs';
import { looker } from './look.mjs';
import { deliver } from './smtp.mjs';

const url = process.env.FIRTH_URL ?? 'http://localhost:8080';
const smtp = { port: Number(process.env.FIRTH_SMTP_PORT ?? 2525) };
const out = process.env.FIRTH_E2E_OUT ?? 'target/e2e';
const shots = process.env.FIRTH_SHOTS;
for (const folder of [out, shots]) if (folder) mkdirSync(folder, { recursive: true });
const soon = { timeout: 60_000 };

const returns =
    'you can send it back within thirty days. You find the label in your account under Orders, and the money comes back within a week.';
const charged =
    'the second charge was only a reservation by your bank, which it releases within three working days.';
const past = [
    ['Ada Lovelace', 'How do I send back a jacket that does not fit?', returns],
    ['Grace Hopper', 'I want to return the jacket, it is too small for me.', returns],
    ['Katherine Johnson', 'Can I send the shoes back? They do not fit.', returns],
    ['Mary Shelley', 'How can I return my order?', returns],
    ['Emmy Noether', 'My card was charged twice.', charged],
    ['Lise Meitner', 'Why did you charge my card two times?', charged],
    ['Ida Rhodes', 'There are two charges on my card for one order.', charged],
];

const { browser, close } = await launch();
const { page, complaints } = await visit(browser, url);
const look = looker(page, shots);
let passed = 0;
let failed = 0;
let to = '';

async function step(name, work) {
    const began = Date.now();
    try {
        await work();
        passed++;
        console.log(`  ✓ ${name} (${Date.now() - began} ms)`);
    } catch (failure) {
        failed++;
        console.log(`  ✗ ${name}\n${failure.stack}`);
        await page
            .screenshot({ path: path(out, `suggestions-${failed}.png`) })
            .catch(() => undefined);
    }
}

const api = async (method, at, data) => {
    const answer = await page.request.fetch(at, {
        method,
        ...(data ? { data } : {}),
        headers: { Origin: url },
    });
    assert.ok(answer.ok(), `${method} ${at}: ${answer.status()} ${await answer.text()}`);
    return answer.status() === 204 ? null : answer.json();
};
const mail = (name, subject, text) =>
    deliver(smtp, {
        from: `${name.toLowerCase().replace(' ', '.')}@customer.example`,
        name,
        to,
        subject,
        text,
    });
const card = page.getByRole('region', { name: 'Suggested reply' });
const conversations = async () => (await api('GET', '/api/conversations?view=all&limit=50')).items;
async function until(holds) {
    for (let tries = 0; tries < 200; tries++) {
        const found = await holds();
        if (found) return found;
        await page.waitForTimeout(250);
    }
    throw new Error(`not so after 50 s: ${holds}`);
}

async function told([name, question, answer], at) {
    const subject = `${question.split(' ').slice(0, 6).join(' ')} (${at})`;
    await mail(name, subject, `Hello,\n\n${question}\n\n${name.split(' ')[0]}`);
    const its = await until(async () =>
        (await conversations()).find((each) => each.subject === subject),
    );
    const text = `Hi ${name.split(' ')[0]},\n\n${answer}\n\nBest wishes\nMara`;
    await api('POST', `/api/conversations/${its.id}/messages`, {
        kind: 'reply',
        text,
        base_seq: its.last_public_seq,
        then: { status: 'resolved' },
    });
}

await step('questions are answered and resolved', async () => {
    await page.goto('/');
    await signIn(page, process.env.FIRTH_ADMIN_EMAIL, process.env.FIRTH_ADMIN_PASSWORD);
    to = (await api('GET', '/api/channels'))[0].address;
    for (const [at, each] of past.entries()) await told(each, at);
});

await step('the next one who asks is offered what the others were told', async () => {
    await mail(
        'Rosalind Franklin',
        'A jacket',
        'Hello, my new jacket does not fit, how can I return it?',
    );
    await goTo(page, 'All');
    await until(async () => {
        const its = (await conversations()).find(({ subject }) => subject === 'A jacket');
        return its && (await api('POST', `/api/conversations/${its.id}/suggestions`)).items.length;
    });
    await open(page, 'A jacket');
    await card.getByText('Hi Rosalind,').waitFor(soon);
    await card.getByText(/Used 4 times/).waitFor();
    await look('suggestion');
});

await step('⌘J inserts it, it is sent, and that is noted', async () => {
    await page.keyboard.press('Control+j');
    const field = page.getByRole('textbox', { name: 'Reply' });
    await page.waitForFunction(() =>
        document.querySelector('textarea')?.value.startsWith('Hi Rosalind,'),
    );
    assert.equal(await card.count(), 0, 'what was inserted is not offered');
    await field.press('Control+Enter');
    await thread(page).getByText('within thirty days').first().waitFor();
    const { id } = (await conversations()).find(({ subject }) => subject === 'A jacket');
    const used = await until(async () =>
        (await api('GET', `/api/conversations/${id}`)).interactions.find(
            ({ type }) => type === 'suggestion_used',
        ),
    );
    assert.equal(used.similarity, 1);
});

await step('one that does not help goes, and the figures tell of both', async () => {
    await mail('Hedy Lamarr', 'Shoes', 'Can I send these shoes back? They do not fit me at all.');
    await open(page, 'Shoes');
    await card.getByRole('button', { name: 'Not helpful' }).click(soon);
    await card.waitFor({ state: 'detached' });
    const share = async (metric) => {
        const today = new Date();
        const day = (add) =>
            new Date(today.getTime() + add * 86_400_000).toISOString().slice(0, 10);
        const answer = await api(
            'GET',
            `/api/reports/metrics?metric=${metric}&from=${day(-1)}&to=${day(1)}`,
        );
        return JSON.stringify(answer);
    };
    await until(async () => /"value":0\.5/.test(await share('suggestion_acceptance')));
    await until(async () => /"value":0\.5/.test(await share('suggestion_dismissed')));
});

await step('the report of it, and of the kinds of messages', async () => {
    for (const [name, at] of [
        ['acceptance', '/reports?metric=suggestion_acceptance&preset=today'],
        ['kinds', '/reports?metric=messages_received&group=kind&preset=7d'],
    ]) {
        await page.goto(at);
        await page.getByRole('table').first().waitFor(soon);
        await look(`reports-${name}`);
    }
});

await step('the browser had nothing to complain of', () => assert.deepEqual(complaints, []));
await close();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
