import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { pathToFileURL } from 'node:url';
import { test as bare } from 'playwright/test';
import { expect, test } from './fixture.ts';
import { LabPage } from './lab-page.ts';

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

test.describe('kept by the browser', () => {
  test.use({ serviceWorkers: 'allow' });

  test('the next visit needs no network: a lesson is finished, before a class and in Chinese too', async ({
    page,
    context,
    lab,
  }) => {
    await lab.open();
    await page.evaluate(async () => navigator.serviceWorker.ready);
    await context.setOffline(true);
    await page.goto('./?lang=zh#scenario=partition&at=424');
    await expect(page.getByRole('slider', { name: '时间轴' })).toHaveAttribute('aria-valuenow', '424');
    await lab.open('?lang=en&lecture#scenario=partition&at=424');
    await lab.expectCursor(424);
    await page.goto('about:blank');
    await lab.open('#lesson=one-by-one&step=1');
    await lab.finishLesson('Start them one by one');
  });
});

// Not `test`: it allows files of nobody but the site.
bare.describe('saved as one file', () => {
  bare.use({ permissions: ['clipboard-read', 'clipboard-write'] });
  bare('it opens from a disk: a lesson is finished, a link kept, nothing asked for', async ({ page }, info) => {
    const lab = new LabPage(page);
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    await lab.openScenario('partition');
    await page.keyboard.press('Control+o');
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download Zabscope as one file' }).press('Enter');
    const file = info.outputPath('zabscope.html');
    await (await download).saveAs(file);

    const home = pathToFileURL(file).href;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url().replace(/#.*/, '')));
    await page.goto(`${home}#scenario=partition&at=424`);
    await lab.expectCursor(424);
    expect(await lab.link()).toContain(`${home}#scenario=partition&at=424`);
    await page.keyboard.press('Control+o');
    await expect(page.getByRole('dialog')).toBeVisible();
    await expect(page.getByRole('link', { name: /as one file/ })).toHaveCount(0);
    await page.goto('about:blank');
    await page.goto(`${home}#lesson=one-by-one&step=1`);
    await lab.finishLesson('Start them one by one');
    expect(new Set(asked)).toEqual(new Set([home]));
    expect(problems).toEqual([]);
  });
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
