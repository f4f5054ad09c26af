// Prints how much a first visit loads, gzipped. One JSON line each, for the benchmark to collect. Run `npm run build` first.

import { readFileSync } from 'node:fs';
import { gzipBytes, namedFiles } from './named-files.mjs';

/** @param {string} file below dist */
const read = (file) => readFileSync(new URL(`../dist/${file}`, import.meta.url));

const files = ['index.html', ...namedFiles(read('index.html').toString())];
const value = files.reduce((sum, file) => sum + gzipBytes(read(file)), 0);
console.log(JSON.stringify({ name: 'first load', value, unit: 'bytes gzip' }));
console.log(JSON.stringify({ name: 'first load, requests', value: files.length, unit: 'requests' }));
