// Suggested replies: what an agent sees of them, inserts, turns down, and cannot send half filled in.
import assert from 'node:assert/strict';
import { open, thread } from './agent.mjs';

/** @param {{ page: import('playwright-core').Page, step: Function, look: Function }} its */
export async function suggesting({ page, step, look }) {
    const card = page.getByRole('region', { name: 'Suggested reply' });
    const composer = () => page.getByRole('textbox', { name: 'Reply' });
    const key = (name) => page.keyboard.press(name);
    const chosen = () =>
        page.evaluate(() => {
            const { value, selectionStart, selectionEnd } = document.querySelector('textarea');
            return value.slice(selectionStart, selectionEnd);
        });

    await step('a suggested reply says what speaks for it', async () => {
        await page.goto('/inbox/all');
        await open(page, 'Where is my parcel?');
        await card.getByText('Strong match').waitFor();
        await card.getByText('Approved answer').waitFor();
        await card.getByText(/Used 14 times by 5 agents · last on .* · 92 % unedited/).waitFor();
        await look('desk-suggestion');
        await card.getByRole('button', { name: 'Show all' }).click();
        await card.getByText('without waiting for the carrier').waitFor();
        await look('desk-suggestion-all');
    });
    await step('others are walked through, and one of no help goes', async () => {
        await card.getByRole('button', { name: 'Next suggestion' }).click();
        await card.getByText('I have asked the carrier').waitFor();
        await look('desk-suggestion-fair');
        await card.getByRole('button', { name: 'Not helpful' }).click();
        await card.getByText('the parcel came back to us').waitFor();
        await card.getByText('2 of 2').waitFor();
        await card.getByRole('button', { name: 'Next suggestion' }).click();
        await card.getByText('Strong match').waitFor();
    });
    await step('⌘K and ⌘J insert it; the first slot is there to be typed over', async () => {
        await key('Control+k');
        await page.getByRole('dialog').getByRole('combobox').fill('insert the');
        await page
            .getByRole('option', { name: /Insert the suggested reply/ })
            .first()
            .waitFor();
        await key('Enter');
        await card.waitFor({ state: 'detached' });
        await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
        assert.equal(await chosen(), '{{order}}');
        await key('Control+j');
        await page.waitForFunction(() =>
            document.querySelector('textarea')?.value.includes('came back to us'),
        );
        await composer().fill('');
        await card.getByText('Strong match').waitFor();
        await key('Control+j');
        await page.waitForFunction(() =>
            document.querySelector('textarea')?.value.startsWith('Hello Olivia'),
        );
        await page.waitForTimeout(50);
        assert.equal(await chosen(), '{{order}}');
        await page.keyboard.type('10511');
        await page.getByText('Fill in {{date}} before you send').waitFor();
        await look('desk-unfilled');
    });
    await step('a reply with a slot left open is sent only as it is written', async () => {
        await key('Control+Enter');
        assert.equal(
            await page
                .getByRole('button', { name: 'Send', exact: true })
                .getAttribute('aria-disabled'),
            'true',
        );
        await page.getByRole('button', { name: 'Show', exact: true }).click();
        assert.equal(await chosen(), '{{date}}');
        await page.getByRole('button', { name: 'Send as written' }).click();
        await thread(page).getByText('Order 10511 left us on {{date}}').waitFor();
        assert.equal(await card.count(), 0);
    });
}
