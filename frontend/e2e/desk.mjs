// The agents' desk against the mock, each screen looked at by axe; `npm run build` comes first, or FIRTH_PAGES names what was built.
//   FIRTH_ONLY    only the steps whose names match this expression
//   FIRTH_E2E_OUT where a picture is left when something fails (default: target/e2e)
//   FIRTH_SHOTS   a folder for a picture of each screen, light, dark and at 390 px (default: none are made)
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join as path } from 'node:path';
import { open, rows, signIn, thread, visit, write } from './agent.mjs';
import { answering } from './answering.mjs';
import { examine } from './axe.mjs';
import { launch } from './browser.mjs';
import { looker } from './look.mjs';
import { password, start } from './mock/server.mjs';
import { suggesting } from './suggesting.mjs';
import { writing } from './writing.mjs';

const shots = process.env.FIRTH_SHOTS;
const out = process.env.FIRTH_E2E_OUT ?? 'target/e2e';

const mock = await start(0);
const { browser, close } = await launch();
const mara = await visit(browser, mock.url);
const { page } = mara;
let passed = 0;

/** Only some of the steps, while they are being made. */
const only = process.env.FIRTH_ONLY && new RegExp(process.env.FIRTH_ONLY);

async function step(name, work) {
    if (only && !only.test(name)) return;
    await work();
    passed++;
    console.log(`  ✓ ${name}`);
}

const look = looker(page, shots);
const composer = () => page.getByRole('textbox', { name: 'Reply' });
const dialog = () => page.getByRole('dialog');
const key = (name) => page.keyboard.press(name);

async function channels() {
    await step('one list holds every channel, and says who is typing', async () => {
        await page.goto('/inbox/all');
        await rows(page, 'Noor Haddad').getByText('typing…').waitFor();
        await look('desk-list');
    });
    await step('a chat: place, choice, edit, reaction, typing', async () => {
        await open(page, 'Where is the nearest workshop?');
        await thread(page).getByText('Kiel, Holstenbrücke').waitFor();
        await thread(page).getByText('Radwerk Gaarden').waitFor();
        await thread(page)
            .getByRole('button', { name: /^Edited/ })
            .click();
        await thread(page).getByText('Is it open on sunday?').waitFor();
        await look('desk-chat');
    });
    await step('a post: quote, card, a tombstone that opens, reactions', async () => {
        await page.goto('/inbox/all');
        await open(page, 'Fjord 3 in the rain');
        await thread(page).getByText('Deleted by its author').waitFor();
        await thread(page).getByRole('button', { name: 'Show what it was' }).click();
        await thread(page).getByText('wow that is rude').waitFor();
        await look('desk-bluesky');
    });
    await step('300 graphemes and no more: counted, said, stopped', async () => {
        await write(page, 'r', '👩‍👩‍👧'.repeat(301));
        await page.getByText('1 character too long').waitFor();
        assert.equal(
            await page
                .getByRole('button', { name: 'Send', exact: true })
                .getAttribute('aria-disabled'),
            'true',
        );
        await look('desk-too-long');
        await composer().fill('');
    });
    await step('what a machine sends and what did not leave, in the server’s words', async () => {
        await page.goto('/inbox/all');
        await open(page, 'Order 88-2201: two frames bent');
        await thread(page).getByText('Not shown here: damage_report').waitFor();
        await thread(page).getByText('maintenance until 14:00').waitFor();
        await look('desk-webhook');
        await thread(page).getByRole('button', { name: 'Retry' }).click();
        await thread(page).getByText('Being sent').waitFor();
    });
}

async function around() {
    await step(
        'search: chips, marked words, keys; what was searched for is remembered',
        async () => {
            await key('/');
            await page.getByRole('combobox', { name: /Words/ }).waitFor();
            await look('desk-search-empty');
            await page.keyboard.type('refund');
            await page.locator('mark').first().waitFor();
            await look('desk-search');
            const found = page.waitForResponse(/\/api\/.*is%3Aopen/);
            await page.getByRole('button', { name: 'is:open' }).click();
            await page.waitForURL(/is%3Aopen/);
            await found;
            await page.getByRole('option').first().waitFor();
            await key('ArrowDown');
            await key('ArrowUp');
            await key('Enter');
            await page.waitForURL(/\/inbox\/all\/.*#\d+/);
            await page.goto('/search?q=zeppelin');
            await page.getByText('Nothing found for “zeppelin”').waitFor();
            await look('desk-search-none');
            await page.goto('/search?q=%22open');
            await page.getByText('A quotation mark is not closed.').waitFor();
            await examine(page, 'a search that fails');
            await page.goto('/search');
            await page.getByRole('button', { name: /^refund/ }).waitFor();
        },
    );
    await step('⌘K finds through the server', async () => {
        await page.goto('/inbox/mine');
        await page.getByRole('heading', { name: 'Mine', level: 1 }).waitFor();
        await key('Control+k');
        await dialog().getByRole('combobox').fill('bergen');
        await dialog()
            .getByRole('option', { name: /Fjord 3 in the rain/ })
            .waitFor();
        await look('desk-palette', { narrow: false });
        await key('Escape');
    });
    await step(
        'a contact: identities of several channels, the timeline over all of them',
        async () => {
            await page.goto('/inbox/all');
            await open(page, 'Re: Refund for order 10428');
            const panel = page.getByRole('complementary', { name: 'Contact' });
            await panel.getByText('@ada.analytical.example').waitFor();
            await panel.getByRole('button', { name: 'Timeline on all channels' }).click();
            await panel.getByRole('button', { name: 'Earlier', exact: true }).click();
            await look('desk-contact', { narrow: false });
            await panel.getByRole('button', { name: 'Actions for this contact' }).click();
            await page.getByRole('menuitem', { name: 'Rename' }).click();
            await panel.getByRole('textbox', { name: 'Name' }).fill('Ada King');
            await key('Enter');
            await panel.getByRole('heading', { name: 'Ada King' }).waitFor();
            await panel.getByRole('button', { name: 'Actions for this contact' }).click();
            await page.getByRole('menuitem', { name: 'Merge with another contact…' }).click();
            await dialog().getByRole('searchbox').fill('tomasz');
            await dialog()
                .getByRole('button', { name: /Tomasz/ })
                .click();
            await look('desk-contact-merge', { narrow: false });
            await key('Escape');
            await page.setViewportSize({ width: 390, height: 844 });
            await page.getByRole('button', { name: 'Contact panel' }).click();
            await dialog().getByText('@ada.analytical.example').waitFor();
            await look('desk-contact-sheet');
        },
    );
    await step('a merge is offered, done, shown as one block and taken back', async () => {
        await page.goto('/inbox/all');
        await open(page, 'Re: Refund for order 10428');
        await page.getByRole('region', { name: 'Possible merge' }).waitFor();
        await look('desk-merge-offer', { narrow: false });
        await page.locator('#conversation-title').focus();
        await key('Shift+M');
        await dialog()
            .getByRole('button', { name: /Refund for order 10428/ })
            .first()
            .waitFor();
        await look('desk-merge');
        await dialog()
            .getByRole('button', { name: /Refund for order 10428/ })
            .first()
            .click();
        const block = page.getByRole('region', { name: /^Merged conversation/ });
        await block.getByRole('button', { expanded: false }).click();
        await block.getByText('It is the same matter.').waitFor();
        await look('desk-merged');
        await block.getByRole('button', { name: 'Open', exact: true }).click();
        await page.getByText(/^Merged into #\d+ by Mara/).waitFor();
        await look('desk-merged-into');
        await page.getByRole('button', { name: 'Undo merge' }).click();
        await composer().waitFor();
    });
    await step('pictures from the internet only when they are asked for', async () => {
        await page.goto('/inbox/all');
        await rows(page, 'Velo Parts').first().click();
        await page.getByRole('button', { name: 'Show it' }).click();
        await page.frameLocator('iframe').locator('img[src*="/images?src="]').waitFor();
    });
    await step('spam, blocked or not', async () => {
        await page.locator('#conversation-title').focus();
        await key('!');
        await page.getByRole('alertdialog').waitFor();
        await look('desk-spam');
        await page.getByRole('button', { name: 'Mark and block' }).click();
        await page.getByText(/marked as spam, .* blocked/).waitFor();
    });
    await step('notifications are chosen in the profile’s menu; keys are all listed', async () => {
        await page.getByRole('button', { name: /profile and settings$/ }).click();
        await page.getByRole('menuitem', { name: 'Notifications…' }).click();
        await dialog().getByRole('switch', { name: 'Sound' }).waitFor();
        await look('desk-notices');
        await key('Escape');
        await page.getByRole('button', { name: /profile and settings$/ }).focus();
        await key('?');
        await dialog().getByText('Mark as spam…').waitFor();
        await examine(page, 'shortcuts');
        await key('Escape');
    });
}

try {
    if (shots) mkdirSync(shots, { recursive: true });
    await signIn(page, 'mara@northlight.example', password);
    await channels();
    await writing({ browser, mock, page, step, look });
    await suggesting({ page, step, look });
    await answering({ page, step, look });
    await around();
    assert.deepEqual(mara.complaints, [], 'the page complained');
    console.log(`${passed} steps held`);
} catch (failure) {
    mkdirSync(out, { recursive: true });
    await page.screenshot({ path: path(out, 'desk.png') }).catch(() => undefined);
    throw failure;
} finally {
    await close();
    await mock.close();
}
