// `npm run pictures`: the pictures of the README and the icons of the installed page, taken of the built page itself.

import { readFileSync } from 'node:fs';
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { ensureBrowser } from './ensure-browser.mjs';
import { ensureInstalled, root } from './install.mjs';

/** @typedef {import('playwright').Page} Page */
/** @typedef {{ file: string, at: string, dark?: boolean, width?: number, height?: number, before?: (page: Page) => Promise<void> }} Shot */

/** @type {readonly Shot[]} */
const SHOTS = [
  { file: 'election.png', at: '#scenario=partition&at=152&sel=s3' },
  {
    file: 'space-time.png',
    at: '#scenario=partition&at=424&sel=s3',
    dark: true,
    before: (page) => page.keyboard.press('2'),
  },
  { file: 'lesson.png', at: '#lesson=which-vote-wins&step=2' },
  { file: 'phone.png', at: '#scenario=leader-killed&at=300', width: 390, height: 844 },
];

ensureInstalled();
process.env['NODE_ENV'] = 'production';
await build({ root, logLevel: 'error' });
const server = await preview({ root, logLevel: 'error', preview: { host: '127.0.0.1', port: 0 } });
const { executablePath } = await ensureBrowser();
const browser = await chromium.launch(executablePath === undefined ? {} : { executablePath });
try {
  for (const shot of SHOTS) await take(shot);
  await icon('icon-512.png', 1);
  // A mask may cut off all but the middle four fifths.
  await icon('icon-maskable-512.png', 0.64);
} finally {
  await browser.close();
  await server.close();
}

/** @param {Shot} shot */
async function take({ file, at, dark = false, width = 1440, height = 900, before }) {
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  await page.goto(`${server.resolvedUrls?.local[0]}${at}`, { waitUntil: 'networkidle' });
  await page.getByRole('slider', { name: 'Timeline' }).waitFor();
  await before?.(page);
  await page.waitForTimeout(1000);
  await page.screenshot({ path: `${root}/docs/${file}`, animations: 'disabled' });
  await page.close();
}

/**
 * @param {string} file below public
 * @param {number} share of the width that the sign takes
 */
async function icon(file, share) {
  const page = await browser.newPage({ viewport: { width: 512, height: 512 } });
  const sign = readFileSync(`${root}/public/icon.svg`).toString('base64');
  const isWhole = share === 1;
  await page.setContent(
    `<body style="margin:0;height:100vh;display:grid;place-items:center;background:${isWhole ? 'transparent' : '#f8f9fb'}">
     <img style="width:${share * 100}%" src="data:image/svg+xml;base64,${sign}">`,
  );
  await page.screenshot({ path: `${root}/public/${file}`, omitBackground: isWhole });
  await page.close();
}
