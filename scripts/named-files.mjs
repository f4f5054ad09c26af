// How the first load is counted: the page itself, and every file that it names (scripts, what these import at once,
// styles), each gzipped.

import { gzipSync } from 'node:zlib';

/** @param {string} page index.html */
export function namedFiles(page) {
  return [...new Set(Array.from(page.matchAll(/(?:src|href)="\.\/([^"]+)"/g), ([, file]) => String(file)))];
}

/** @param {string | Buffer} content */
export function gzipBytes(content) {
  return gzipSync(content, { level: 9 }).length;
}
