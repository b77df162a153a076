// The chat in two browsers against the real product: a visitor on /demo, an agent in the inbox.
//   FIRTH_URL, FIRTH_ADMIN_EMAIL, FIRTH_ADMIN_PASSWORD   where it is and who may enter
//   FIRTH_KILLED    set when somebody kills the server and starts it again after reading "Kill the server now."
//   FIRTH_E2E_OUT   where a picture is left when something fails (default: target/e2e)
//   FIRTH_LIVE_MS   how long a message may take from one screen to the other (default: 1000)
// Ends with 0 when every step held.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { goTo, rows, signIn, thread, visit, write } from './agent.mjs';
import { examineFrame } from './axe.mjs';
import { launch } from './browser.mjs';
import { launcher, openChat, panelOf, say, spoken, stroll, toTalk, until } from './visitor.mjs';

const url = process.env.FIRTH_URL ?? 'http://localhost:8080';
const email = process.env.FIRTH_ADMIN_EMAIL ?? 'admin@example.com';
const password = process.env.FIRTH_ADMIN_PASSWORD ?? '';
const out = process.env.FIRTH_E2E_OUT ?? 'target/e2e';
const liveMs = Number(process.env.FIRTH_LIVE_MS ?? 1000);

const run = Date.now().toString(36);
const FIRST = `My lamp ${run} flickers.`;
const ANSWER = 'Which one is it?';
const lines = (what, count) => Array.from({ length: count }, (_, n) => `${what} ${n + 1}`);

const shots = join(out, 'rating');
mkdirSync(shots, { recursive: true });

let passed = 0;
async function step(name, work) {
    const began = Date.now();
    await work();
    passed++;
    console.log(`  ✓ ${name} (${Date.now() - began} ms)`);
}

const { browser, close } = await launch();
const mara = await visit(browser, url);
const ada = await stroll(browser, `${url}/demo`);
let panel;
let conversation = '';

const replies = async (...texts) => {
    for (const text of texts) {
        await write(mara.page, 'r', text);
        await mara.page.keyboard.press('Control+Enter');
        await thread(mara.page).getByText(text, { exact: true }).waitFor();
        await until(mara.page, `"${text}" is sent`, async () =>
            (await recorded()).includes(`> ${text}`),
        );
    }
};
const seen = async () => (await spoken(panel)).map(({ own, text }) => (own ? '< ' : '> ') + text);
const waits = async () => (await spoken(panel)).filter((each) => each.waits).length;
const hears = (text) => panel.getByText(text, { exact: true }).waitFor({ timeout: 15_000 });

/** What the inbox has, in its order: from the visitor, to the visitor. */
async function recorded() {
    const answer = await mara.page.request.get(`/api/conversations/${conversation}`);
    const { interactions } = await answer.json();
    return interactions
        .filter(({ type }) => type === 'message')
        .map(({ direction, text }) => (direction === 'in' ? '< ' : '> ') + text.trim());
}

/** Both sides show the same messages in the same order, each once. */
async function agree(count) {
    await until(ada.page, 'nothing waits any more', async () => (await waits()) === 0, 60_000);
    await until(ada.page, 'the visitor has all', async () => {
        const all = (await seen()).length;
        return all === count || all;
    });
    assert.deepEqual(await seen(), await recorded());
    await until(mara.page, 'the agent’s screen has all', async () => {
        const all = await thread(mara.page).locator('article').count();
        return all === count || all;
    });
}

async function timed(work) {
    const began = Date.now();
    await work();
    const took = Date.now() - began;
    console.log(`    ${took} ms`);
    assert.ok(took <= liveMs, `it took ${took} ms`);
}

const hasNoVisitorYet = async () => {
    assert.deepEqual(await ada.context.cookies(), []);
    assert.deepEqual(await ada.page.evaluate(() => Object.keys(localStorage)), []);
};

async function journey() {
    await step(
        'an agent is in the inbox, a visitor is in the shop, and nobody knows the visitor',
        async () => {
            await signIn(mara.page, email, password);
            await goTo(mara.page, 'All');
            await launcher(ada.page).waitFor({ state: 'attached' });
            await hasNoVisitorYet();
            panel = await openChat(ada.page);
            await toTalk(panel);
            await hasNoVisitorYet();
        },
    );

    await step(`what the visitor writes is in the list within ${liveMs} ms`, async () => {
        await panel.getByRole('textbox', { name: 'Write a message' }).fill(FIRST);
        await ada.page.keyboard.press('Enter');
        await timed(() => rows(mara.page, run).first().waitFor());
        await rows(mara.page, run).first().click();
        await thread(mara.page).getByText(FIRST).first().waitFor();
        conversation = new URL(mara.page.url()).pathname.split('/').at(-1);
    });

    await step('the visitor sees that somebody types, and reads the answer at once', async () => {
        await write(mara.page, 'r', ANSWER);
        await panel.locator('.dots').waitFor();
        await mara.page.keyboard.press('Control+Enter');
        await timed(() => hears(ANSWER));
        await agree(2);
    });

    await step('a picture goes from the visitor to the agent', async () => {
        const picture = await ada.page.screenshot();
        const file = { name: 'lamp.png', mimeType: 'image/png', buffer: picture };
        await panel.locator('input[type=file]').setInputFiles(file);
        await until(ada.page, 'it is uploaded', async () =>
            panel.getByRole('button', { name: 'Send' }).isEnabled(),
        );
        await say(panel, 'Here it is:');
        await panel.locator('.picture img').waitFor();
        await thread(mara.page).getByText('lamp.png').first().waitFor();
        await agree(3);
    });

    await step('without a network both go on; then both have all of it, in order', async () => {
        await ada.cut();
        await panel.getByText('No connection.').waitFor();
        const typed = lines('offline', 10);
        for (const line of typed) await say(panel, line);
        await until(ada.page, 'all wait', async () => (await waits()) === 10);
        await replies(...lines('meanwhile', 5));
        await ada.mend();
        await agree(18);
    });

    if (process.env.FIRTH_KILLED) {
        await step(
            'the server is killed in the middle of it, and nobody loses or doubles a word',
            async () => {
                const typed = lines('killed', 15);
                for (const line of typed.slice(0, 5)) await say(panel, line);
                console.log('Kill the server now.');
                for (const line of typed.slice(5, 10)) await say(panel, line);
                await until(ada.page, 'it is down', async () => !(await isUp()), 60_000);
                for (const line of typed.slice(10)) await say(panel, line);
                await until(ada.page, 'it is up again', isUp, 120_000);
                await agree(33);
                await replies('I am still here.');
                await agree(34);
            },
        );
    }

    await step('on the next page the visitor goes on where they were', async () => {
        const before = await seen();
        await ada.page.reload();
        panel = await openChat(ada.page);
        await toTalk(panel);
        await until(ada.page, 'all of it', async () => (await seen()).length === before.length);
        assert.deepEqual(await seen(), before);
    });

    await step('what is answered while the chat is closed is told', async () => {
        await ada.page.keyboard.press('Escape');
        await replies('One more thing.');
        await ada.page.reload();
        panel = await panelOf(ada.page);
        await openChat(ada.page);
        await panel.getByText('1 new message').waitFor();
    });

    await step(
        'after it is resolved the visitor is asked how it was, and the agent reads it',
        async () => {
            const { request } = mara.page;
            const { accounts } = await (await request.get('/api/surveys/policy')).json();
            for (const { account, name, channel, ...policy } of accounts) {
                if (channel !== 'chat') continue;
                const data = {
                    ...policy,
                    asks: true,
                    scale: 'faces',
                    delay_minutes: 0,
                    quiet_days: 0,
                };
                assert.ok(
                    (await request.put(`/api/surveys/policy/${account}`, { data })).ok(),
                    name,
                );
            }
            await request.patch(`/api/conversations/${conversation}`, {
                data: { status: 'resolved' },
            });
            await toTalk(panel);
            const card = panel.getByRole('region', { name: 'How satisfied are you' });
            await card.getByRole('button', { name: 'Very satisfied' }).waitFor();
            await ada.page.screenshot({ path: join(shots, 'rate-asked.png') });
            await card.getByRole('button', { name: 'Satisfied', exact: true }).click();
            await card
                .getByRole('group', { name: 'Was your question solved?' })
                .getByLabel('Yes')
                .check();
            await card.getByRole('textbox').fill('Quick and kind.');
            await ada.page.screenshot({ path: join(shots, 'rate-more.png') });
            await card.getByRole('button', { name: 'Send' }).click();
            await card.getByText('Thank you for your answer.').waitFor();
            await mara.page.getByText('4 of 5 · solved: “Quick and kind.”').first().waitFor();
            await ada.page.reload();
            panel = await openChat(ada.page);
            await toTalk(panel);
            await panel.getByText('Thank you for your answer.').waitFor();
            await ada.page.emulateMedia({ colorScheme: 'dark' });
            await ada.page.screenshot({ path: join(shots, 'rate-kept-dark.png') });
            await panel.getByRole('button', { name: 'Back' }).click();
        },
    );

    for (const colorScheme of ['light', 'dark']) {
        await step(`nothing serious stands in the visitor’s way, ${colorScheme}`, async () => {
            await ada.page.emulateMedia({ colorScheme });
            await examineFrame(panel, 'chat');
            await toTalk(panel);
            await examineFrame(panel, 'chat');
            await panel.getByRole('button', { name: 'Back' }).click();
        });
    }

    await step('neither page complained', () => {
        const isOfAway = (text) => text.startsWith('WebSocket connection');
        assert.deepEqual(
            [...mara.complaints.filter((text) => !isOfAway(text)), ...ada.complaints],
            [],
        );
    });
}

async function isUp() {
    const answer = await fetch(`${url}/q/health`).catch(() => null);
    return answer?.ok ?? false;
}

try {
    await journey();
    console.log(`${passed} passed, 0 failed`);
} catch (failure) {
    console.error(failure);
    mkdirSync(out, { recursive: true });
    await Promise.all([
        mara.page.screenshot({ path: join(out, 'widget-agent.png') }).catch(() => undefined),
        ada.page.screenshot({ path: join(out, 'widget-visitor.png') }).catch(() => undefined),
    ]);
    if (panel) console.error('The visitor sees', await seen().catch(() => 'nothing'));
    console.log(`${passed} passed, 1 failed`);
    process.exitCode = 1;
} finally {
    await close();
}
