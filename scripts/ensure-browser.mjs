// Makes sure that there is a Chromium which starts: finds one, else has Playwright download its own, else (as root on
// Debian) installs Debian's. Not on Ubuntu: its apt package is only a pointer to a snap.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './find-browser.mjs';
import { root } from './install.mjs';

/**
 * @typedef {import('./find-browser.mjs').Browser} Browser
 * @returns {Promise<Browser>} rejects with one message that says what was tried
 */
export async function ensureBrowser() {
  /** @type {string[]} */
  const tried = [];
  const found = await findWorking(tried);
  if (found) return found;
  for (const [name, install] of installers()) {
    console.log(`No browser to test with yet: ${name} …`);
    const problem = install();
    if (problem !== undefined) {
      tried.push(`${name}: ${problem}`);
      continue;
    }
    const browser = await findWorking(tried);
    if (browser) return browser;
  }
  const list = tried.map((line) => `  - ${line}`).join('\n');
  throw new Error(`No browser to test with. Install Chrome or Chromium, or set CHROME_PATH. Tried:\n${list}`);
}

/**
 * @param {string[]} tried
 * @returns {Promise<Browser | undefined>}
 */
async function findWorking(tried) {
  const browser = await findBrowser();
  if (browser === undefined) {
    tried.push('looking for one: none found');
    return undefined;
  }
  // A start is the only proof: it catches libraries that are not there.
  const { chromium } = await import('playwright');
  const { executablePath } = browser;
  try {
    await (await chromium.launch(executablePath === undefined ? {} : { executablePath })).close();
    return browser;
  } catch (error) {
    const reason = String(error).split('\n', 1)[0];
    tried.push(`${executablePath ?? 'the browser'} from ${browser.from} does not start: ${reason}`);
    return undefined;
  }
}

/** @returns {[name: string, install: () => string | undefined][]} each answers with its problem, if any */
function installers() {
  const isRoot = process.getuid?.() === 0;
  /** @type {[string, () => string | undefined][]} */
  const list = [['downloading one with Playwright', () => playwrightInstall(isRoot && process.platform === 'linux')]];
  if (isRoot && isDebian()) list.push(['installing chromium with apt-get', aptInstall]);
  return list;
}

/** @param {boolean} withDeps needs root */
function playwrightInstall(withDeps) {
  const cli = join(root, 'node_modules', 'playwright', 'cli.js');
  const options = withDeps ? ['--with-deps', '--only-shell'] : ['--only-shell'];
  return run(process.execPath, [cli, 'install', ...options, 'chromium']);
}

function aptInstall() {
  return (
    run('apt-get', ['update', '-q']) ?? run('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium'])
  );
}

/**
 * @param {string} command
 * @param {string[]} args
 * @returns {string | undefined} the problem, if any
 */
function run(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', env });
  return status === 0 ? undefined : `${command} ${error ? error.message : `ended with ${status}`}`;
}

function isDebian() {
  try {
    return /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}
