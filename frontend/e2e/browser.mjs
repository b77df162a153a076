// Starts the Chromium that comes inside an npm package; nothing is downloaded.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium as playwright } from 'playwright-core';

/** The package's arguments are for functions in a cloud; these make a test unlike the browser of an agent. */
const unwanted =
    /^--(headless|single-process|disable-web-security|allow-running-insecure-content|disable-site-isolation|disable-features|enable-features)/;

const extra = [
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
];

/**
 * A browser that cleans up after itself. It unpacks into a folder of its own: a stale file in TMPDIR would be
 * used again.
 * @returns {Promise<{browser: import('playwright-core').Browser, close: () => Promise<void>}>}
 */
export async function launch() {
    const base = process.env.FIRTH_E2E_TMP ?? tmpdir();
    mkdirSync(base, { recursive: true });
    const folder = mkdtempSync(join(base, 'firth-chromium-'));
    process.env.TMPDIR = folder;
    // read after TMPDIR is set: the package looks at it when it is loaded
    const { default: packed } = await import('@sparticuz/chromium');
    packed.setGraphicsMode = false;
    const browser = await playwright.launch({
        executablePath: await packed.executablePath(),
        args: [...packed.args.filter((arg) => !unwanted.test(arg)), ...extra],
        headless: true,
    });
    const close = async () => {
        await browser.close();
        rmSync(folder, { recursive: true, force: true });
    };
    return { browser, close };
}
