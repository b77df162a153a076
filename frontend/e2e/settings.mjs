// What an administrator does in the settings, in a browser against the real product or the mock:
//   FIRTH_URL, FIRTH_ADMIN_EMAIL, FIRTH_ADMIN_PASSWORD   where it is and who may enter
//   FIRTH_E2E_OUT   where a picture is left when something fails (default: target/e2e)
// Ends with 0 when every step held.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join as path } from 'node:path';
import { signIn, visit } from './agent.mjs';
import { examine } from './axe.mjs';
import { launch } from './browser.mjs';

const url = process.env.FIRTH_URL ?? 'http://localhost:8080';
const out = process.env.FIRTH_E2E_OUT ?? 'target/e2e';
const run = Date.now().toString(36);
const SHOP = `Shop ${run}`;
const THANKS = `Thanks ${run}`;
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };

let passed = 0;
async function step(name, work) {
    const began = Date.now();
    await work();
    passed++;
    console.log(`  ✓ ${name} (${Date.now() - began} ms)`);
}

const { browser, close } = await launch();
const { page, complaints } = await visit(browser, url);
const button = (name) => page.getByRole('button', { name, exact: true });
const field = (name) => page.getByRole('textbox', { name, exact: true });
const title = (name) => page.getByRole('heading', { name, level: 1 }).waitFor();
const accounts = async () => (await page.request.get('/api/channels')).json();

async function channels() {
    await step('a channel is chosen, and what it needs is asked for', async () => {
        await page.goto('/settings/channels');
        await button('Add a channel').click();
        await page.getByRole('button', { name: /^Webhook/ }).click();
        await title('Add: Webhook');
        await button('Add').click();
        await page.getByText('This is needed.').first().waitFor();
        await page.waitForFunction(
            () => document.activeElement?.getAttribute('aria-invalid') === 'true',
        );
    });

    await step(
        'a secret is made in the browser, and the whole is tried before it is saved',
        async () => {
            await field('Name').fill(SHOP);
            await field('Address of your program').fill('https://shop.invalid/firth');
            await button('Generate: Secret').click();
            assert.match(await field('Secret').inputValue(), /^[0-9a-f]{64}$/);
            await button('Test now').click();
            await page.getByText('Callback', { exact: true }).waitFor({ timeout: 60_000 });
            assert.ok(
                !(await accounts()).some(({ name }) => name === SHOP),
                'nothing is saved yet',
            );
        },
    );

    await step('it is saved; the other side’s part is shown, the secret never again', async () => {
        await button('Add').click();
        await title(SHOP);
        const { id } = (await accounts()).find(({ name }) => name === SHOP);
        const hook = await field('Address of the webhook').inputValue();
        assert.ok(hook.endsWith(`/hooks/${id}`), hook);
        assert.equal(await field('Secret').inputValue(), 'Kept');
    });

    await step('leaving unsaved is asked about; staying keeps what was typed', async () => {
        await field('Name').fill(`${SHOP} two`);
        await page.getByRole('link', { name: 'Macros' }).click();
        await page.getByRole('alertdialog', { name: 'Leave without saving?' }).waitFor();
        await page.keyboard.press('Escape');
        assert.equal(await field('Name').inputValue(), `${SHOP} two`);
        await button('Save').click();
        await title(`${SHOP} two`);
    });

    await step('it is paused, resumed and removed', async () => {
        await button('Pause').click();
        await page.getByText('Nothing is taken in until it is resumed.').waitFor();
        await button('Resume').click();
        await button('Pause').waitFor();
        await button('Remove').first().click();
        await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
        await title('Channels');
        assert.ok(!(await accounts()).some(({ name }) => name.startsWith(SHOP)));
    });
}

async function macros() {
    await step('a macro is written by keyboard, with a variable and what it does', async () => {
        await page.goto('/settings/macros/new');
        await field('Name').fill(THANKS);
        await field('Text').fill('Hi ');
        await button('Insert a variable').focus();
        await page.keyboard.press('Enter');
        await page.getByRole('menuitem', { name: 'Customer’s name' }).waitFor();
        await page.keyboard.press('Enter');
        await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
        await page.keyboard.type(', thank you.');
        await page.getByText('Hi Ada Lovelace, thank you.').waitFor();
        await page.getByRole('combobox', { name: 'Priority' }).selectOption('high');
        await button('Save').click();
        await title('Macros');
        await page.getByText('priority High').first().waitFor();
    });

    await step('it is deleted', async () => {
        await button(`Delete ${THANKS}`).click();
        await button('Delete').click();
        await page.getByText(THANKS, { exact: true }).waitFor({ state: 'detached' });
    });
}

async function profile() {
    await step('a zone is found by a part of its name, and kept', async () => {
        await page.goto('/settings/profile');
        await page.getByRole('button', { name: /^Time zone/ }).click();
        await page.getByRole('combobox', { name: 'Find a time zone' }).fill('tallin');
        await page.keyboard.press('Enter');
        await page.getByRole('form', { name: 'You' }).getByRole('button', { name: 'Save' }).click();
        await page.getByText('Saved', { exact: true }).waitFor();
        const { zone } = await (await page.request.get('/api/me')).json();
        assert.equal(zone, 'Europe/Tallinn');
    });
}

const places = [
    'channels',
    'channels/new',
    'channels/new-email',
    'channels/new-webhook',
    'macros',
    'macros/new',
    'blocked',
    'quarantine',
    'profile',
];

async function access() {
    for (const colorScheme of ['light', 'dark']) {
        await step(
            `nothing serious stands in anybody’s way, ${colorScheme}, wide and narrow`,
            async () => {
                await page.emulateMedia({ colorScheme });
                for (const place of places) {
                    for (const size of [DESK, PHONE]) {
                        await page.setViewportSize(size);
                        await page.goto(`/settings/${place}`);
                        await page.getByRole('heading', { level: 1 }).first().waitFor();
                        await examine(page, `${place}, ${size.width} px`);
                        const wide = await page.evaluate(
                            () => document.documentElement.scrollWidth,
                        );
                        assert.ok(wide <= size.width, `${place} fits ${size.width} px`);
                    }
                }
            },
        );
    }
}

try {
    await signIn(
        page,
        process.env.FIRTH_ADMIN_EMAIL ?? 'admin@example.com',
        process.env.FIRTH_ADMIN_PASSWORD ?? '',
    );
    const kinds = await (await page.request.get('/api/channels/kinds')).json();
    if (kinds.some(({ channel }) => channel === 'webhook')) await channels();
    else console.log('  – channels: skipped, because this product has no webhook channel');
    if ((await page.request.get('/api/macros')).ok()) await macros();
    else console.log('  – macros: skipped, because this product has none');
    await profile();
    await access();
    assert.deepEqual(complaints, []);
    console.log(`${passed} passed, 0 failed`);
} catch (failure) {
    console.error(failure);
    mkdirSync(out, { recursive: true });
    await page.screenshot({ path: path(out, 'settings.png') }).catch(() => undefined);
    console.log(`${passed} passed, 1 failed`);
    process.exitCode = 1;
} finally {
    await close();
}
