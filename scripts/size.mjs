// Prints how much a first visit loads, gzipped: the page, its script with everything that imports at once, its styles.
// One JSON line, for the benchmark to collect. Run `npm run build` first.

import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** @param {string} file below dist */
const read = (file) => readFileSync(new URL(`../dist/${file}`, import.meta.url));

// The page itself, and every file that it names: scripts, what they import at once, styles.
const page = read('index.html').toString();
const named = Array.from(page.matchAll(/(?:src|href)="\.\/([^"]+)"/g), ([, file]) => String(file));
const files = new Set(['index.html', ...named]);
const value = [...files].reduce((sum, file) => sum + gzipSync(read(file), { level: 9 }).length, 0);
console.log(JSON.stringify({ name: 'first load', value, unit: 'bytes gzip' }));
console.log(JSON.stringify({ name: 'first load, requests', value: files.size, unit: 'requests' }));
