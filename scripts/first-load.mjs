// What a first visit loads: the page and every file that it names, gzipped, and the modules these are made of with
// the lengths of their code. Builds into memory and prints one JSON line. NODE_ENV must be `production`: React's other build is for developing.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from './install.mjs';
import { gzipBytes, namedFiles } from './named-files.mjs';

const built = await build({ root, logLevel: 'error', build: { write: false } });
if (!('output' in built)) throw new Error('one build has one output');
const files = new Map(built.output.map((file) => [file.fileName, file]));

const page = read('index.html');
const named = ['index.html', ...namedFiles(page)];
const bytes = named.reduce((sum, file) => sum + gzipBytes(read(file)), 0);
const modules = named.flatMap((name) => {
  const file = files.get(name);
  return file?.type === 'chunk'
    ? Object.entries(file.modules).map(([id, { renderedLength }]) => [below(id), renderedLength])
    : [];
});
console.log(JSON.stringify({ bytes, requests: named.length, modules: Object.fromEntries(modules) }));

/** @param {string} name */
function read(name) {
  const file = files.get(name);
  // What is copied as it is.
  if (file === undefined) return readFileSync(join(root, 'public', name), 'utf8');
  return file.type === 'chunk' ? file.code : file.source.toString();
}

/** @param {string} id a module's, as the bundler knows it */
function below(id) {
  const path = id.replaceAll('\\', '/');
  const at = Math.max(path.lastIndexOf('/node_modules/'), path.lastIndexOf('/src/'));
  return at === -1 ? path : path.slice(at + 1);
}
