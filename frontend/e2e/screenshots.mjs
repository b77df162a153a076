// Fills src/docs/screenshots from the real product, which should be empty:
//   FIRTH_URL, FIRTH_SMTP_PORT, FIRTH_ADMIN_EMAIL, FIRTH_ADMIN_PASSWORD; FIRTH_SHOTS (default: ../src/docs/screenshots)
import { mkdirSync } from 'node:fs';
import { join as path } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addAccounts } from './accounts.mjs';
import { invite, join, open, signIn, thread, visit, write } from './agent.mjs';
import { launch } from './browser.mjs';
import { labels, short, threads } from './mock/data.mjs';
import { deliver } from './smtp.mjs';

const url = process.env.FIRTH_URL ?? 'http://localhost:8080';
const smtp = { port: Number(process.env.FIRTH_SMTP_PORT ?? 2525) };
const folder =
    process.env.FIRTH_SHOTS ??
    fileURLToPath(new URL('../../src/docs/screenshots', import.meta.url));
const password = 'a-quiet-harbour';
const phone = {
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
};

const { browser, close } = await launch();
const mara = await visit(browser, url);
const bo = await visit(browser, url);
const api = (method, at, data) =>
    mara.page.request.fetch(at, { method, ...(data ? { data } : {}), headers: { Origin: url } });
const json = async (answer) => (await answer).json();
let to = '';

async function seed() {
    to = (await json(api('GET', '/api/channels')))[0].address;
    await api('PATCH', '/api/me', { name: 'Mara Lindqvist' });
    for (const label of labels) await api('POST', '/api/labels', label);
    const people = await json(api('GET', '/api/people'));
    for (const name of ['Orders', 'Workshop']) {
        await api('POST', '/api/teams', {
            name,
            restricted: false,
            members: people.map(({ id }) => id),
        });
    }
    await api('POST', '/api/statuses', { name: 'Waiting for parts', category: 'pending' });
    for (const [name, from, subject, text] of short.slice(0, 14).reverse()) {
        await deliver(smtp, { from, name, to, subject, text });
    }
    for (const { contact, subject, steps, origin } of threads.slice(0, 7).reverse()) {
        const [name, from] = contact;
        const { in: text, html, attachments } = steps[0];
        await deliver(smtp, {
            from,
            name,
            to,
            subject,
            text,
            ...(html ? { html } : {}),
            ...(origin === 'bulk'
                ? { headers: { Precedence: 'bulk', 'List-Id': '<weekly.velo-parts.example>' } }
                : {}),
            attachments: (attachments ?? []).map(([file, type, size]) => ({
                name: file,
                type,
                content: Buffer.alloc(size / 20, 7),
            })),
        });
    }
}

async function dress(boId) {
    const people = await json(api('GET', '/api/people'));
    const teams = await json(api('GET', '/api/teams'));
    const { items } = await json(api('GET', '/api/conversations?view=all&limit=100'));
    const me = people.find(({ name }) => name.startsWith('Mara')).id;
    for (const [at, item] of [...items.entries()].reverse()) {
        const known = threads.find(({ subject }) => subject === item.subject);
        const change = {
            ...(at % 3 === 0 ? { assignee: at % 2 ? boId : me } : {}),
            team: teams[at % 2].id,
            ...(known?.labels?.length ? { add_labels: known.labels } : {}),
            ...(known?.priority ? { priority: known.priority } : {}),
        };
        if (Object.keys(change).length > 0)
            await api('PATCH', `/api/conversations/${item.id}`, change);
    }
}

/** One exchange with Ada, to its end, so that there is a thread to show. */
async function converse() {
    const { steps, subject, contact } = threads[0];
    const id = await open(mara.page, subject);
    const ours = steps.find(({ out }) => out).out;
    await write(mara.page, 'r', ours);
    await mara.page.keyboard.press('Control+Enter');
    await mara.page.getByText('captured in the outbox').waitFor();
    await open(bo.page, subject);
    await write(bo.page, 'n', steps.find(({ note }) => note).note);
    await bo.page.keyboard.press('Control+Enter');
    const { interactions } = await json(api('GET', `/api/conversations/${id}`));
    const sent = interactions.find(({ direction }) => direction === 'out');
    const mail = await (
        await api('GET', `/api/conversations/${id}/interactions/${sent.seq}/mail`)
    ).text();
    const answer = steps.at(-1);
    const [name, from] = contact;
    const quoted = `\n\nOn Sunday, Mara Lindqvist wrote:\n${ours.replace(/^/gm, '> ')}`;
    await deliver(smtp, {
        from,
        name,
        to,
        subject: `Re: ${subject}`,
        text: answer.in + quoted,
        inReplyTo: /^message-id:\s*(<[^>]+>)/im.exec(mail)[1],
    });
    await thread(mara.page).getByText('Still nothing today').first().waitFor();
    return id;
}

/** Both write; Bo is faster. */
async function collide(id) {
    await write(
        mara.page,
        'r',
        'Hi Ada,\n\nI have asked our bank for the proof and will send it today.\n\nMara',
    );
    mara.hold();
    await write(
        bo.page,
        'r',
        'Hi Ada,\n\nhere is the proof of the transfer; your bank can match it by the reference RF-20261120-114.\n\nBo',
    );
    await bo.page.keyboard.press('Control+Enter');
    await thread(bo.page).getByText('here is the proof').waitFor();
    await mara.page.getByRole('textbox', { name: 'Reply' }).focus();
    await mara.page.keyboard.press('Control+Enter');
    await mara.page.getByRole('alertdialog').waitFor();
    return id;
}

const settle = (page) => page.waitForTimeout(600);

async function shoot(page, name) {
    if (!name.startsWith('phone')) await page.mouse.move(1420, 640);
    await settle(page);
    await page.screenshot({ path: path(folder, `${name}.png`) });
    console.log(`  ${name}.png`);
}

async function both(page, name) {
    for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        await shoot(page, `${name}-${colorScheme}`);
    }
}

/** Where agents write and look things up, at a desk and in a pocket. */
async function desk(id) {
    const pocket = await visit(browser, url, {
        ...phone,
        storageState: await mara.page.context().storageState(),
    });
    for (const [{ page }, kind] of [
        [mara, ''],
        [pocket, 'phone-'],
    ]) {
        await page.goto(`/inbox/all/${id}`);
        await page.getByRole('button', { name: /^Recipients/ }).click();
        await page.getByRole('button', { name: 'Cc', exact: true }).click();
        await both(page, `${kind}recipients`);
        await page.goto('/search?q=refund');
        await page.locator('mark').first().waitFor();
        await both(page, `${kind}search`);
    }
    await pocket.close();
    const { page } = mara;
    await page.goto(`/inbox/all/${id}`);
    await page.getByRole('button', { name: 'Timeline on all channels' }).click();
    await both(page, 'timeline');
    await page.locator('#conversation-title').focus();
    await page.keyboard.press('c');
    await page.getByRole('dialog').getByRole('textbox', { name: 'Subject' }).waitFor();
    await both(page, 'new-conversation');
    await page.keyboard.press('Escape');
}

/** The settings that are more than a list, and the same in a pocket. */
async function settings() {
    const ids = await addAccounts(api);
    const places = {
        'settings-channels': '/settings/channels',
        'settings-channels-new': '/settings/channels/new',
        'settings-channels-email': '/settings/channels/new-email',
        'settings-channels-chat': `/settings/channels/${ids['Shop chat'] ?? 'new-chat'}`,
        'settings-macros': '/settings/macros',
        'settings-macro': '/settings/macros/new',
        'settings-blocked': '/settings/blocked',
        'settings-profile': '/settings/profile',
    };
    const pocket = await visit(browser, url, {
        ...phone,
        storageState: await mara.page.context().storageState(),
    });
    await mara.page.goto('/settings/channels');
    await mara.page
        .getByText('Not working')
        .first()
        .waitFor({ timeout: 40_000 })
        .catch(() => undefined);
    for (const [name, place] of Object.entries(places)) {
        await mara.page.goto(place);
        await both(mara.page, name);
        await pocket.page.goto(place);
        await both(pocket.page, `phone-${name}`);
    }
    await pocket.close();
}

try {
    mkdirSync(folder, { recursive: true });
    await signIn(
        mara.page,
        process.env.FIRTH_ADMIN_EMAIL ?? '',
        process.env.FIRTH_ADMIN_PASSWORD ?? '',
    );
    const link = await invite(
        mara.page,
        'Bo Adeyemi',
        `bo.${Date.now().toString(36)}@northlight.example`,
    );
    await join(bo.page, link, password);
    await seed();
    const { id: boId } = (await json(api('GET', '/api/people'))).findLast(({ name }) =>
        name.startsWith('Bo'),
    );
    await dress(boId);
    // teams and labels were made behind the pages' backs
    await mara.page.goto('/inbox/all');
    await bo.page.goto('/inbox/all');
    await both(mara.page, 'list');
    const id = await converse();
    await both(mara.page, 'thread');

    const pocket = await visit(browser, url, {
        ...phone,
        storageState: await mara.page.context().storageState(),
    });
    await pocket.page.goto('/inbox/all');
    await both(pocket.page, 'phone-list');
    await pocket.page.goto(`/inbox/all/${id}`);
    await both(pocket.page, 'phone-thread');
    await pocket.page.goto('/settings');
    await both(pocket.page, 'phone-settings');
    await pocket.close();

    await collide(id);
    await both(mara.page, 'guard');
    await mara.page.setViewportSize(phone.viewport);
    await both(mara.page, 'phone-guard');
    await mara.page.setViewportSize({ width: 1440, height: 900 });
    mara.release();
    await mara.page.keyboard.press('Escape');
    await desk(id);
    await mara.page.goto('/settings/people');
    await both(mara.page, 'settings');
    await settings();
} finally {
    await close();
}
