// The chat on a shop's page, in a browser, with a server of our own making: what needs no server to be judged.
import assert from 'node:assert/strict';
import { account } from './mock/visitor.mjs';
import { onStage, shoot } from './stage.mjs';
import { launcher, openChat, panelOf, say, spoken, toTalk, until } from './visitor.mjs';

/** The smallest picture there is. */
const dot = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
);

const frames = (page) => page.frames().length - 1;
const clickLauncher = (page) => {
    const { width, height } = page.viewportSize();
    return page.mouse.click(width - 48, height - 48);
};
const focused = (page) => page.evaluate(() => document.activeElement?.tagName);
const stored = (page) => page.evaluate(() => ({ ...localStorage }));
const waiting = async (panel) => (await spoken(panel)).filter(({ waits }) => waits).length;
const texts = async (panel) => (await spoken(panel)).map(({ text }) => text);
const told = (mock) =>
    mock.only.events.filter(({ type }) => type === 'message').map(({ data }) => data.text);

await onStage(async (step) => {
    await step(
        'nothing is on the page but a button until it is pressed',
        async ({ page, context }) => {
            await launcher(page).waitFor({ state: 'attached' });
            await shoot(page, 'closed');
            assert.equal(frames(page), 0);
            assert.deepEqual(await context.cookies(), []);
            assert.deepEqual(await stored(page), {});
            assert.equal(
                await page.evaluate(() => document.querySelector('firth-chat').shadowRoot),
                null,
            );
            await clickLauncher(page);
            const panel = await panelOf(page);
            await panel.getByRole('button', { name: 'Start a conversation' }).waitFor();
            const size = await panel.evaluate(() => [innerWidth, innerHeight]);
            assert.deepEqual(size, [380, 640]);
        },
    );

    await step('it closes by Escape, and the focus is on the button again', async ({ page }) => {
        const panel = await openChat(page);
        await until(page, 'the focus is inside', () => panel.evaluate(() => document.hasFocus()));
        await page.keyboard.press('Escape');
        await until(page, 'the focus is back', async () => (await focused(page)) === 'FIRTH-CHAT');
        await page.keyboard.press('Enter');
        await until(page, 'it is open again', () => panel.evaluate(() => document.hasFocus()));
    });

    await step('Tab goes round inside while it is open', async ({ page }) => {
        const panel = await openChat(page);
        await toTalk(panel);
        const names = [];
        for (let presses = 0; presses < 8; presses++) {
            await page.keyboard.press('Tab');
            names.push(
                await panel.evaluate(() => document.activeElement?.getAttribute('aria-label')),
            );
        }
        assert.ok(!names.includes(null), `it stayed inside: ${names}`);
        assert.ok(new Set(names).size < names.length, 'it went round');
    });

    await step(
        'the token comes with the first message, and stands in no address',
        async ({ page, mock }) => {
            const asked = [];
            page.on('request', (request) => asked.push(request.url()));
            const panel = await openChat(page);
            await toTalk(panel);
            assert.deepEqual(Object.keys(await stored(page)), []);
            await say(panel, 'Hello');
            await until(page, 'it is sent', async () => mock.only?.events.length === 1);
            const token = () => stored(page).then((all) => all[`firth.${account}.token`]);
            await until(page, 'the token is kept', async () => (await token()) !== undefined);
            assert.ok(!asked.some((url) => url.includes('token')), asked.join('\n'));
            const known = await token();
            assert.ok(![...asked, panel.url()].some((url) => url.includes(known)));
        },
    );

    await step(
        'typed without a network, all of it arrives once and in order',
        async ({ page, cut, mend, mock }) => {
            const panel = await openChat(page);
            await say(panel, 'first');
            await until(page, 'it is sent', async () => mock.only?.events.length === 1);
            await until(page, 'it is confirmed', async () => (await waiting(panel)) === 0);
            await cut();
            await panel.getByText('No connection.').waitFor();
            const lines = Array.from({ length: 20 }, (_, n) => `offline ${n}`);
            for (const line of lines) await say(panel, line);
            await shoot(page, 'offline');
            await until(page, 'all wait', async () => (await waiting(panel)) === 20);
            mock.say('meanwhile');
            await mend();
            await until(page, 'all arrived', async () => told(mock).length === 22);
            assert.deepEqual(told(mock), ['first', 'meanwhile', ...lines]);
            await until(page, 'nothing waits', async () => (await waiting(panel)) === 0);
            assert.deepEqual(await texts(panel), told(mock));
        },
    );

    await step(
        'what was typed on a page that was left is sent by the next one',
        async ({ page, mock }) => {
            const panel = await openChat(page);
            mock.mood.away = true;
            mock.cut();
            await say(panel, 'written just before leaving');
            await until(page, 'it is kept', async () =>
                Object.keys(await stored(page)).some((key) => key.includes('.q.')),
            );
            mock.mood.away = false;
            await page.reload();
            const next = await openChat(page);
            await until(page, 'it arrived', async () => mock.only && told(mock).length === 1);
            await toTalk(next);
            await until(page, 'once', async () => (await texts(next)).length === 1);
        },
    );

    await step('a lost acknowledgement doubles nothing', async ({ page, mock }) => {
        const panel = await openChat(page);
        await say(panel, 'one');
        await until(page, 'it is sent', async () => mock.only?.events.length === 1);
        mock.mood.mute = true;
        await say(panel, 'two');
        await until(page, 'it is there', async () => told(mock).length === 2);
        mock.mood.mute = false;
        mock.cut();
        await until(page, 'confirmed', async () => (await waiting(panel)) === 0);
        assert.deepEqual(await texts(panel), ['one', 'two']);
        assert.deepEqual(told(mock), ['one', 'two']);
    });

    await step(
        'a first message whose answer was lost is no second visitor',
        async ({ page, mock }) => {
            const panel = await openChat(page);
            mock.mood.mute = true;
            await say(panel, 'Hello');
            await until(page, 'it is there', async () => mock.conversations.size === 1);
            mock.mood.mute = false;
            await page.reload();
            const next = await openChat(page);
            await toTalk(next);
            await until(page, 'confirmed', async () => (await waiting(next)) === 0);
            assert.deepEqual(await texts(next), ['Hello']);
            assert.equal(mock.conversations.size, 1);
        },
    );

    await step(
        'an answer that came while the visitor was away is told on the next page',
        async ({ page, mock }) => {
            const panel = await openChat(page);
            await say(panel, 'Hello');
            await until(page, 'it is sent', async () => mock.only?.events.length === 1);
            await until(page, 'the visitor is known', async () => (await waiting(panel)) === 0);
            await page.goto('about:blank');
            mock.say('Here I am');
            await page.goto(mock.shopUrl);
            const next = await panelOf(page);
            await until(
                page,
                'the frame is there and hidden',
                async () => !(await next.evaluate(() => document.hasFocus())),
            );
            await openChat(page);
            await next.getByText('1 new message').waitFor();
            await shoot(page, 'home');
            await next.getByRole('button', { name: /Your conversation/ }).click();
            await until(page, 'it is read', async () => mock.only.readSeq === mock.only.seq);
        },
    );

    await step(
        'a picture goes there and is shown, a file can be fetched',
        async ({ page, mock }) => {
            const panel = await openChat(page);
            await say(panel, 'My lamp:');
            await until(page, 'it is sent', async () => mock.only?.events.length === 1);
            await panel.locator('input[type=file]').setInputFiles([
                { name: 'lamp.png', mimeType: 'image/png', buffer: dot },
                { name: 'bill.txt', mimeType: 'text/plain', buffer: Buffer.from('one lamp') },
            ]);
            await panel.getByRole('button', { name: 'Remove bill.txt' }).waitFor();
            await until(
                page,
                'both are there',
                async () => !(await panel.getByRole('progressbar').count()),
            );
            await panel.getByRole('button', { name: 'Send' }).click();
            await panel.locator('.picture img').waitFor();
            const loading = page.waitForEvent('download');
            await panel.getByRole('button', { name: /Download bill.txt/ }).click();
            assert.equal((await loading).suggestedFilename(), 'bill.txt');
            await panel
                .locator('input[type=file]')
                .setInputFiles({ name: 'a.zip', mimeType: 'application/zip', buffer: dot });
            await panel.getByText('files of this kind cannot be sent').waitFor();
        },
    );

    await step('two tabs of one visitor are one conversation', async ({ page, context, mock }) => {
        const panel = await openChat(page);
        const other = await context.newPage();
        await other.goto(mock.shopUrl);
        const second = await openChat(other);
        await say(panel, 'from the first');
        await until(page, 'it is sent', async () => mock.only?.events.length === 1);
        await second.getByRole('button', { name: /Your conversation/ }).waitFor();
        await say(second, 'from the second');
        await until(page, 'both have both', async () => (await texts(panel)).length === 2);
        assert.equal(mock.conversations.size, 1);
        assert.deepEqual(await texts(panel), await texts(second));
    });

    await step(
        'the chat works where the page may keep nothing',
        async ({ page, mock }) => {
            const panel = await openChat(page);
            await say(panel, 'Hello');
            await until(page, 'it is sent', async () => mock.only?.events.length === 1);
            mock.cut();
            mock.say('Still there?');
            await until(page, 'it came back', async () => (await texts(panel)).length === 2);
        },
        {
            before: () =>
                Object.defineProperty(window, 'localStorage', {
                    get: () => {
                        throw new Error('blocked');
                    },
                }),
        },
    );

    await step(
        'a shop whose chat is down has no button',
        async ({ page }) => {
            await page.waitForLoadState('networkidle');
            assert.equal(await launcher(page).count(), 0);
        },
        { mood: { down: true } },
    );

    await step(
        'a server that says nothing for four seconds is not waited for',
        async ({ page, mock }) => {
            await launcher(page).waitFor({ state: 'attached' });
            mock.mood.silent = true;
            await page.evaluate(() => window.firth('open'));
            await until(
                page,
                'the button is gone',
                async () => (await launcher(page).count()) === 0,
                6000,
            );
            assert.equal(frames(page), 0);
        },
    );

    await step('who logs out leaves nothing behind', async ({ page, mock }) => {
        const panel = await openChat(page);
        await say(panel, 'private');
        await until(page, 'it is sent', async () => mock.only?.events.length === 1);
        await page.evaluate(() => window.firth('logout'));
        await until(page, 'it is gone', async () => (await texts(panel)).length === 0);
        await until(page, 'all of it', async () => Object.keys(await stored(page)).length === 0);
    });
});
