// Fails the build when the JavaScript of the first load is larger than promised.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const budgetKb = 250;
const manifest = JSON.parse(readFileSync('dist/manifest.json', 'utf8'));
const seen = new Set();

function collect(key) {
    const chunk = manifest[key];
    if (!chunk || seen.has(chunk.file)) return;
    seen.add(chunk.file);
    for (const next of chunk.imports ?? []) collect(next);
}

collect('index.html');
const bytes = [...seen].map((file) => gzipSync(readFileSync(`dist/${file}`)).length);
const total = bytes.reduce((sum, size) => sum + size, 0) / 1000;
console.log(`First load: ${total.toFixed(1)} kB gzip JS of ${budgetKb} kB (${seen.size} files)`);
if (total > budgetKb) {
    console.error('Over the budget: load something lazily, or drop it.');
    process.exit(1);
}
