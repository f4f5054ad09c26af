// `npm run bench`: everything that is measured, one JSON object a line on stdout, `{"name":…,"value":…,"unit":…}`:
// the engine in Node, the bytes of a first load, and the main thread of the page while it plays and while it rests.

import { spawnSync } from 'node:child_process';
import { ensureInstalled, root } from './install.mjs';

/** @typedef {import('playwright').Page} Page */
/** @typedef {import('playwright').CDPSession} Client */

/** Of a pan that is measured. */
const FRAMES = 120;

ensureInstalled();
// React measures itself in development: people load the production build.
process.env['NODE_ENV'] = 'production';

for (const part of ['3', '5', '9', 'history', 'growth']) script('scripts/run-ts.mjs', 'src/bench/bench-cli.ts', part);
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
    for (const speed of ['0.1×', '1×', '10×']) await measurePlaying(page, client, { url, what: '5 peers', speed });
    await measureResting(page);
    const at = String(server.resolvedUrls?.local[0]);
    for (const speed of ['0.1×', '1×']) {
      const hundred = linkOf(800, 3000, '5', '25', '200');
      const thousand = linkOf(1500, 10_000, '25', '14', '200');
      await measurePlaying(page, client, { url: at + hundred, what: '5 peers with 100 messages', speed, cursor: 3000 });
      const [what, cursor] = /** @type {const} */ (['25 peers with 1,000 messages', 10_000]);
      await measurePlaying(page, client, { url: at + thousand, what, speed, cursor });
    }
    await measureScrubbing(browser, `${at}${linkOf(400, 100_000)}`);
    await measureSpaceTime(browser, `${at}${linkOf(0, 10_000)}`, '10,000 quiet events with pings', { pings: true });
    await measureSpaceTime(browser, `${at}${linkOf(400, 10_000)}`, '10,000 events of writes');
    await measureSpaceTime(browser, `${at}${linkOf(0, 100_000)}`, '100,000 quiet events with pings', { pings: true });
    await measureSpaceTime(browser, `${at}${linkOf(400, 100_000)}`, '100,000 events after writes');
  } finally {
    await browser.close();
    await server.close();
  }
}

/**
 * @param {Page} page
 * @param {Client} client
 * @param {{ url: string, what: string, speed: string, cursor?: number }} played the speed as the menu says it; where the
 *   address is a link, its place
 */
async function measurePlaying(page, client, { url, what, speed, cursor }) {
  await page.goto('about:blank');
  await page.goto(url);
  if (cursor !== undefined) await untilShown(page, cursor);
  await page.getByRole('button', { name: /^Speed/ }).click();
  await page.getByRole('menuitemradio', { name: speed, exact: true }).click();
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  const before = await measured(page, client);
  await page.waitForTimeout(10_000);
  const after = await measured(page, client);
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  const frames = after.frames - before.frames;
  const how = `page, ${what} at ${speed}`;
  report(`${how}, main thread`, ((after.threadSeconds - before.threadSeconds) * 1000) / frames, 'CPU ms per frame');
  report(`${how}, scripts`, ((after.scriptSeconds - before.scriptSeconds) * 1000) / frames, 'ms per frame');
  report(`${how}, frames`, (frames * 1000) / (after.at - before.at), 'frames per second');
}

/**
 * A link is run again up to its place before it shows.
 * @param {Page} page
 * @param {number} cursor
 */
async function untilShown(page, cursor) {
  await page.locator(`[role="slider"][aria-valuenow="${cursor}"]`).waitFor({ timeout: 120_000 });
}

/** @param {Page} page paused */
async function measureResting(page) {
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
  const before = await framesAskedFor(page);
  await page.waitForTimeout(2000);
  report('page, paused', (await framesAskedFor(page)) - before, 'frames asked for in 2 s');
}

/**
 * A link to a run of the writing ensemble, as a visitor would get it.
 * @param {number} writes
 * @param {number} cursor
 * @param {string[]} more as src/bench/link-cli.ts takes them
 */
function linkOf(writes, cursor, ...more) {
  const args = ['scripts/run-ts.mjs', 'src/bench/link-cli.ts', String(writes), String(cursor), ...more];
  const { status, stdout } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} failed`);
  return stdout.trim();
}

/**
 * A pointer that goes to and fro over the timeline of a long run. First without a rest: from each move until the stage, the
 * timeline and what is said beside the pointer are drawn as they are at its place; what is read waits meanwhile. Then with
 * a rest after each move: until everything on the page is exact.
 * @param {import('playwright').Browser} browser
 * @param {string} url
 */
async function measureScrubbing(browser, url) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const client = await page.context().newCDPSession(page);
  await page.goto(url);
  await untilShown(page, 100_000);
  await page.evaluate(scrub, FRAMES);
  const drawn = await page.evaluate(scrub, 2 * FRAMES);
  const exact = await page.evaluate(scrubWithRests, 20);
  for (const [what, all] of /** @type {const} */ ([
    ['page, scrubbing 100,000 events', drawn],
    ['page, scrubbing 100,000 events, everything exact after', exact],
  ])) {
    const millis = all.toSorted((a, b) => a - b);
    for (const [name, share] of /** @type {const} */ ([
      ['median', 0.5],
      ['p95', 0.95],
    ])) {
      report(`${what}, ${name}`, millis[Math.floor(share * (millis.length - 1))] ?? Number.NaN, 'ms');
    }
  }
  report('page, scrubbed 100,000 events, heap', await heapMegabytes(client), 'MB');
  await page.close();
}

/**
 * Runs in the page: a move of a pressed pointer in each frame, and the milliseconds until that frame was painted.
 * @param {number} count
 * @returns {Promise<number[]>}
 */
function scrub(count) {
  return new Promise((resolve) => {
    const slider = /** @type {HTMLElement} */ (document.querySelector('[role="slider"]'));
    // No pointer that a browser knows: it cannot be captured.
    slider.setPointerCapture = () => {};
    slider.hasPointerCapture = () => true;
    const box = slider.getBoundingClientRect();
    /** @type {number[]} */
    const millis = [];
    const painted = new MessageChannel();
    let begun = 0;
    const move = () => {
      begun = performance.now();
      // Across in golden sections, so that no move is near the one before.
      const clientX = box.left + 60 + ((millis.length * 0.618) % 1) * (box.width - 120);
      const type = millis.length === 0 ? 'pointerdown' : 'pointermove';
      const at = { clientX, clientY: box.top + box.height / 2, button: 0, buttons: 1, pointerId: 1, bubbles: true };
      slider.dispatchEvent(new PointerEvent(type, at));
      painted.port2.postMessage(null);
    };
    painted.port1.addEventListener('message', () => {
      millis.push(performance.now() - begun);
      if (millis.length < count) requestAnimationFrame(move);
      else resolve(millis);
    });
    painted.port1.start();
    requestAnimationFrame(move);
  });
}

/**
 * Runs in the page after `scrub`, whose pointer is still down: moves far apart in time, and the milliseconds from each until
 * nothing changed on the page any more.
 * @param {number} count
 * @returns {Promise<number[]>}
 */
async function scrubWithRests(count) {
  const slider = /** @type {HTMLElement} */ (document.querySelector('[role="slider"]'));
  const box = slider.getBoundingClientRect();
  let changed = 0;
  const changes = new MutationObserver(() => (changed = performance.now()));
  changes.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  /** @type {number[]} */
  const millis = [];
  while (millis.length < count) {
    const begun = performance.now();
    const clientX = box.left + 60 + ((millis.length * 0.618) % 1) * (box.width - 120);
    const at = { clientX, clientY: box.top + box.height / 2, button: 0, buttons: 1, pointerId: 1, bubbles: true };
    slider.dispatchEvent(new PointerEvent('pointermove', at));
    await new Promise((resolve) => setTimeout(resolve, 600));
    millis.push(changed - begun);
  }
  changes.disconnect();
  return millis;
}

/**
 * What a page keeps, arrays of numbers included: they lie beside the heap.
 * @param {Client} client
 */
async function heapMegabytes(client) {
  await client.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize } = await client.send('Runtime.getHeapUsage');
  return (usedSize + backingStorageSize) / 2 ** 20;
}

/**
 * The space-time diagram of a long run: to its first picture, panned where single messages show and where all is in
 * the window, and what it keeps in memory.
 * @param {import('playwright').Browser} browser
 * @param {string} url
 * @param {string} what
 * @param {{ pings?: boolean }} [shows]
 */
async function measureSpaceTime(browser, url, what, { pings = false } = {}) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(countFrames);
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable');
  await page.goto(url);
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor({ timeout: 120_000 });
  if (pings) await page.getByRole('checkbox', { name: 'Pings' }).check();
  // What is measured is the diagram, not the loading of its script.
  await page.waitForTimeout(1000);
  report(`space-time, ${what}, first picture`, await page.evaluate(untilPicture), 'ms');
  const diagram = page.getByRole('listbox', { name: 'Space-time diagram' });
  await diagram.focus();
  for (const [where, keys] of /** @type {const} */ ([
    ['messages', []],
    ['zoomed to fit', ['0', '+']],
  ])) {
    for (const key of keys) await page.keyboard.press(key);
    const before = await measured(page, client);
    await page.evaluate(pan, FRAMES);
    const after = await measured(page, client);
    const spent = ((after.threadSeconds - before.threadSeconds) * 1000) / FRAMES;
    report(`space-time, ${what}, pan, ${where}`, spent, 'CPU ms per frame');
  }
  report(`space-time, ${what}, heap`, await heapMegabytes(client), 'MB');
  await page.close();
}

/** Runs in the page: from the key to the frame after the one that the diagram was drawn in. */
function untilPicture() {
  return new Promise((resolve) => {
    const begun = performance.now();
    window.dispatchEvent(new KeyboardEvent('keydown', { key: '2', code: 'Digit2', bubbles: true }));
    const look = () => {
      /** @type {HTMLCanvasElement | null} */
      const canvas = document.querySelector('[aria-label="Space-time diagram"] canvas');
      if (canvas === null || canvas.width === 0) requestAnimationFrame(look);
      else requestAnimationFrame(() => resolve(performance.now() - begun));
    };
    requestAnimationFrame(look);
  });
}

/**
 * Runs in the page: a wheel turned sideways, and a picture drawn, again and again.
 * @param {number} count
 */
function pan(count) {
  return new Promise((resolve) => {
    const plane = document.querySelector('[aria-label="Space-time diagram"]');
    let turned = 0;
    const turn = () => {
      const deltaX = turned < count / 2 ? -24 : 24;
      plane?.dispatchEvent(new WheelEvent('wheel', { deltaX, bubbles: true, cancelable: true }));
      turned += 1;
      requestAnimationFrame(turned < count ? turn : resolve);
    };
    requestAnimationFrame(turn);
  });
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
