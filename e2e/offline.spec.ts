import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { test as bare } from 'playwright/test';
import { expect, test } from './fixture.ts';

test('once loaded, the page asks for nothing and works without a network', async ({ page, context, lab }) => {
  await page.goto('./', { waitUntil: 'networkidle' });
  // What comes after the first picture comes in turns, and a busy machine leaves pauses between them.
  const loaded = () => page.evaluate(() => performance.getEntriesByType('resource').length);
  await expect(async () => {
    const before = await loaded();
    await page.waitForTimeout(1500);
    expect(await loaded()).toBe(before);
  }).toPass();
  const requests: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  await context.setOffline(true);

  await page.keyboard.press('End');
  await lab.button('Play freely').click();
  await lab.server(3).click();
  await page.keyboard.press('Delete');
  await lab.runUntil(lab.serversThat(/^S2, LEADING: leads epoch 2/));
  await page.keyboard.press('n');
  await lab.link();
  await lab.button('Scenario: Three servers, no leader').click();
  await page.getByRole('menuitemradio', { name: 'Three against two' }).click();
  await lab.runUntil(lab.serversThat(/LEADING/));
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(requests).toEqual([]);
});

// Not `test`: a forbidden connection is told on the console, which `test` holds against the page.
bare('the page is forbidden to connect anywhere, even home', async ({ page }) => {
  await page.goto('./');
  const policy = page.locator('meta[http-equiv="Content-Security-Policy"]');
  await expect(policy).toHaveAttribute('content', /default-src 'none'.*connect-src 'none'/);
  const attempts = page.evaluate(() =>
    Promise.allSettled([location.href, 'https://example.com/'].map((address) => fetch(address))),
  );
  expect((await attempts).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});

test.describe('deployed in a folder of some other site', () => {
  const folder = '/some/base/';

  test.use({
    // The same files, but only below the folder: whatever the page asks for elsewhere is not there.
    baseURL: async ({ baseURL }, provide) => {
      const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
        const path = request.url ?? '';
        if (!path.startsWith(folder)) return void response.writeHead(404).end();
        const file = await fetch(new URL(path.slice(folder.length), baseURL));
        const type = file.headers.get('content-type') ?? 'application/octet-stream';
        response.writeHead(file.status, { 'content-type': type }).end(Buffer.from(await file.arrayBuffer()));
      };
      const server = createServer((request, response) => void serve(request, response));
      await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('no port');
      await provide(`http://127.0.0.1:${address.port}${folder}`);
      server.closeAllConnections();
      server.close();
    },
  });

  test('it works, and its links lead back there', async ({ page, lab, baseURL }) => {
    const missing: string[] = [];
    page.on('response', (response) => {
      if (response.status() >= 400) missing.push(response.url());
    });
    await lab.openScenario('first-look');
    await lab.runUntil(lab.serversThat(/^S3, LEADING: leads epoch 1/));
    const link = await lab.link();
    expect(link).toContain(`${baseURL}#scenario=first-look`);
    await page.goto('about:blank');
    await page.goto(link);
    await expect(lab.serversThat(/^S3, LEADING: leads epoch 1/)).toBeVisible();
    expect(missing).toEqual([]);
  });
});
