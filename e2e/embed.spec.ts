/** Zabscope inside somebody's page: a host of another origin embeds it, drives it and hears it. */
import { createServer } from 'node:http';
import type { Browser, Frame, Page } from 'playwright/test';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixture.ts';

interface Heard {
  readonly tells: string;
  readonly id?: string | number | null;
  readonly event?: number;
  readonly scenario?: string;
  readonly playing?: boolean;
  readonly lesson?: object | null;
  readonly field?: string;
  readonly message?: string;
}

declare global {
  interface Window {
    heard: Heard[];
    events: string[];
  }
}

/** A page on another origin than the lab, of which only `html` is the content. */
async function hostPage(
  browser: Browser,
  baseURL: string,
  html: string,
): Promise<{ page: Page; done: () => Promise<void> }> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="en"><title>A host</title><body><script>
      window.heard = [];
      addEventListener('message', ({ data, origin }) => {
        if (origin === ${JSON.stringify(baseURL)} && data.zabscope === 1) heard.push(data);
      });
    </script>${html}</body></html>`);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the host has no address');
  const context = await browser.newContext();
  const problems: string[] = [];
  context.on('weberror', (event) => problems.push(String(event.error())));
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${address.port}/`);
  return {
    page,
    done: async () => {
      expect(problems).toEqual([]);
      await context.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

const heard = (page: Page, tells: string): Promise<readonly Heard[]> =>
  page.evaluate((what) => window.heard.filter((one) => one.tells === what), tells);

async function say(page: Page, message: object): Promise<void> {
  await page.evaluate((data) => document.querySelector('iframe')?.contentWindow?.postMessage(data, '*'), {
    zabscope: 1,
    ...message,
  });
}

function frameOf(page: Page): Frame {
  const frame = page.frames()[1];
  if (frame === undefined) throw new Error('nothing is embedded');
  return frame;
}

test('a host on another origin opens, plays, seeks, steps and hears', async ({ browser, baseURL }) => {
  const url = baseURL ?? '';
  const { page, done } = await hostPage(
    browser,
    url,
    `<iframe width="480" height="320" title="Zabscope" src="${url}/?embed#scenario=partition&at=60"></iframe>`,
  );
  await expect.poll(() => heard(page, 'ready')).toMatchObject([{ scenario: 'partition', event: 60, playing: false }]);
  const timeline = frameOf(page).getByRole('slider', { name: 'Timeline' });

  const answers = async (message: { readonly id: number } & Record<string, unknown>, place: object): Promise<void> => {
    await say(page, message);
    await expect
      .poll(async () => (await heard(page, 'done')).filter(({ id }) => id === message.id))
      .toMatchObject([place]);
  };
  await answers({ id: 1, do: 'step' }, { event: 61 });
  await answers({ id: 2, do: 'step', by: -1, to: 'event' }, { event: 60 });
  await answers({ id: 3, do: 'seek', event: 200 }, { event: 200 });
  await expect(timeline).toHaveAttribute('aria-valuenow', '200');
  await answers(
    { id: 4, do: 'open', link: 'https://anywhere.org/#scenario=leader-killed&at=40' },
    { scenario: 'leader-killed', event: 40 },
  );
  await answers({ id: 5, do: 'speed', speed: 5 }, {});
  await answers({ id: 6, do: 'play' }, { playing: true });
  await expect
    .poll(async () => (await heard(page, 'moved')).some(({ playing, event = 0 }) => playing === true && event > 40))
    .toBe(true);
  await answers({ id: 7, do: 'pause' }, { playing: false });
  await answers({ id: 8, do: 'theme', theme: 'dark' }, {});
  await expect(frameOf(page).locator('html')).toHaveAttribute('data-theme', 'dark');

  // The very place, in the whole page.
  await answers({ id: 9, do: 'seek', event: 33 }, { event: 33 });
  const open = frameOf(page).getByRole('link', { name: 'Open in Zabscope' });
  await expect(open).toHaveAttribute('href', /\/#scenario=leader-killed&at=33/);
  await done();
});

test('what is wrong is said, and does nothing', async ({ browser, baseURL }) => {
  const url = baseURL ?? '';
  const { page, done } = await hostPage(
    browser,
    url,
    `<iframe width="480" height="320" title="Zabscope" src="${url}/?embed#scenario=partition&at=60"></iframe>`,
  );
  await expect.poll(() => heard(page, 'ready')).toHaveLength(1);
  await say(page, { id: 1, do: 'jump' });
  await say(page, { id: 2, do: 'seek', event: 'end' });
  await say(page, { id: 3, do: 'open', link: '#scenario=nobody-knows' });
  await say(page, { id: 4, do: 'open', scenario: { id: 'x', servers: [{ sid: 'one' }] } });
  await say(page, { id: 5, do: 'seek', event: 1e9 });
  await expect.poll(() => heard(page, 'error')).toHaveLength(5);
  const errors = (await heard(page, 'error')).toSorted((a, b) => Number(a.id) - Number(b.id));
  expect(errors.map(({ id, field }) => [id, field])).toEqual([
    [1, 'do'],
    [2, 'event'],
    [3, 'link'],
    [4, 'scenario'],
    [5, 'event'],
  ]);
  expect(errors[3]?.message).toContain('$.servers[0].sid');
  await expect(frameOf(page).getByRole('slider', { name: 'Timeline' })).toHaveAttribute('aria-valuenow', '60');
  await done();
});

test('where the address names a host, nobody else is heard or told', async ({ browser, baseURL }) => {
  const url = baseURL ?? '';
  const { page, done } = await hostPage(
    browser,
    url,
    `<iframe width="480" height="320" title="Zabscope" src="${url}/?embed&host=https://other.example#scenario=partition&at=60"></iframe>`,
  );
  const timeline = frameOf(page).getByRole('slider', { name: 'Timeline' });
  await expect(timeline).toHaveAttribute('aria-valuenow', '60');
  await say(page, { id: 1, do: 'step' });
  // A key pressed in it is done after whatever was said before.
  await frameOf(page).getByRole('button', { name: 'One event forward' }).click();
  await expect(timeline).toHaveAttribute('aria-valuenow', '61');
  expect(await page.evaluate(() => window.heard)).toEqual([]);
  await done();
});

test('the element does all that by methods and events', async ({ browser, baseURL }) => {
  const url = baseURL ?? '';
  const { page, done } = await hostPage(
    browser,
    url,
    `<script>
       window.events = [];
       for (const name of ['ready', 'moved', 'finished', 'error'])
         document.addEventListener('zabscope-' + name, () => events.push(name));
     </script>
     <script src="${url}/zabscope-lab.js"></script>
     <zabscope-lab link="#scenario=partition&at=60" theme="dark" style="width: 640px; height: 400px"></zabscope-lab>`,
  );
  const result = await page.evaluate(async () => {
    await customElements.whenDefined('zabscope-lab');
    const lab = document.querySelector('zabscope-lab') as HTMLElement & {
      step: (how?: object) => Promise<Heard>;
      seek: (place: object) => Promise<Heard>;
      open: (what: unknown) => Promise<Heard>;
      play: () => Promise<Heard>;
      setSpeed: (speed: number) => Promise<Heard>;
    };
    const stepped = await lab.step();
    const sought = await lab.seek({ time: 1000 });
    const refused = await lab.open({ id: 'x' }).then(String, String);
    const opened = await lab.open('#scenario=leader-killed&at=12');
    return { stepped, sought, refused, opened, events: window.events };
  });
  expect(result.stepped).toMatchObject({ scenario: 'partition', event: 61 });
  expect(result.sought.event).toBeGreaterThan(61);
  expect(result.refused).toContain('scenario: $');
  expect(result.opened).toMatchObject({ scenario: 'leader-killed', event: 12 });
  expect(result.events).toEqual(expect.arrayContaining(['ready', 'moved', 'error']));
  await expect(frameOf(page).locator('html')).toHaveAttribute('data-theme', 'dark');
  await done();
});

test('one lesson, from the step of its link; the page around leads to steps, and hears which', async ({
  browser,
  baseURL,
}) => {
  const url = baseURL ?? '';
  const { page, done } = await hostPage(
    browser,
    url,
    `<iframe width="640" height="400" title="Zabscope" src="${url}/?embed#lesson=which-vote-wins&step=2"></iframe>`,
  );
  await expect
    .poll(() => heard(page, 'ready'))
    .toMatchObject([{ lesson: { id: 'which-vote-wins', step: 2, steps: 8, asks: true } }]);
  const frame = frameOf(page);
  const lesson = frame.locator('[data-part=lesson]');
  await expect(lesson.getByRole('heading', { name: 'Same epoch, same log' })).toBeVisible();
  await expect(frame.getByRole('button', { name: 'Leave the lesson' })).toHaveCount(0);
  const answers = async (message: { readonly id: number } & Record<string, unknown>, place: object): Promise<void> => {
    await say(page, message);
    await expect
      .poll(async () => (await heard(page, 'done')).filter(({ id }) => id === message.id))
      .toMatchObject([place]);
  };
  await answers({ id: 1, do: 'lesson', step: 1 }, { lesson: { step: 1, asks: false } });
  await expect(lesson.getByRole('heading', { name: 'Three cards on the table' })).toBeVisible();
  await answers({ id: 2, do: 'lesson', go: 'next' }, { lesson: { step: 2, asks: true } });
  await lesson.getByRole('button', { name: '3 S3' }).click();
  await lesson.getByRole('button', { name: 'Run it' }).click();
  await expect.poll(async () => (await heard(page, 'moved')).at(-1)).toMatchObject({ lesson: { asks: false } });
  await expect(frame.getByRole('link', { name: 'Open in Zabscope' })).toHaveAttribute(
    'href',
    /#lesson=which-vote-wins&step=2$/,
  );
  await say(page, { id: 3, do: 'lesson', step: 9 });
  await expect
    .poll(() => heard(page, 'error'))
    .toMatchObject([{ id: 3, field: 'step', message: 'must be from 1 to 8' }]);
  await answers({ id: 4, do: 'open', link: '#lesson=two-leaders&step=2' }, { lesson: { id: 'two-leaders', step: 2 } });
  await answers({ id: 5, do: 'open', link: '#scenario=partition&at=20' }, { event: 20, lesson: null });
  await done();
});

for (const [width, height] of [
  [480, 320],
  [390, 480],
  [720, 480],
  [1000, 640],
] as const) {
  test.describe(`${width} × ${height}`, () => {
    test.use({ viewport: { width, height } });
    test('everything has its room', async ({ page, lab }) => {
      await lab.open('?embed#scenario=partition&at=330');
      await lab.expectCursor(330);
      const stage = await page.locator('[data-part=views]').boundingBox();
      expect(stage?.height).toBeGreaterThan(height * 0.45);
      for (const sid of [1, 2, 3, 4, 5]) {
        const box = await lab.server(sid).locator('circle').nth(1).boundingBox();
        expect(box !== null && stage !== null && box.y >= stage.y && box.y + box.height <= stage.y + stage.height).toBe(
          true,
        );
      }
      const play = await lab.transport.getByRole('button', { name: 'One event forward' }).boundingBox();
      expect(play !== null && play.x + play.width <= width && play.y + play.height <= height).toBe(true);
      await expectAccessible(page);
      // Nothing of it is kept for the visitor's own visits.
      await page.keyboard.press('ArrowRight');
      await lab.expectCursor(331);
      expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.endsWith('last')))).toEqual([]);
    });
  });
}

for (const [width, height] of [
  [480, 320],
  [390, 560],
] as const) {
  test.describe(`a lesson in ${width} × ${height}`, () => {
    test.use({ viewport: { width, height } });
    test('words, servers and keys have their room', async ({ page, lab }) => {
      await lab.open('?embed#lesson=which-vote-wins&step=2');
      const lesson = page.locator('[data-part=lesson]');
      await expect(lesson.getByRole('heading', { name: 'Same epoch, same log' })).toBeInViewport({ ratio: 1 });
      for (const sid of [1, 2, 3])
        await expect(lab.server(sid).locator('circle').nth(1)).toBeInViewport({ ratio: 0.99 });
      await expect(lab.transport.getByRole('button', { name: 'One event forward' })).toBeInViewport({ ratio: 1 });
      await expectAccessible(page);
    });
  });
}

for (const [width, height, isWithWords] of [
  [1000, 640, false],
  [720, 480, false],
  [390, 560, true],
] as const) {
  test.describe(`what a step looks into, in ${width} × ${height}`, () => {
    test.use({ viewport: { width, height } });
    test('is shown beside the stage, beneath it or with the words', async ({ page, lab }) => {
      await lab.open('?embed#lesson=newleader-ack&step=1');
      const wait = page.locator("[data-light='wait-3-newLeaderAck']");
      const words = page.locator('[data-part=lesson]');
      if (isWithWords) {
        await expect(words.locator(wait)).toBeVisible();
        await wait.scrollIntoViewIfNeeded();
      }
      await expect(wait).toBeInViewport({ ratio: 0.99 });
      for (const sid of [1, 2, 3])
        await expect(lab.server(sid).locator('circle').nth(1)).toBeInViewport({ ratio: 0.99 });
      await expectAccessible(page);
      // The znode that its words speak of, and nothing where a step looks into nobody.
      await lab.open('?embed#lesson=stale-reads&step=1');
      await expect(words.getByRole('heading', { name: 'The write is done' })).toBeVisible();
      await expect(page.getByRole('tree')).toHaveCount(0);
      await page.getByRole('button', { name: 'Show me' }).click();
      const znode = page.getByRole('treeitem', { name: 'price' });
      await expect(znode).toHaveAttribute('aria-selected', 'true');
      if (isWithWords) await znode.scrollIntoViewIfNeeded();
      await expect(znode).toBeInViewport({ ratio: 0.9 });
    });
  });
}

test.describe('low, and the step points at log cells', () => {
  test.use({ viewport: { width: 800, height: 500 } });
  test('the logs are there, and the words fade where they are cut', async ({ page, lab }) => {
    await lab.open('?embed#lesson=zab-and-raft&step=4');
    const words = page.locator('[data-part=lesson]');
    await expect(words.getByRole('heading', { name: 'S3 has another one, and dies' })).toBeInViewport({ ratio: 1 });
    const cells = page.locator("[data-light^='cell-']:visible");
    await expect(page.locator("[data-light='cell-3-0x300000001']")).toBeInViewport({ ratio: 0.9 });
    for (const sid of [1, 2, 3, 4, 5])
      await expect(lab.server(sid).locator('circle').nth(1)).toBeInViewport({ ratio: 0.99 });
    // Five servers need all that the logs leave of the stage.
    await expect(page.getByRole('button', { name: 'Space-time' })).toHaveCount(0);
    const last = words.getByRole('button').last();
    await expect(last).not.toBeInViewport();
    await last.scrollIntoViewIfNeeded();
    // What fades at the edge ends below the words.
    const [end, fade] = await words.evaluate((lesson) => {
      lesson.scrollTo(0, lesson.scrollHeight);
      const edge = lesson.getBoundingClientRect().bottom;
      const button = [...lesson.querySelectorAll('button')].at(-1);
      return [button?.getBoundingClientRect().bottom ?? Infinity, edge - 28];
    });
    expect(end).toBeLessThanOrEqual(fade);
    await expectAccessible(page);
    // In a step that points at none they leave the stage its room.
    await lab.open('?embed#lesson=zab-and-raft&step=5');
    await expect(words.getByRole('heading', { name: 'What goes, and who takes it away' })).toBeVisible();
    await expect(cells).toHaveCount(0);
  });
});
