// `npm pack` runs this first: the engine as a library with its types, and the program for the terminal, in package/.
// Both are whole: they run where nothing else is installed.
//
//   node scripts/build-package.mjs [folder]

import { spawnSync } from 'node:child_process';
import { chmodSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureInstalled, root } from './install.mjs';

ensureInstalled();
const { build } = await import('vite');
const outDir = resolve(process.argv[2] ?? join(root, 'package'));
rmSync(outDir, { recursive: true, force: true });

await bundle('engine', 'src/library/engine.ts', '');
await bundle('zabscope', 'src/terminal/zabscope-cli.ts', '#!/usr/bin/env node');
chmodSync(join(outDir, 'zabscope.js'), 0o755);
declare();

/**
 * @param {string} name
 * @param {string} entry
 * @param {string} banner
 */
async function bundle(name, entry, banner) {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      outDir,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { banner, entryFileNames: `${name}.js`, chunkFileNames: `${name}-[name].js` } },
    },
  });
}

/** Declarations of what the library exports, file by file, as the sources lie. */
function declare() {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const options = ['--ignoreConfig', '--declaration', '--emitDeclarationOnly', '--outDir', join(outDir, 'types')];
  const language = ['--target', 'es2023', '--lib', 'es2024,esnext.collection,esnext.iterator,dom,dom.iterable'];
  const modules = ['--module', 'esnext', '--moduleResolution', 'bundler', '--allowImportingTsExtensions'];
  const strictness = [
    '--strict',
    '--exactOptionalPropertyTypes',
    '--noUncheckedIndexedAccess',
    '--verbatimModuleSyntax',
  ];
  const args = [...options, '--rootDir', join(root, 'src'), ...language, ...modules, ...strictness, '--skipLibCheck'];
  const { status } = spawnSync(process.execPath, [tsc, ...args, '--types', '', join(root, 'src/library/engine.ts')], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('the types of the library could not be declared');
}
