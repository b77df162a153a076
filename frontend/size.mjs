// Fails the build when a page loads more than promised, in kB gzip.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const bytesOf = (file) => gzipSync(readFileSync(`dist/${file}`)).length;
const manifestOf = (name) => JSON.parse(readFileSync(`dist/${name}`, 'utf8'));

/** The entry and all that it imports at once; `styles` counts their style sheets too. */
function firstLoad(manifest, entry, { styles = false } = {}) {
    const seen = new Set();
    const collect = (key) => {
        const chunk = manifest[key];
        if (!chunk || seen.has(chunk.file)) return;
        seen.add(chunk.file);
        if (styles) chunk.css?.forEach((file) => seen.add(file));
        for (const next of chunk.imports ?? []) collect(next);
    };
    collect(entry);
    return [...seen];
}

/** The largest of the catalogues, since a visitor loads one of them. */
function largestLanguage(manifest) {
    return Object.entries(manifest)
        .filter(([key]) => /languages\/\w+\.json$/.test(key))
        .map(([, { file }]) => file)
        .sort((one, other) => bytesOf(other) - bytesOf(one))
        .slice(0, 1);
}

const widget = manifestOf('widget-manifest.json');
const promises = [
    ['Agents’ app, first load', 250, firstLoad(manifestOf('manifest.json'), 'index.html')],
    [
        'Chat panel with styles and one language',
        60,
        [...firstLoad(widget, 'widget.html', { styles: true }), ...largestLanguage(widget)],
    ],
    ['Chat loader', 3, ['widget.js']],
];

let isOver = false;
for (const [what, budgetKb, files] of promises) {
    if (files.length === 0) throw new Error(`${what}: nothing was built`);
    const kb = files.map(bytesOf).reduce((sum, size) => sum + size, 0) / 1000;
    console.log(`${what}: ${kb.toFixed(2)} kB of ${budgetKb} kB (${files.length} files)`);
    isOver ||= kb > budgetKb;
}
if (isOver) {
    console.error('Over the budget: load something lazily, or drop it.');
    process.exit(1);
}
