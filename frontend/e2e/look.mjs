import { join as path } from 'node:path';
import { examine } from './axe.mjs';

const phone = { width: 390, height: 844 };
const desktop = { width: 1440, height: 900 };

/**
 * Looks at a screen with axe, in both themes and at 390 px, and keeps a picture of each where they are wanted.
 * @param {import('playwright-core').Page} page
 * @param {string | undefined} shots
 */
export const looker = (page, shots) =>
    async function look(name, { narrow = true } = {}) {
        for (const colorScheme of ['light', 'dark']) {
            await page.emulateMedia({ colorScheme });
            await page.waitForTimeout(250);
            await examine(page, `${name}, ${colorScheme}`);
            if (shots) await page.screenshot({ path: path(shots, `${name}-${colorScheme}.png`) });
        }
        await page.emulateMedia({ colorScheme: 'light' });
        if (!narrow) return;
        await page.setViewportSize(phone);
        await page.waitForTimeout(250);
        await examine(page, `${name}, 390 px`);
        if (shots) await page.screenshot({ path: path(shots, `${name}-phone.png`) });
        await page.setViewportSize(desktop);
        await page.waitForTimeout(100);
    };
