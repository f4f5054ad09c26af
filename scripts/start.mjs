// `npm start`: installs if needed, builds, serves the build, all in one process, so that Ctrl-C ends it.
// People see the same build that the e2e tests drive; `npm run dev` is for those who edit.
// Options: --port N, --host [ADDRESS].

import { ensureInstalled, root } from './install.mjs';

ensureInstalled();
// React's development build is for `npm run dev` alone, whatever the environment says.
process.env['NODE_ENV'] = 'production';
const { build, preview } = await import('vite');

await build({ root, logLevel: 'warn' });
const server = await preview({
  root,
  preview: { ...options(process.argv.slice(2)), open: process.stdout.isTTY && !process.env['CI'] },
});
console.log('Zabscope is running; Ctrl-C ends it.');
server.printUrls();

/** @param {string[]} args */
function options(args) {
  /** @type {{ port?: number, host?: string | boolean }} */
  const found = {};
  for (let i = 0; i < args.length; i++) {
    const value = args[i + 1];
    if (args[i] === '--port' && value !== undefined) found.port = Number(value);
    if (args[i] === '--host') found.host = value === undefined || value.startsWith('-') ? true : value;
  }
  return found;
}
