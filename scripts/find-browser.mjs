// Finds a Chromium to test with; never installs one (that is ensure-browser.mjs). First hit wins:
// CHROME_PATH, Playwright's own download, then what the system has.

import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

/**
 * `executablePath` is absent for Playwright's own browser: Playwright knows best where that is.
 * @typedef {{ from: string, executablePath?: string }} Browser
 */

/** @returns {Promise<Browser | undefined>} */
export async function findBrowser() {
  const named = process.env['CHROME_PATH'];
  if (named) return { from: 'CHROME_PATH', executablePath: named };
  if (await hasPlaywrightBrowser()) return { from: 'Playwright' };
  const system = systemCandidates().find((path) => existsSync(path));
  return system === undefined ? undefined : { from: 'the system', executablePath: system };
}

/**
 * What to hand to Playwright as launchOptions; empty when nothing was found, so that its own message says so.
 * @returns {Promise<{ executablePath?: string }>}
 */
export async function launchOptions() {
  const browser = await findBrowser();
  return browser?.executablePath === undefined ? {} : { executablePath: browser.executablePath };
}

async function hasPlaywrightBrowser() {
  const { chromium } = await import('playwright');
  const full = chromium.executablePath();
  if (full === '') return false;
  if (existsSync(full)) return true;
  // .../chromium-1234/chrome-linux64/chrome; headless runs use .../chromium_headless_shell-1234, and
  // `playwright install --only-shell` brings only that, while executablePath() always names the full browser.
  const folder = dirname(dirname(full));
  return existsSync(folder.replace(/chromium-(\d+)$/, 'chromium_headless_shell-$1'));
}

/** @returns {string[]} */
function systemCandidates() {
  if (process.platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'];
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      apps.map((app) => join(folder, `${app}.app`, 'Contents', 'MacOS', app)),
    );
  }
  if (process.platform === 'win32') {
    const programs = [
      ['Google', 'Chrome', 'Application', 'chrome.exe'],
      ['Chromium', 'Application', 'chrome.exe'],
      ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
    ];
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => process.env[name]);
    return folders.flatMap((folder) => (folder ? programs.map((program) => join(folder, ...program)) : []));
  }
  const names = [
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'microsoft-edge-stable',
    'chromium-browser',
    'chrome',
  ];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}
