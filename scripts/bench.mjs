// `npm run bench`: everything that is measured, one JSON object a line on stdout, `{"name":…,"value":…,"unit":…}`:
// the engine in Node, the bytes of a first load, and the main thread of the page while it plays and while it rests.

import { spawnSync } from 'node:child_process';
import { ensureInstalled, root } from './install.mjs';

/** @typedef {import('playwright').Page} Page */
/** @typedef {import('playwright').CDPSession} Client */

ensureInstalled();
// React measures itself in development: people load the production build.
process.env['NODE_ENV'] = 'production';

script('scripts/run-ts.mjs', 'src/bench/bench-cli.ts');
script('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error');
script('scripts/size.mjs');
await measurePage();

/**
 * In a process of its own, its standard output among ours.
 * @param {string[]} args
 */
function script(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error(`${args.join(' ')} failed`);
}

async function measurePage() {
  const { ensureBrowser } = await import('./ensure-browser.mjs');
  const { chromium } = await import('playwright');
  const { preview } = await import('vite');
  const { executablePath } = await ensureBrowser();
  const server = await preview({ root, logLevel: 'error', preview: { host: '127.0.0.1', port: 0 } });
  const browser = await chromium.launch(executablePath === undefined ? {} : { executablePath });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.addInitScript(countFrames);
    const client = await page.context().newCDPSession(page);
    await client.send('Performance.enable');
    // Five servers at once: an election among all of them, then synchronization, writes, a cut and its heal.
    const url = `${server.resolvedUrls?.local[0]}#scenario=partition`;
    for (const speed of ['0.1×', '1×', '10×']) await measurePlaying(page, client, url, speed);
    await measureResting(page);
  } finally {
    await browser.close();
    await server.close();
  }
}

/**
 * @param {Page} page
 * @param {Client} client
 * @param {string} url
 * @param {string} speed as the menu says it
 */
async function measurePlaying(page, client, url, speed) {
  await page.goto('about:blank');
  await page.goto(url);
  await page.getByRole('button', { name: /^Speed/ }).click();
  await page.getByRole('menuitemradio', { name: speed, exact: true }).click();
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  const before = await measured(page, client);
  await page.waitForTimeout(10_000);
  const after = await measured(page, client);
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  const frames = after.frames - before.frames;
  const what = `page, 5 peers at ${speed}`;
  report(`${what}, main thread`, ((after.threadSeconds - before.threadSeconds) * 1000) / frames, 'CPU ms per frame');
  report(`${what}, scripts`, ((after.scriptSeconds - before.scriptSeconds) * 1000) / frames, 'ms per frame');
  report(`${what}, frames`, (frames * 1000) / (after.at - before.at), 'frames per second');
}

/** @param {Page} page paused */
async function measureResting(page) {
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
  const before = await framesAskedFor(page);
  await page.waitForTimeout(2000);
  report('page, paused', (await framesAskedFor(page)) - before, 'frames asked for in 2 s');
}

/**
 * ThreadTime is what the page's main thread has used of a core, outside of tasks too. TaskDuration would count
 * the time it waited for a core that others had.
 * @param {Page} page
 * @param {Client} client
 */
async function measured(page, client) {
  const { metrics } = await client.send('Performance.getMetrics');
  /** @param {string} name */
  const metric = (name) => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
  return {
    threadSeconds: metric('ThreadTime'),
    scriptSeconds: metric('ScriptDuration'),
    at: metric('Timestamp') * 1000,
    frames: await framesAskedFor(page),
  };
}

/** @param {Page} page */
function framesAskedFor(page) {
  return page.evaluate(() => Number(Reflect.get(window, 'framesAskedFor')));
}

/** Runs in the page, before its own scripts: counts every frame that is asked for. */
function countFrames() {
  let count = 0;
  const request = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) => {
    count += 1;
    return request(callback);
  };
  Object.defineProperty(window, 'framesAskedFor', { get: () => count });
}

/**
 * @param {string} name
 * @param {number} value
 * @param {string} unit
 */
function report(name, value, unit) {
  const digits = value >= 100 ? Math.round(value) : Number(value.toPrecision(3));
  console.log(JSON.stringify({ name, value: digits, unit }));
}
