// Runs a TypeScript file in Node: node scripts/run-ts.mjs src/some/thing-cli.ts [arguments].
// Node 20 does not strip types, so Vite bundles the file first; packages stay outside the bundle.

import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, root } from './install.mjs';

const [entry, ...args] = process.argv.slice(2);
if (entry === undefined) {
  console.error('usage: node scripts/run-ts.mjs <file.ts> [arguments]');
  process.exit(2);
}
ensureInstalled();
const { build } = await import('vite');

const name = basename(entry).replace(/\.tsx?$/, '');
// Of its own: programs that run side by side must not write over each other.
const outDir = join(root, 'node_modules', '.cache', 'zabscope', String(process.pid));
process.on('exit', () => rmSync(outDir, { recursive: true, force: true }));
await build({
  configFile: false,
  root,
  logLevel: 'warn',
  build: {
    ssr: entry,
    outDir,
    emptyOutDir: false,
    target: 'node20',
    // Names in stack traces say more than bytes saved.
    minify: false,
    rollupOptions: { output: { entryFileNames: `${name}.mjs`, chunkFileNames: `${name}-[name]-[hash].mjs` } },
  },
});

process.argv = [process.execPath, join(root, entry), ...args];
// npm runs scripts in the project's folder; the paths which a person gives are meant from where that person is.
process.chdir(process.env['INIT_CWD'] ?? process.cwd());
await import(pathToFileURL(join(outDir, `${name}.mjs`)).href);
