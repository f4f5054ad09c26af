import { createServer } from 'node:net';
import { defineConfig } from 'playwright/test';
import { launchOptions } from './scripts/find-browser.mjs';

// Workers load this file too and inherit the environment, so all of them agree on the port that the first load chose.
const port = (process.env['ZABSCOPE_E2E_PORT'] ??= String(await freePort()));
const vite = `"${process.execPath}" node_modules/vite/bin/vite.js`;
const preview = `${vite} preview --host 127.0.0.1 --port ${port} --strictPort`;

export default defineConfig({
  testDir: 'e2e',
  // The gallery takes pictures for people to look at; it asserts nothing that the journeys do not.
  testIgnore: process.env['ZABSCOPE_GALLERY'] ? [] : ['**/gallery.spec.ts'],
  timeout: 60_000,
  expect: { timeout: 10_000 },
  fullyParallel: true,
  // Journeys wait now and then: three keep two cores busy.
  workers: 3,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    launchOptions: await launchOptions(),
    // Every visit would keep the whole site; the journey without a network allows it.
    serviceWorkers: 'block',
    // Recording them takes an eighth of the time of all tests.
    trace: process.env['ZABSCOPE_TRACE'] ? 'on' : 'off',
  },
  webServer: {
    // `npm test` has just built; anybody else may have a stale build.
    command: process.env['ZABSCOPE_BUILT'] ? preview : `${vite} build && ${preview}`,
    url: `http://127.0.0.1:${port}`,
    reuseExistingServer: false,
    timeout: 120_000,
    env: { NODE_ENV: 'production' },
  },
});

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const found = typeof address === 'object' && address !== null ? address.port : 4173;
      server.close(() => resolve(found));
    });
  });
}
