// Approved answers: what is asked again and again is approved at once or after a look, kept, changed and taken back.
import assert from 'node:assert/strict';

/** @param {{ page: import('playwright-core').Page, step: Function, look: Function }} its */
export async function answering({ page, step, look }) {
    const list = page.getByRole('list', { name: 'Approved answers' });
    const button = (name) => page.getByRole('button', { name });
    const field = (name) => page.getByRole('textbox', { name, exact: true });
    const asked = 'Where is my parcel?';

    await step('what is approved, and what is asked again and again', async () => {
        await page.goto('/settings/answers');
        await list.getByText(/^Review was due/).waitFor();
        await list.getByText('Northlight, Dealers').waitFor();
        await page.getByText('Asked 14 times').waitFor();
        await look('answers');
    });
    await step('a conversation it comes from is opened by its number', async () => {
        await button('Open #1003').click();
        await page.waitForURL(/\/inbox\/all\/.+/);
        await page.goBack();
    });
    await step('one is approved at once, and is named where it stands then', async () => {
        await button(/^Approve: I lost both keys/).click();
        await page.getByText('Approved: I lost both keys of my battery lock').waitFor();
        await list.getByText('I lost both keys of my battery lock').waitFor();
        assert.equal(await button(/^Approve: I lost both keys/).count(), 0);
        assert.equal(
            await page.evaluate(() => document.activeElement?.textContent),
            'Asked again and again',
        );
    });
    await step('another is read again first, and the form is used by keys alone', async () => {
        await button(new RegExp(`^Edit and approve: ${asked.replace('?', '\\?')}`)).click();
        await field('Title').fill('');
        await look('answers-form');
        await button('Approve').click();
        await page.getByText('This is needed.').waitFor();
        await page.waitForFunction(
            () => document.activeElement?.getAttribute('aria-invalid') === 'true',
        );
        await look('answers-form-missing');
        await page.keyboard.type('Where a parcel is');
        await button('Add a question').focus();
        await page.keyboard.press('Enter');
        await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
        await page.keyboard.type('Is it lost?');
        await page.getByRole('checkbox', { name: 'Shop chat' }).check();
        await page.getByLabel('Review on').fill('2027-06-01');
        await button('Approve').click();
        await list.getByText('Where a parcel is').waitFor();
        await list.getByText(/5 questions · Northlight, Shop chat · review on/).waitFor();
    });
    await step('an account that was asked nothing twice says so', async () => {
        await page.getByRole('combobox').selectOption('Dealers');
        await page.getByText('Nothing was asked again yet').waitFor();
        await look('answers-none');
    });
    await step('leaving a form half written is asked about; one is removed', async () => {
        await button('Edit Where a parcel is').click();
        await field('Title').fill('Parcels');
        await page.getByRole('link', { name: 'Macros' }).click();
        await page.getByRole('alertdialog', { name: 'Leave without saving?' }).waitFor();
        await page.keyboard.press('Escape');
        await button('Save').click();
        await button('Remove Parcels').click();
        await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
        await page.getByText('The answer was removed').waitFor();
        await page.getByRole('combobox').selectOption('Northlight');
        await page.getByText('Asked 14 times').waitFor();
    });
}
