// What a visitor does with the chat on a page, in a visitor's words.

/** @typedef {import('playwright-core').Page} Page */

const ready = { timeout: 15_000 };

/**
 * A browser context of its own, with everything the page complains about.
 * @param {import('playwright-core').Browser} browser
 * @param {import('playwright-core').BrowserContextOptions & { before?: () => void }} [options] `before` runs in
 *     every page before its own scripts
 */
export async function stroll(browser, url, { before, ...options } = {}) {
    const context = await browser.newContext({
        viewport: { width: 1100, height: 800 },
        reducedMotion: 'reduce',
        locale: 'en-GB',
        ...options,
    });
    if (before) await context.addInitScript(before);
    const page = await context.newPage();
    const complaints = [];
    page.on('console', (message) => {
        const text = message.text();
        // a server that is away is no fault of the page; the sandbox is told to let our own origin be itself
        const isExpected =
            /Failed to load resource|WebSocket connection|can escape its sandboxing/.test(text);
        if (['error', 'warning'].includes(message.type()) && !isExpected) complaints.push(text);
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    let isCut = false;
    const sockets = new Set();
    await page.routeWebSocket(/\/live\/visitor$/, (socket) => {
        if (isCut) return void socket.close();
        sockets.add(socket);
        socket.connectToServer();
    });
    await page.goto(url);
    return {
        page,
        context,
        complaints,
        /** The socket ends too: a browser that is told to be offline leaves open ones alone. */
        cut: async () => {
            isCut = true;
            await context.setOffline(true);
            for (const socket of sockets) await socket.close();
            sockets.clear();
        },
        mend: () => {
            isCut = false;
            return context.setOffline(false);
        },
        close: () => context.close(),
    };
}

/** The panel lies in a closed shadow root, out of the reach of selectors: its frame is found by its address. */
export async function panelOf(page) {
    const until = Date.now() + ready.timeout;
    for (;;) {
        const found = page.frames().find((frame) => /\/widget\/[^/]+\/frame/.test(frame.url()));
        if (found) return found;
        if (Date.now() > until) throw new Error('There is no panel on this page.');
        await page.waitForTimeout(50);
    }
}

/** Whether the launcher stands on the page: what is behind a closed root can only be seen from outside. */
export const launcher = (page) => page.locator('firth-chat');

/** @param {Page} page */
export async function openChat(page) {
    await launcher(page).waitFor({ state: 'attached', ...ready });
    await page.evaluate(() => window.firth('open'));
    const panel = await panelOf(page);
    await panel.getByRole('dialog').waitFor(ready);
    return panel;
}

/** From wherever the panel is to where one writes. */
export async function toTalk(panel) {
    const field = panel.getByRole('textbox', { name: 'Write a message' });
    if (await field.isVisible()) return field;
    await panel
        .getByRole('button', { name: /^(Start a conversation|Your conversation)/ })
        .first()
        .click();
    await field.waitFor(ready);
    return field;
}

export async function say(panel, text) {
    const field = await toTalk(panel);
    await field.fill(text);
    await field.press('Enter');
}

/** What the visitor sees, in order: who wrote it and what. */
export const spoken = (panel) =>
    panel.evaluate(() =>
        [...document.querySelectorAll('.message')].map((each) => ({
            own: each.classList.contains('own'),
            waits: each.hasAttribute('data-waiting'),
            text: each.querySelector('.text')?.textContent ?? '',
        })),
    );

/** Waits until what is asked for is so; the panel is a frame, so locators alone do not do. */
export async function until(page, what, isSo, timeoutMs = 15_000) {
    const end = Date.now() + timeoutMs;
    let last;
    while (Date.now() < end) {
        last = await isSo();
        if (last === true) return;
        await page.waitForTimeout(50);
    }
    throw new Error(
        `${what}: not within ${timeoutMs} ms${last === undefined ? '' : ` (${JSON.stringify(last)})`}`,
    );
}
