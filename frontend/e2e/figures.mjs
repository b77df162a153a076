// The board and the reports in a browser, against a product that has some history; each screen looked at by axe.
//   FIRTH_URL, FIRTH_ADMIN_EMAIL, FIRTH_ADMIN_PASSWORD   where it is and who may enter
//   FIRTH_SHOTS   a folder for a picture of each screen, light, dark and at 390 px (default: none are made)
// Ends with 0 when every step held.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { signIn, visit } from './agent.mjs';
import { launch } from './browser.mjs';
import { looker } from './look.mjs';

const url = process.env.FIRTH_URL ?? 'http://localhost:8080';
const shots = process.env.FIRTH_SHOTS;
if (shots) mkdirSync(shots, { recursive: true });

const { browser, close } = await launch();
const { page, complaints } = await visit(browser, url);
const look = looker(page, shots);
let passed = 0;
let failed = 0;

async function step(name, work) {
    try {
        await work();
        passed++;
        console.log(`  ✓ ${name}`);
    } catch (failure) {
        failed++;
        console.log(`  ✗ ${name}\n${failure.message}`);
    }
}

const region = (name) => page.getByRole('region', { name, exact: true });
const dialog = () => page.getByRole('dialog');

async function board() {
    await step('the board opens by key and fills by the stream', async () => {
        await page.keyboard.press('g');
        await page.keyboard.press('b');
        await page.getByRole('heading', { name: 'Board', level: 1 }).waitFor();
        await region('Waiting now')
            .getByRole('button', { name: /^Waiting now: \d/ })
            .waitFor();
        await region('Who waits, by team and how long').getByRole('table').waitFor();
        await look('board');
    });
    await step('a number opens as many facts as it says', async () => {
        const number = region('Unassigned').getByRole('button');
        const says = Number(await number.textContent());
        await number.click();
        const items = dialog().getByRole('listitem');
        await items.first().waitFor();
        assert.equal(await items.count(), Math.min(50, says));
        const file = await dialog().getByRole('link', { name: /CSV/ }).getAttribute('href');
        const answer = await page.request.get(file);
        assert.match(answer.headers()['content-type'], /text\/csv/);
        assert.equal((await answer.text()).trim().split('\n').length, says + 1);
        await look('board-drawer');
        await dialog().getByRole('link').first().click();
        await page.waitForURL(/\/inbox\/all\/[^#]+#\d+$/);
        await page.goto('/board');
    });
    await step('a screen on the wall names nobody', async () => {
        await page.goto('/board?wall=1');
        await region('Waiting now').waitFor();
        assert.equal(await page.getByRole('navigation').count(), 0);
        assert.equal(await region('Agents').count(), 0);
        await page.setViewportSize({ width: 1920, height: 1080 });
        await look('board-wall', { narrow: false });
        await page.setViewportSize({ width: 1440, height: 900 });
    });
}

async function reports() {
    await step('a report opens by key', async () => {
        await page.goto('/inbox/all');
        await page.getByRole('navigation', { name: 'Views' }).waitFor();
        await page.keyboard.press('g');
        await page.keyboard.press('r');
        await page.getByRole('img', { name: /^First response time, from/ }).waitFor();
        await look('reports');
    });
    for (const [name, search] of [
        ['count', 'metric=conversations_opened&preset=7d'],
        ['ratio-by-team', 'metric=csat&by=week&group=team'],
        ['ranking', 'metric=response_time&by=none&group=agent'],
        ['today', 'metric=messages_received&preset=today'],
        ['stages', 'metric=stage_time&by=none&group=stage&preset=last_month'],
        ['oldest', 'metric=oldest_wait&preset=7d'],
        ['nothing', 'metric=nps'],
    ])
        await step(`a report of another shape: ${name}`, async () => {
            await page.goto(`/reports?${search}`);
            await region('The whole period').getByRole('button').first().waitFor();
            await look(`reports-${name}`, { narrow: name === 'ratio-by-team' });
        });
    await step('the glossary has every figure, and leads to it', async () => {
        await page.goto('/reports/glossary');
        await page
            .getByRole('heading', { name: 'First contact resolution', level: 3, exact: true })
            .waitFor();
        await look('reports-glossary');
        await page.getByRole('heading', { name: 'Reopen rate' }).getByRole('link').click();
        await page.getByRole('button', { name: 'Figure: Reopen rate' }).waitFor();
    });
}

try {
    await signIn(page, process.env.FIRTH_ADMIN_EMAIL ?? '', process.env.FIRTH_ADMIN_PASSWORD ?? '');
    await board();
    await reports();
    await step('the browser had nothing to complain of', () => assert.deepEqual(complaints, []));
} finally {
    await close();
}
console.log(`${passed} steps held, ${failed} did not`);
process.exitCode = failed ? 1 : 0;
