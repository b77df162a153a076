// From a file of history to figures, in a browser against the real product: import, board, wall, reports, glossary; each
// screen is looked at by axe, in both themes and at 390 px.
//   FIRTH_URL, FIRTH_ADMIN_EMAIL, FIRTH_ADMIN_PASSWORD   where it is and who may enter
//   FIRTH_E2E_OUT   where a picture is left when something fails (default: target/e2e)
//   FIRTH_SHOTS     a folder for a picture of each screen (default: none are made)
// Ends with 0 when every step held. It may be played again on the same product: each time a history of its own is added.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join as path } from 'node:path';
import { signIn, thread, visit } from './agent.mjs';
import { launch } from './browser.mjs';
import { history } from './history.mjs';
import { looker } from './look.mjs';

const url = process.env.FIRTH_URL ?? 'http://localhost:8080';
const out = process.env.FIRTH_E2E_OUT ?? 'target/e2e';
const shots = process.env.FIRTH_SHOTS;
for (const folder of [out, shots]) if (folder) mkdirSync(folder, { recursive: true });
const DESK = { width: 1440, height: 900 };
/** One page of what is behind a figure. */
const PAGE = 50;
const AGENT = 'Mara Lindqvist';
const soon = { timeout: 60_000 };

const { browser, close } = await launch();
const { page, complaints } = await visit(browser, url);
const look = looker(page, shots);
let passed = 0;
let failed = 0;

async function step(name, work) {
    const began = Date.now();
    try {
        await work();
        passed++;
        console.log(`  ✓ ${name} (${Date.now() - began} ms)`);
    } catch (failure) {
        failed++;
        console.log(`  ✗ ${name}\n${failure.stack}`);
        await page.screenshot({ path: path(out, `figures-${failed}.png`) }).catch(() => undefined);
        await page.setViewportSize(DESK);
    }
}

const region = (name) => page.getByRole('region', { name, exact: true });
const button = (name) => page.getByRole('button', { name });
const dialog = () => page.getByRole('dialog');
const number = async (its) => Number((await its.textContent()).replace(/\D/g, ''));

/** What is behind a number: as many rows as it says, and a file of exactly those. */
async function opens(its) {
    const says = await number(its);
    await its.click();
    await dialog().getByRole('listitem').first().waitFor(soon);
    const shown = await dialog().getByRole('listitem').count();
    const link = await dialog().getByRole('link', { name: /CSV/ }).getAttribute('href');
    const file = await page.request.get(link);
    assert.match(file.headers()['content-type'], /text\/csv/);
    const rows = (await file.text()).trim().split('\n').length - 1;
    return { says, shown, rows };
}

/** The same where time may have moved a fact between the number and its opening. */
async function opensExactly(its) {
    let found = null;
    for (let tries = 0; tries < 3; tries++) {
        found = await opens(its);
        if (found.rows === found.says && found.shown === Math.min(PAGE, found.says)) return;
        await page.keyboard.press('Escape');
        await dialog().waitFor({ state: 'detached' });
    }
    assert.fail(`behind ${found.says} stand ${found.shown}, in the file ${found.rows}`);
}

async function imports() {
    const source = `journey-${Date.now().toString(36)}`;
    const text = history({ days: shots ? 62 : 36, name: source, perHour: 6 });
    const lines = text.trim().split('\n').length;
    const send = async (name) => {
        await page.getByRole('textbox', { name: 'Name of the other system' }).fill(source);
        await page.locator('input[type=file]').setInputFiles({
            name,
            mimeType: 'application/x-ndjson',
            buffer: Buffer.from(text),
        });
        const job = page.getByRole('listitem').filter({ hasText: name });
        await job.getByText('Done', { exact: true }).waitFor({ timeout: 300_000 });
        return job;
    };
    const many = new Intl.NumberFormat('en').format(lines);
    await step(`a file of ${many} lines is taken in`, async () => {
        await page.goto('/settings/import');
        const job = await send(`${source}.ndjson`);
        await job.getByText(`${many} taken in`).waitFor();
        await look('import');
    });
    await step('the same file again changes nothing', async () => {
        const job = await send(`${source}-again.ndjson`);
        await job.getByText(`${many} known already`).waitFor();
    });
}

async function board() {
    await step('the board opens by key and fills by the stream', async () => {
        await page.goto('/inbox/all');
        await page.getByRole('navigation', { name: 'Views' }).waitFor();
        await page.keyboard.press('g');
        await page.keyboard.press('b');
        await page.getByRole('heading', { name: 'Board', level: 1 }).waitFor();
        await region('Waiting now')
            .getByRole('button', { name: /^Waiting now: \d/ })
            .waitFor(soon);
        await region('Agents').getByText(AGENT).waitFor(soon);
        await look('board');
    });
    await step('every tile is compared, and says up to when it is told', async () => {
        for (const name of ['Waiting now', 'Longest wait', 'Unassigned', 'New in the last hour']) {
            await region(name)
                .getByTitle(/^Everything up to/)
                .waitFor();
            await region(name)
                .getByRole('button', { name: /an hour ago|in the hour before/ })
                .waitFor();
        }
    });
    await step('a number opens as many facts as it says, and leads to the message', async () => {
        await opensExactly(region('Unassigned').getByRole('button').first());
        await look('board-drawer');
        const link = dialog().getByRole('link').first();
        const subject = (await link.textContent()).replace(/^\s*#\d+\s*/, '').trim();
        await link.click();
        await page.waitForURL(/\/inbox\/all\/[^#]+#\d+$/);
        await thread(page).getByText(`${subject} (`).first().waitFor(soon);
        await page.goBack();
    });
    for (const [team, age] of [
        ['Workshop', '≥ 60 min'],
        ['Workshop', '15–60 min'],
    ])
        await step(`a team’s ${age} open exactly those who have waited so long`, async () => {
            const cell = region('Who waits, by team and how long').getByRole('button', {
                name: new RegExp(`^Waiting for ${team}, ${age}: [1-9]`),
            });
            await cell.waitFor(soon);
            await opensExactly(cell);
            await page.keyboard.press('Escape');
        });
    await step('the first answers of today stand by hour, as far as there are any', async () => {
        const responses = region('First response by hour, today');
        await responses
            .getByRole('img')
            .or(responses.getByText(/^Nothing was answered/))
            .first()
            .waitFor(soon);
    });
}

async function wall() {
    await step('a screen on the wall names nobody, and can be read from afar', async () => {
        await page.goto('/board?wall=true');
        await region('Waiting now').getByRole('button', { name: /\d/ }).first().waitFor(soon);
        assert.equal(await page.getByRole('navigation').count(), 0);
        assert.equal(await region('Agents').count(), 0);
        for (const size of [
            { width: 1920, height: 1080 },
            { width: 3840, height: 2160 },
        ]) {
            await page.setViewportSize(size);
            await look(`board-wall-${size.height}`, { narrow: false });
            const text = await page.locator('main').innerText();
            assert.doesNotMatch(text, new RegExp(`@|${AGENT}`));
            const value = await region('Waiting now').getByRole('button').first().boundingBox();
            assert.ok(value.height >= size.height / 25, `${value.height} of ${size.height} px`);
            const wide = await page.evaluate(() => document.documentElement.scrollWidth);
            assert.ok(wide <= size.width, 'it fits');
        }
    });
    await step('it goes round the teams', async () => {
        await page.goto('/board?wall=true&rotate=true');
        await page.getByRole('heading', { name: 'All teams', level: 1 }).waitFor();
        await page.getByRole('heading', { name: 'Orders', level: 1 }).waitFor(soon);
        await region('Waiting now').getByRole('button', { name: /\d/ }).first().waitFor(soon);
        await page.setViewportSize(DESK);
    });
}

/** A screen at which nobody is signed in, let in by a link of its own. */
async function screen() {
    const name = `Hall ${Date.now().toString(36)}`;
    const hall = await visit(browser, url, { viewport: { width: 1920, height: 1080 } });
    let link = '';
    await step('an administrator makes a link for a screen', async () => {
        await page.goto('/settings/keys');
        await button('Create a key').first().click();
        await dialog().getByRole('textbox', { name: 'Name' }).fill(name);
        await dialog().getByRole('combobox', { name: 'Role' }).selectOption('wall');
        await dialog().getByRole('button', { name: 'Create a key' }).click();
        const shown = dialog().getByRole('textbox', { name: new RegExp(name) });
        await shown.waitFor(soon);
        link = await shown.inputValue();
        assert.match(link, /\/wall\?rotate=true#firth_/);
        await page.keyboard.press('Escape');
    });
    await step(
        'the screen shows boards and nobody’s name, and keeps its key to itself',
        async () => {
            await hall.page.goto(link);
            const its = hall.page.getByRole('region', { name: 'Waiting now', exact: true });
            await its.getByRole('button', { name: /\d/ }).first().waitFor(soon);
            await hall.page.getByRole('heading', { name: 'Orders', level: 1 }).waitFor(soon);
            assert.doesNotMatch(hall.page.url(), /firth_/);
            assert.doesNotMatch(
                await hall.page.locator('body').innerText(),
                new RegExp(`@|${AGENT}`),
            );
            assert.equal((await hall.page.request.get('/api/me')).status(), 403);
            if (shots) await hall.page.screenshot({ path: path(shots, 'screen.png') });
        },
    );
    await step('and is shut out with it', async () => {
        await button(`Delete ${name}`).click();
        await page
            .getByRole('alertdialog')
            .getByRole('button', { name: /^Delete/ })
            .click();
        await button(`Delete ${name}`).waitFor({ state: 'hidden', ...soon });
        await hall.page.reload();
        await hall.page.getByText('This screen is not let in').waitFor(soon);
    });
    await hall.close();
}

async function reports() {
    await step('a report opens by key, with chart, table and the period before', async () => {
        await page.goto('/inbox/all');
        await page.getByRole('navigation', { name: 'Views' }).waitFor();
        await page.keyboard.press('g');
        await page.keyboard.press('r');
        await page.getByRole('img', { name: /^First response time, from/ }).waitFor(soon);
        await region('The whole period').getByText('Period before').waitFor();
        await region('The whole period')
            .getByText(/since$/)
            .waitFor();
        assert.equal(await region('All groups').first().getByRole('row').count(), 29);
        await look('reports');
    });
    await step('its file has the table’s days', async () => {
        const link = region('All groups').first().getByRole('link', { name: /CSV/ });
        const file = await page.request.get(await link.getAttribute('href'));
        assert.match(file.headers()['content-type'], /text\/csv/);
        assert.ok((await file.text()).trim().split('\n').length > 20);
    });
    await step('a day of it leads down to a message', async () => {
        const days = region('All groups')
            .first()
            .getByRole('button', { name: /, Counted: [1-9]/ });
        await opensExactly(days.last());
        await dialog().getByRole('link').first().click();
        await page.waitForURL(/\/inbox\/all\/[^#]+#\d+$/);
        await thread(page).waitFor(soon);
        await page.goBack();
        await page.getByRole('heading', { name: 'Reports', level: 1 }).waitFor();
    });
    await step('the hours of the week show the surge, and open it', async () => {
        await page.goto('/reports?metric=conversations_opened&view=week');
        const grid = page.getByRole('grid', { name: 'Conversations opened by hour and weekday' });
        await grid.waitFor(soon);
        assert.equal(await grid.locator('button[tabindex="0"]').count(), 1);
        await grid.locator('button[tabindex="0"]').focus();
        await page.keyboard.press('Home');
        await page.keyboard.press('ArrowDown');
        const name = () => page.evaluate(() => document.activeElement.getAttribute('aria-label'));
        assert.match(await name(), /^Tuesday 00:00: /);
        const surge = grid.getByRole('button', { name: /unlike the four weeks before/ }).first();
        await surge.waitFor(soon);
        await look('reports-week');
        await surge.click();
        const above = dialog().getByRole('listitem').filter({ hasText: 'above the weeks before' });
        await opensExactly(above.first().getByRole('button'));
        await page.keyboard.press('Escape');
        await button('Show as a table').click();
        await page.getByRole('columnheader', { name: 'Hour of the week' }).waitFor();
        await look('reports-week-table', { narrow: false });
    });
    for (const [name, search] of [
        ['week-durations', 'metric=first_response_time&view=week'],
        ['ratio-by-team', 'metric=csat&by=week&group=team'],
        ['ranking', 'metric=response_time&by=none&group=agent'],
        ['today', 'metric=messages_received&preset=today'],
        ['stages', 'metric=stage_time&by=none&group=stage&preset=last_month'],
        ['nothing', 'metric=nps'],
    ])
        await step(`a report of another shape: ${name}`, async () => {
            await page.goto(`/reports?${search}`);
            await region('The whole period').getByRole('button').first().waitFor(soon);
            if (search.startsWith('metric=csat'))
                await region('Who answers').getByText('Nobody was asked').waitFor(soon);
            await look(`reports-${name}`, { narrow: name === 'ratio-by-team' });
        });
    await step('the glossary has every figure, and leads to it', async () => {
        await page.goto('/reports/glossary');
        const first = { name: 'First contact resolution', level: 3, exact: true };
        await page.getByRole('heading', first).waitFor(soon);
        await look('reports-glossary');
        await page.getByRole('heading', { name: 'Reopen rate' }).getByRole('link').click();
        await button('Figure: Reopen rate').waitFor();
    });
}

try {
    await signIn(page, process.env.FIRTH_ADMIN_EMAIL ?? '', process.env.FIRTH_ADMIN_PASSWORD ?? '');
    await imports();
    await board();
    await wall();
    await screen();
    await reports();
    await step('the browser had nothing to complain of', () => assert.deepEqual(complaints, []));
} finally {
    await close();
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
