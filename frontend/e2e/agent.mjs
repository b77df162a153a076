// What an agent does in the browser, in an agent's words.

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Browser} Browser */

const ready = { timeout: 15_000 };

/**
 * A page of its own, with its own cookies. `hold` keeps what the socket says from the page, as a slow network would.
 * @param {Browser} browser
 * @param {string} url
 * @param {import('playwright-core').BrowserContextOptions} [options]
 */
export async function visit(browser, url, options = {}) {
    const context = await browser.newContext({
        baseURL: url,
        viewport: { width: 1440, height: 900 },
        reducedMotion: 'reduce',
        locale: 'en-GB',
        ...options,
    });
    const page = await context.newPage();
    const complaints = [];
    let loads = 0;
    let held = null;
    let isCut = false;
    const sockets = new Set();
    page.on('console', (message) => {
        const text = message.text();
        // refusals are answers that the page shows; the browser writes them down too
        if (message.type() === 'error' && !text.startsWith('Failed to load resource'))
            complaints.push(text);
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('load', () => loads++);
    await page.routeWebSocket(/\/live$/, (socket) => {
        if (isCut) return void socket.close();
        sockets.add(socket);
        const server = socket.connectToServer();
        server.onMessage((message) =>
            held ? held.push(() => socket.send(message)) : socket.send(message),
        );
    });
    return {
        page,
        complaints,
        loads: () => loads,
        hold: () => (held ??= []),
        release: () => {
            const late = held ?? [];
            held = null;
            for (const say of late) say();
        },
        /** The network is gone for the socket; what is asked for by HTTP still comes. */
        cut: () => {
            isCut = true;
            for (const socket of sockets) void socket.close();
            sockets.clear();
        },
        mend: () => {
            isCut = false;
            return page.evaluate(() => window.dispatchEvent(new Event('online')));
        },
        close: () => context.close(),
    };
}

/** @param {Page} page */
export async function signIn(page, email, password) {
    await page.goto('/');
    await page.getByLabel('Email address').fill(email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('navigation', { name: 'Views' }).waitFor(ready);
}

/** @param {Page} page @returns {Promise<string>} the link that the invited person gets */
export async function invite(page, name, email, role = 'Agent') {
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('link', { name: 'People' }).click();
    await page.getByRole('button', { name: 'Invite a person' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByLabel('Email address').fill(email);
    await dialog.getByLabel('Role').selectOption({ label: role });
    await dialog.getByRole('button', { name: 'Create the invitation' }).click();
    const link = await page.getByRole('textbox', { name: `Invitation for ${name}` }).inputValue();
    await page.keyboard.press('Escape');
    return link;
}

/** @param {Page} page */
export async function join(page, link, password) {
    const { pathname, search } = new URL(link);
    await page.goto(pathname + search);
    await page.getByLabel('New password').fill(password);
    await page.getByRole('button', { name: 'Join' }).click();
    await page.getByRole('navigation', { name: 'Views' }).waitFor(ready);
}

/** @param {Page} page */
export async function goTo(page, view) {
    const views = page.getByRole('navigation', { name: 'Views' });
    await views.getByRole('link', { name: new RegExp(`^${view}\\b`) }).click();
    await page.getByRole('heading', { name: view, level: 1 }).waitFor(ready);
}

/** The rows of the list whose words contain this. @param {Page} page */
export const rows = (page, text) => page.getByRole('row').filter({ hasText: text });

/** @param {Page} page */
export const thread = (page) => page.getByRole('log', { name: 'Messages' });

/** Opens a conversation by its subject. @param {Page} page @returns {Promise<string>} its id */
export async function open(page, subject) {
    await rows(page, subject).first().click();
    await page.getByRole('heading', { name: subject, level: 1 }).waitFor(ready);
    return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** Begins to write, by keyboard. @param {Page} page @param {'r' | 'n'} key */
export async function write(page, key, text) {
    await page.locator('#conversation-title').focus();
    await page.keyboard.press(key);
    const field = page.getByRole('textbox', {
        name: key === 'r' ? 'Reply' : 'Note for colleagues',
    });
    await field.waitFor(ready);
    await field.fill(text);
    return field;
}
