import { AxeBuilder } from '@axe-core/playwright';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const axe = fileURLToPath(import.meta.resolve('axe-core/axe.min.js'));

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
    judge(violations, name);
}

/**
 * The same for one frame, which need not be within reach of its page.
 * @param {import('playwright-core').Frame} frame
 */
export async function examineFrame(frame, name) {
    await frame.evaluate(readFileSync(axe, 'utf8'));
    const { violations } = await frame.evaluate(
        (values) => window.axe.run({ runOnly: { type: 'tag', values } }),
        rules,
    );
    judge(violations, name);
}

function judge(violations, name) {
    const serious = violations.filter(
        ({ impact }) => impact === 'serious' || impact === 'critical',
    );
    const said = serious.map(
        ({ id, help, nodes }) =>
            `${id}: ${help}\n${nodes.map(({ html, failureSummary }) => `    ${html.slice(0, 200)}\n    ${failureSummary}`).join('\n')}`,
    );
    assert.deepEqual(said, [], `${name} stands in somebody's way`);
}
