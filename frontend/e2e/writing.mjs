// The part of the desk where agents write: recipients, drafts, macros, snippets, emoji, forwarding, beginning.
import assert from 'node:assert/strict';
import { open, rows, thread, visit } from './agent.mjs';

const file = (name, size) => ({ name, mimeType: 'application/pdf', buffer: Buffer.alloc(size, 7) });

/** @param {{ browser: import('playwright-core').Browser, mock: { url: string }, page: import('playwright-core').Page, step: Function, look: Function }} its */
export async function writing({ browser, mock, page, step, look }) {
    const composer = () => page.getByRole('textbox', { name: 'Reply' });
    const dialog = () => page.getByRole('dialog');
    const key = (name) => page.keyboard.press(name);

    await step('recipients unfold; all others come with one press', async () => {
        await page.goto('/inbox/all');
        await open(page, 'Re: Refund for order 10428');
        await thread(page).getByText('Not verified').waitFor();
        await thread(page).getByText('Written outside Firth').waitFor();
        await page.getByRole('button', { name: 'Recipients: Ada Lovelace' }).click();
        await page.getByRole('button', { name: /^Add the/ }).click();
        await page.getByRole('button', { name: 'Remove Charles Babbage' }).waitFor();
        const to = page.getByRole('combobox', { name: 'To', exact: true });
        await to.fill('tomasz');
        await page.getByRole('option', { name: /Tomasz/ }).waitFor();
        await look('desk-recipients');
        await key('Enter');
        await page.getByRole('button', { name: /Remove Tomasz/ }).waitFor();
    });
    await step('files, a format, the signature; the draft is kept by the server', async () => {
        await composer().fill('Thank you, **found it**.');
        await page
            .locator('input[type=file]')
            .first()
            .setInputFiles([file('proof.pdf', 48_000), file('terms.pdf', 120_000)]);
        await page.getByRole('button', { name: 'Remove terms.pdf' }).waitFor();
        await page.getByText('Saved', { exact: true }).waitFor();
        await look('desk-composer');
    });
    await step('the same draft on another device; what is newer wins, and is told', async () => {
        const bureau = await visit(browser, mock.url, {
            storageState: await page.context().storageState(),
        });
        await bureau.page.evaluate(() => localStorage.clear()).catch(() => undefined);
        await bureau.page.goto(page.url());
        await bureau.page.evaluate(() => localStorage.clear());
        await bureau.page.reload();
        const there = bureau.page.getByRole('textbox', { name: 'Reply' });
        await bureau.page.waitForFunction(() =>
            document.querySelector('textarea')?.value.includes('found it'),
        );
        await bureau.page.getByRole('button', { name: 'Remove proof.pdf' }).waitFor();
        await rows(bureau.page, 'Draft: Thank you').first().waitFor();
        await there.fill('Thank you, found it on the other device.');
        await page.waitForFunction(() =>
            document.querySelector('textarea')?.value.includes('other device'),
        );
        await bureau.close();
    });
    await step(
        'a slash brings macros; the chosen one fills in and says what it will do',
        async () => {
            await page.goto('/inbox/all');
            await open(page, 'Re: Refund for order 10428');
            await composer().fill('');
            await composer().pressSequentially('/refund st');
            await page.getByRole('listbox', { name: 'Macros' }).waitFor();
            await look('desk-slash', { narrow: false });
            await key('Enter');
            await page.waitForFunction(() =>
                document.querySelector('textarea')?.value.startsWith('Hi Ada Lovelace'),
            );
            await page.getByText('When sent:').waitFor();
            await key('Escape');
            await key('m');
            await dialog().getByRole('option', { name: 'Ask for a photo' }).waitFor();
            await look('desk-macros');
            await key('Escape');
            await composer().fill('');
        },
    );
    await step('two colons bring the words alone; one brings emoji', async () => {
        await composer().pressSequentially('::refund st');
        await page.getByRole('listbox', { name: 'Macros' }).waitFor();
        await key('Enter');
        await page.waitForFunction(() =>
            document.querySelector('textarea')?.value.startsWith('Hi Ada Lovelace'),
        );
        assert.equal(await page.getByText('When sent:').count(), 0);
        await composer().fill('');
        await composer().pressSequentially('Thanks :thu');
        await page.getByRole('option', { name: 'thumbs up' }).waitFor();
        await look('desk-emoji-typed', { narrow: false });
        await key('Enter');
        assert.equal(await composer().inputValue(), 'Thanks 👍 ');
        await page.getByRole('button', { name: 'Emoji' }).click();
        await page.getByRole('combobox', { name: 'Find an emoji' }).fill('parcel');
        await look('desk-emoji', { narrow: false });
        await key('Enter');
        await page.waitForFunction(() => document.querySelector('textarea')?.value.endsWith('📦'));
        await composer().fill('');
    });
    await step('a message is handed on with its file', async () => {
        const first = thread(page).getByRole('article').first();
        await first.hover();
        await first.getByRole('button', { name: 'More for this message' }).click();
        await page.getByRole('menuitem', { name: 'Forward…' }).click();
        await page.getByText(/^Forwarding what Ada Lovelace wrote at .* with 1 file$/).waitFor();
        await look('desk-forward');
        await page.getByRole('button', { name: 'Do not forward' }).click();
    });
    await step('a new conversation: recipients found, subject, text, sent', async () => {
        await page.locator('#conversation-title').focus();
        await key('c');
        await dialog().getByRole('combobox', { name: 'To' }).fill('nina');
        await page.getByRole('option', { name: /Nina Petrova/ }).waitFor();
        await key('Enter');
        await dialog().getByRole('textbox', { name: 'Subject' }).fill('Your frame number');
        await dialog()
            .getByRole('textbox', { name: 'Write the first message…' })
            .fill('Hello Nina,\n\nit stands under the bottom bracket.');
        await look('desk-new');
        await key('Control+Enter');
        await page.getByRole('heading', { name: 'Your frame number', level: 1 }).waitFor();
    });
}
