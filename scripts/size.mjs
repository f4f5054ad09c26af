// Prints how much a first visit loads, gzipped: the page, its script with everything that imports at once, its styles.
// One JSON line, for the benchmark to collect. Run `npm run build` first.

import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** @typedef {{ file: string, imports?: string[], css?: string[] }} Chunk */

/** @param {string} file below dist */
const read = (file) => readFileSync(new URL(`../dist/${file}`, import.meta.url));

/** @type {Record<string, Chunk>} */
const manifest = JSON.parse(read('.vite/manifest.json').toString());
const files = new Set(['index.html']);
collect('index.html');
const value = [...files].reduce((sum, file) => sum + gzipSync(read(file), { level: 9 }).length, 0);
console.log(JSON.stringify({ name: 'first load', value, unit: 'bytes gzip' }));

/** @param {string} key */
function collect(key) {
  const chunk = manifest[key];
  if (chunk === undefined || files.has(chunk.file)) return;
  for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
  for (const imported of chunk.imports ?? []) collect(imported);
}
