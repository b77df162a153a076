// Fills src/docs/screenshots from the real product, which should be empty and have the world around it that the class Pictures
// gives it (see src/docs/develop.md):
//   FIRTH_URL, FIRTH_SMTP_PORT, FIRTH_ADMIN_EMAIL, FIRTH_ADMIN_PASSWORD   where it is and who may enter
//   FIRTH_OUTSIDE   the world outside: POST /mention, /hook {text} makes it write
//   FIRTH_SHOTS     where the pictures go (default: ../src/docs/screenshots)
import { mkdirSync } from 'node:fs';
import { join as path } from 'node:path';
import { fileURLToPath } from 'node:url';
import { invite, join, rows, signIn, thread, visit, write } from './agent.mjs';
import { launch } from './browser.mjs';
import { OTHERS, seeding } from './seed.mjs';

const url = process.env.FIRTH_URL ?? 'http://localhost:8080';
const smtp = { port: Number(process.env.FIRTH_SMTP_PORT ?? 2525) };
const outside = process.env.FIRTH_OUTSIDE ?? '';
const folder =
    process.env.FIRTH_SHOTS ??
    fileURLToPath(new URL('../../src/docs/screenshots', import.meta.url));
const password = 'a-quiet-harbour';
const phone = {
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 1.5,
    isMobile: true,
    hasTouch: true,
};

const { browser, close } = await launch();
const mara = await visit(browser, url);
const bo = await visit(browser, url);
const api = (method, at, data) =>
    mara.page.request.fetch(at, { method, ...(data ? { data } : {}), headers: { Origin: url } });
const json = async (answer) => (await answer).json();
const its = seeding({ api, mara, bo, smtp, url, outside, browser });

async function shoot(page, name) {
    if (!name.startsWith('phone')) await page.mouse.move(1420, 640);
    await page.locator('[aria-busy="true"]').first().waitFor({ state: 'hidden' });
    await page.waitForTimeout(600);
    await page.screenshot({ path: path(folder, `${name}.png`) });
    console.log(`  ${name}.png`);
}

async function both(page, name) {
    for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        await shoot(page, `${name}-${colorScheme}`);
    }
    await page.emulateMedia({ colorScheme: 'light' });
}

/** A page of Mara's in a pocket; with other preferences where they are given. */
async function pocketOf(options = phone, preferences = null) {
    const its = await visit(browser, url, {
        ...options,
        storageState: await mara.page.context().storageState(),
    });
    if (preferences)
        await its.page.addInitScript(
            (wanted) => localStorage.setItem('firth.preferences', JSON.stringify(wanted)),
            preferences,
        );
    return its;
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

/** Where agents write and look things up, at a desk and in a pocket. */
async function desk(id) {
    const pocket = await pocketOf();
    for (const [{ page }, kind] of [
        [mara, ''],
        [pocket, 'phone-'],
    ]) {
        await page.goto(`/inbox/all/${id}`);
        await page.getByRole('button', { name: /^Recipients/ }).click();
        await page.getByRole('button', { name: 'Cc', exact: true }).click();
        await shoot(page, `${kind}recipients-light`);
        await page.goto('/search?q=refund');
        await page.locator('mark').first().waitFor();
        await both(page, `${kind}search`);
    }
    await pocket.close();
    const { page } = mara;
    await page.goto(`/inbox/all/${id}`);
    await page.getByRole('button', { name: 'Timeline on all channels' }).click();
    await both(page, 'timeline');
    const panel = page.getByRole('complementary', { name: 'Contact' });
    await panel.getByRole('button', { name: 'Actions for this contact' }).click();
    await page.getByRole('menuitem', { name: 'Merge with another contact…' }).click();
    await page.getByRole('dialog').getByRole('searchbox').fill('bob');
    await page.getByRole('dialog').getByRole('button', { name: /bob/i }).first().waitFor();
    await shoot(page, 'contact-merge-light');
    await page.keyboard.press('Escape');
    await page.locator('#conversation-title').focus();
    await page.keyboard.press('Shift+M');
    await page.getByRole('dialog').waitFor();
    await shoot(page, 'merge-light');
    await page.keyboard.press('Escape');
    await page.locator('#conversation-title').focus();
    await page.keyboard.press('c');
    await page.getByRole('dialog').getByRole('textbox', { name: 'Subject' }).waitFor();
    await shoot(page, 'new-conversation-light');
    await page.keyboard.press('Escape');
}

/** Macros, snippets, emoji, formatting. */
async function composing(id) {
    const { page } = mara;
    await page.goto(`/inbox/all/${id}`);
    await write(page, 'r', 'Hi Ada,\n\n**found it**: your bank has the _reference_ now.\n\n');
    await page.getByText('Saved', { exact: true }).waitFor();
    await page.getByRole('textbox', { name: 'Reply' }).pressSequentially('Thanks :th');
    await page.getByRole('option').first().waitFor();
    await shoot(page, 'emoji-typed-light');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Emoji' }).click();
    await page.getByRole('combobox', { name: 'Find an emoji' }).waitFor();
    await both(page, 'emoji');
    await page.keyboard.press('Escape');
    await page.getByRole('textbox', { name: 'Reply' }).pressSequentially('::refund');
    await page.getByRole('listbox', { name: 'Macros' }).waitFor();
    await shoot(page, 'snippet-light');
    await page.getByRole('textbox', { name: 'Reply' }).fill('');
    await page.keyboard.press('Control+m');
    await page.getByRole('dialog').getByRole('option').first().waitFor();
    await both(page, 'macros');
    await page.keyboard.press('Escape');
}

/** Everything from the right to the left. */
async function mirrored(id) {
    const preferences = { direction: 'rtl' };
    const desktop = { viewport: { width: 1440, height: 900 } };
    for (const [options, kind] of [
        [desktop, ''],
        [phone, 'phone-'],
    ]) {
        const its = await pocketOf(options, preferences);
        await its.page.goto(`/inbox/all/${id}`);
        await thread(its.page).waitFor();
        await shoot(its.page, `${kind}rtl-thread`);
        await its.page.goto('/settings/profile');
        await its.page.getByRole('heading', { level: 1 }).first().waitFor();
        await shoot(its.page, `${kind}rtl-profile`);
        await its.close();
    }
}

/** The settings that are more than a list, and the same in a pocket. */
async function settings(ids) {
    const few = new Set([
        'settings-macros',
        'settings-blocked',
        'settings-channels-new',
        'settings-import',
    ]);
    const places = {
        'settings-channels': '/settings/channels',
        'settings-channels-new': '/settings/channels/new',
        'settings-channels-email': '/settings/channels/new-email',
        'settings-channels-chat': `/settings/channels/${ids['Shop chat'] ?? 'new-chat'}`,
        'settings-channels-health': `/settings/channels/${ids.Dealers ?? 'new-email'}`,
        'settings-surveys': '/settings/surveys',
        'settings-import': '/settings/import',
        'settings-macros': '/settings/macros',
        'settings-macro': '/settings/macros/new',
        'settings-blocked': '/settings/blocked',
        'settings-profile': '/settings/profile',
    };
    await mara.page.goto('/settings/channels');
    await mara.page
        .getByText('Not working')
        .first()
        .waitFor({ timeout: 40_000 })
        .catch(() => undefined);
    const pocket = await pocketOf();
    for (const [name, place] of Object.entries(places)) {
        await mara.page.goto(place);
        if (few.has(name)) await shoot(mara.page, `${name}-light`);
        else await both(mara.page, name);
        await pocket.page.goto(place);
        await shoot(pocket.page, `phone-${name}-light`);
    }
    await pocket.close();
    if (!ids.Dealers) return;
    await mara.page.goto(`/settings/channels/${ids.Dealers}`);
    await mara.page.getByRole('button', { name: /^Test/ }).first().click();
    await mara.page.getByText(/steps? failed/).waitFor({ timeout: 40_000 });
    await both(mara.page, 'settings-channels-test');
}

async function pictures() {
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
    await its.seed();
    const { id: boId } = (await json(api('GET', '/api/people'))).findLast(({ name }) =>
        name.startsWith('Bo'),
    );
    await its.dress(boId);
    // teams and labels were made behind the pages' backs
    await mara.page.goto('/inbox/all');
    await bo.page.goto('/inbox/all');
    const id = await its.converse();
    await both(mara.page, 'thread');

    const pocket = await pocketOf();
    const names = { mention: 'bluesky', hook: 'webhook', chat: 'chat' };
    await its.converseElsewhere(async (kind, place, visitor) => {
        await both(mara.page, `thread-${names[kind]}`);
        await pocket.page.goto(place);
        await thread(pocket.page).getByRole('article').first().waitFor();
        await shoot(pocket.page, `phone-thread-${names[kind]}-light`);
        if (kind === 'chat') await shoot(visitor, 'widget-formatted');
    });
    await mara.page.goto('/inbox/all');
    await rows(mara.page, OTHERS.chat.says.slice(0, 20))
        .first()
        .waitFor()
        .catch(() => undefined);
    await both(mara.page, 'list');
    await pocket.page.goto('/inbox/all');
    await both(pocket.page, 'phone-list');
    await pocket.page.goto(`/inbox/all/${id}`);
    await both(pocket.page, 'phone-thread');
    await pocket.page.goto('/settings');
    await both(pocket.page, 'phone-settings');
    await pocket.close();

    await mara.page.goto(`/inbox/all/${id}`);
    await collide(id);
    await both(mara.page, 'guard');
    await mara.page.setViewportSize(phone.viewport);
    await both(mara.page, 'phone-guard');
    await mara.page.setViewportSize({ width: 1440, height: 900 });
    mara.release();
    await mara.page.keyboard.press('Escape');
    await mara.page.getByRole('textbox', { name: 'Reply' }).fill('');
    const ids = await its.addAccounts();
    await mara.page.goto('/inbox/all');
    await composing(id);
    await desk(id);
    await mirrored(id);
    await mara.page.goto('/settings/people');
    await both(mara.page, 'settings');
    await settings(ids);
}

try {
    mkdirSync(folder, { recursive: true });
    await pictures();
} catch (failure) {
    await shoot(mara.page, 'failed').catch(() => undefined);
    throw failure;
} finally {
    await close();
}
