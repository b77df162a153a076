// Every kind of channel in one list, answered there, against the real product:
//   FIRTH_URL, FIRTH_ADMIN_EMAIL, FIRTH_ADMIN_PASSWORD   where it is and who may enter
//   FIRTH_OUTSIDE   the world outside: POST /mail, /mention, /hook {text} makes it write, GET /seen?by=&text= what it got
//   FIRTH_LIVE_MS   how long a message may take from its commit to the list (default: 1000)
//   FIRTH_E2E_OUT   where a picture is left when something fails (default: target/e2e)
// Ends with 0 when every step held.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join as path } from 'node:path';
import { goTo, rows, signIn, thread, visit, write } from './agent.mjs';
import { launch } from './browser.mjs';
import { openChat, say, spoken, stroll, until } from './visitor.mjs';

const url = process.env.FIRTH_URL ?? 'http://localhost:8080';
const outside = process.env.FIRTH_OUTSIDE ?? '';
const liveMs = Number(process.env.FIRTH_LIVE_MS ?? 1000);
const out = process.env.FIRTH_E2E_OUT ?? 'target/e2e';
const run = Date.now().toString(36);
const ready = { timeout: 30_000 };

let passed = 0;
async function step(name, work) {
    const began = Date.now();
    await work();
    passed++;
    console.log(`  ✓ ${name} (${Date.now() - began} ms)`);
}

const world = async (what, text) => {
    const answer = await fetch(`${outside}/${what}`, { method: 'POST', body: text });
    assert.equal(answer.status, 200, `the world could not write: ${what}`);
};
const seenOutside = async (by, text) =>
    Number(await (await fetch(`${outside}/seen?by=${by}&text=${encodeURIComponent(text)}`)).text());

const { browser, close } = await launch();
const agent = await visit(browser, url);
const visitor = await stroll(browser, `${url}/demo`);
let panel;

const KINDS = {
    email: { write: (text) => world('mail', text), seen: (text) => seenOutside('email', text) },
    chat: {
        write: (text) => say(panel, text),
        seen: async (text) =>
            (await spoken(panel)).filter((each) => !each.own && each.text.includes(text)).length,
    },
    bluesky: {
        write: (text) => world('mention', text),
        seen: (text) => seenOutside('bluesky', text),
    },
    webhook: { write: (text) => world('hook', text), seen: (text) => seenOutside('webhook', text) },
};
const words = (kind) => `Where is my parcel ${kind}${run}?`;
const answer = (kind) => `Your parcel ${kind}${run} is on its way.`;

/** When the server first tells of it: it was committed just before. */
async function committed(text) {
    for (;;) {
        const { items } = await (await agent.page.request.get('/api/conversations')).json();
        const item = items.find(({ preview }) => preview.includes(text));
        if (item) return { item, at: Date.now() };
    }
}

/** From a message's commit to the moment it stands in the agent's list. */
async function arrives(kind) {
    await KINDS[kind].write(words(kind));
    const [{ item, at }, seen] = await Promise.all([
        committed(words(kind)),
        rows(agent.page, words(kind))
            .first()
            .waitFor(ready)
            .then(() => Date.now()),
    ]);
    assert.equal(item.channel, kind);
    const took = Math.max(0, seen - at);
    console.log(`    ${kind}: ${took} ms from the commit to the screen`);
    assert.ok(took <= liveMs, `${kind} took ${took} ms`);
}

async function answered(kind) {
    await rows(agent.page, words(kind)).first().click();
    await thread(agent.page).getByText(words(kind)).first().waitFor(ready);
    await write(agent.page, 'r', answer(kind));
    await agent.page.keyboard.press('Control+Enter');
    await thread(agent.page).getByText(answer(kind)).first().waitFor(ready);
    await until(
        agent.page,
        `${kind} has the answer`,
        async () => {
            const many = await KINDS[kind].seen(answer(kind));
            return many === 1 ? true : many;
        },
        30_000,
    );
    await goTo(agent.page, 'All');
}

async function journey() {
    await step('an agent looks at everything; a visitor opens the chat', async () => {
        await signIn(
            agent.page,
            process.env.FIRTH_ADMIN_EMAIL ?? 'admin@example.com',
            process.env.FIRTH_ADMIN_PASSWORD ?? '',
        );
        await goTo(agent.page, 'All');
        panel = await openChat(visitor.page);
    });
    for (const kind of Object.keys(KINDS))
        await step(`${kind}: what somebody writes stands in the list`, () => arrives(kind));
    await step('all four stand in one list', async () => {
        for (const kind of Object.keys(KINDS))
            assert.equal(await rows(agent.page, words(kind)).count(), 1, kind);
    });
    for (const kind of Object.keys(KINDS))
        await step(`${kind}: the answer arrives where it should, once`, () => answered(kind));
    await step('neither page has complained', () => {
        assert.deepEqual(agent.complaints, []);
        assert.deepEqual(visitor.complaints, []);
    });
}

let failure;
try {
    await journey();
} catch (problem) {
    failure = problem;
    mkdirSync(out, { recursive: true });
    await agent.page.screenshot({ path: path(out, 'channels-agent.png') });
    await visitor.page.screenshot({ path: path(out, 'channels-visitor.png') });
}
await close();
if (failure) {
    console.error(failure);
    process.exit(1);
}
console.log(`${passed} steps held.`);
