import { AxeBuilder } from '@axe-core/playwright';
import assert from 'node:assert/strict';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * Fails when axe finds something serious or critical. Mails are looked at as frames only: their colours are
 * their writers' own.
 * @param {import('playwright-core').Page} page
 */
export async function examine(page, name) {
    const { violations } = await new AxeBuilder({ page })
        .withTags(rules)
        .exclude('iframe')
        .analyze();
    const serious = violations.filter(
        ({ impact }) => impact === 'serious' || impact === 'critical',
    );
    const said = serious.map(
        ({ id, help, nodes }) =>
            `${id}: ${help}\n${nodes.map(({ html, failureSummary }) => `    ${html.slice(0, 200)}\n    ${failureSummary}`).join('\n')}`,
    );
    assert.deepEqual(said, [], `${name} stands in somebody's way`);
}
