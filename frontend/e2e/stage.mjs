// One visit to the shop after the other, each with a server of our own making for itself.
//   FIRTH_SHOTS    where to leave pictures (default: none are taken)
//   FIRTH_E2E_OUT  where a picture is left when something fails (default: target/e2e)
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from './browser.mjs';
import { VisitorMock } from './mock/visitor.mjs';
import { stroll } from './visitor.mjs';

const shots = process.env.FIRTH_SHOTS;
const out = process.env.FIRTH_E2E_OUT ?? 'target/e2e';

/** Plays all that `play` asks for, and ends with 0 when every step held. */
export async function onStage(play) {
    const { browser, close } = await launch();
    let passed = 0;

    /** `config` and `mood` are the server's, `query` the shop's tag, `before` runs ahead of the page's scripts. */
    async function step(name, work, { config, mood, query = '', options, before } = {}) {
        const began = Date.now();
        const mock = await new VisitorMock().start();
        Object.assign(mock.config, config);
        Object.assign(mock.mood, mood);
        const visit = await stroll(browser, `${mock.shopUrl}/${query}`, { ...options, before });
        try {
            await work({ ...visit, mock });
            assert.deepEqual(visit.complaints, [], 'the pages do not complain');
            passed++;
            console.log(`  ✓ ${name} (${Date.now() - began} ms)`);
        } catch (failure) {
            console.error(`  ✗ ${name}`);
            mkdirSync(out, { recursive: true });
            await visit.page.screenshot({ path: join(out, 'widget.png') }).catch(() => undefined);
            throw failure;
        } finally {
            await visit.close();
            mock.close();
        }
    }

    try {
        await play(step);
        console.log(`${passed} passed, 0 failed`);
    } catch (failure) {
        console.error(failure);
        console.log(`${passed} passed, 1 failed`);
        process.exitCode = 1;
    } finally {
        await close();
    }
}

export async function shoot(page, name) {
    if (!shots) return;
    mkdirSync(shots, { recursive: true });
    await page.waitForTimeout(300);
    await page.screenshot({ path: join(shots, `widget-${name}.png`) });
}
