/** Lecturer mode: large, one view, the keys of a presenter's remote. */
import type { Locator, Page } from 'playwright/test';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixture.ts';

test.use({ viewport: { width: 1280, height: 720 } });

const PLACE = '#scenario=partition&at=330&sel=s5';
/** Where messages are held at the cut, and epochs are asked for. */
const BUSY = '#scenario=partition&at=424&sel=s5';

/** Everything written on the page below so many pixels, with what is seen of it enlarged. */
async function smallText(page: Page, least: number): Promise<readonly string[]> {
  return page.evaluate((pixels) => {
    const small = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (element === null || text === '' || element.closest('.sr, title, script, style') !== null) continue;
      const { width, height } = element.getBoundingClientRect();
      if (width < 2 || height < 2 || getComputedStyle(element).visibility === 'hidden') continue;
      const drawn = element instanceof SVGGraphicsElement ? (element.getCTM()?.a ?? 1) : 1;
      const size = parseFloat(getComputedStyle(element).fontSize) * drawn * element.currentCSSZoom;
      if (size < pixels - 0.05) small.add(`${text} ${size.toFixed(1)}`);
    }
    return [...small];
  }, least);
}

/** The least contrast of a text with the page's own grounds, as the tokens stand. */
async function contrasts(page: Page): Promise<Readonly<Record<string, number>>> {
  return page.evaluate(() => {
    const style = getComputedStyle(document.documentElement);
    const context = document.createElement('canvas').getContext('2d');
    const luminance = (token: string): number => {
      if (context === null) return 0;
      context.fillStyle = style.getPropertyValue(`--${token}`).trim();
      const resolved = typeof context.fillStyle === 'string' ? context.fillStyle : '';
      const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
        const part = parseInt(resolved.slice(at, at + 2), 16) / 255;
        return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    return Object.fromEntries(
      ['ink', 'ink-2', 'ink-3'].flatMap((ink) =>
        ['ground', 'panel', 'raised', 'well'].map((ground) => {
          const [low = 0, high = 0] = [luminance(ink), luminance(ground)].toSorted((a, b) => a - b);
          return [`${ink} on ${ground}`, (high + 0.05) / (low + 0.05)];
        }),
      ),
    );
  });
}

test('P shows the page to a class and back; the address keeps it; a shared link does not', async ({ page, lab }) => {
  await lab.open(PLACE);
  await page.keyboard.press('p');
  await expect(page.getByRole('heading', { level: 1, name: 'S5 leads epoch 1.' })).toBeVisible();
  await expect(page).toHaveURL(/\?lecture#scenario=partition/);
  await expect(lab.inspector).toHaveCount(0);
  await page.reload();
  await expect(lab.button('Leave')).toBeVisible();
  await lab.expectCursor(330);
  await page.keyboard.press('i');
  await expect(lab.inspector).toBeVisible();
  await page.keyboard.press('p');
  await expect(lab.button(/^Share/)).toBeVisible();
  await expect(page).not.toHaveURL(/lecture/);
  await lab.button('Lecturer mode').click();
  await lab.button('Leave').click();
  await expect(lab.inspector).toBeVisible();
});

test('transport stands where it always stands', async ({ page, lab }) => {
  await lab.open(PLACE);
  const before = await lab.transport.boundingBox();
  await page.keyboard.press('p');
  await expect(lab.button('Leave')).toBeVisible();
  const after = await lab.transport.boundingBox();
  // Larger, in the same corner.
  expect([after?.x, after?.y]).toEqual([before?.x, before?.y]);
});

test('nothing is smaller than 18 pixels, text has a contrast of 7, lines are thicker', async ({ page, lab }) => {
  await lab.open(`?lecture${BUSY}`);
  await expect(lab.button('Leave')).toBeVisible();
  expect(await smallText(page, 18)).toEqual([]);
  await page.keyboard.press('i');
  await expect(lab.inspector).toBeVisible();
  expect(await smallText(page, 18)).toEqual([]);
  for (const [pair, ratio] of Object.entries(await contrasts(page))) expect(ratio, pair).toBeGreaterThanOrEqual(7);
  const ring = lab.server(1).locator('circle').nth(1);
  expect(await ring.evaluate((circle) => getComputedStyle(circle).strokeWidth)).toBe('4px');
});

test('while it stands still every message has its name; while it plays none', async ({ page, lab }) => {
  await lab.open(`?lecture${BUSY}`);
  const names = page.locator('[data-part=message-name]');
  await expect(names).toHaveCount(await lab.messages.count());
  await expect(names.filter({ hasText: 'ACKEPOCH' })).not.toHaveCount(0);
  await expect(names.filter({ hasText: 'vote S3' })).not.toHaveCount(0);
  await page.keyboard.press('Space');
  await expect(names).toHaveCount(0);
});

test.describe('on a dark system', () => {
  test.use({ colorScheme: 'dark' });
  test('it is light, unless dark was chosen', async ({ page, lab }) => {
    const ground = (): Promise<string> =>
      page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--ground').trim());
    await lab.open(PLACE);
    expect(await ground()).toBe('#0f1521');
    await page.keyboard.press('p');
    await expect(lab.button('Leave')).toBeVisible();
    expect(await ground()).toMatch(/^#fff(fff)?$/);
    await page.keyboard.press('p');
    await expect(lab.button('Leave')).toHaveCount(0);
    expect(await ground()).toBe('#0f1521');
    await lab.button('Light or dark').click();
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
    await page.keyboard.press('p');
    await expect(lab.button('Leave')).toBeVisible();
    expect(await ground()).toBe('#0f1521');
    for (const [pair, ratio] of Object.entries(await contrasts(page))) expect(ratio, pair).toBeGreaterThanOrEqual(7);
  });
});

test('a remote steps, plays and blanks, whatever has the focus', async ({ page, lab }) => {
  await lab.open(`?lecture${PLACE}`);
  await lab.timeline.focus();
  await page.keyboard.press('PageDown');
  await lab.expectCursor(331);
  await page.keyboard.press('PageUp');
  await page.keyboard.press('PageUp');
  await lab.expectCursor(329);
  await page.keyboard.press('F5');
  await lab.expectPlaying();
  const blank = page.getByRole('dialog', { name: 'Blank screen' });
  for (const key of ['.', 'b']) {
    await page.keyboard.press(key);
    await expect(blank).toBeVisible();
    await lab.expectPaused();
    const cursor = await lab.cursor();
    // The key that ends it does nothing else.
    await page.keyboard.press('PageDown');
    await expect(blank).toHaveCount(0);
    await lab.expectCursor(cursor);
  }
  await lab.button('Blank screen').click();
  await page.mouse.click(640, 300);
  await expect(blank).toHaveCount(0);
});

test('outside of it the same keys do what they do', async ({ page, lab }) => {
  await lab.open(PLACE);
  await page.keyboard.press('b');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  const before = await lab.cursor();
  await page.keyboard.press('.');
  await expect.poll(() => lab.cursor()).toBeGreaterThan(before);
});

test('it passes axe, with the diagram of time, and with the inspector', async ({ page, lab }) => {
  await lab.open(`?lecture${BUSY}`);
  await expect(lab.button('Leave')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('2');
  await expect(lab.spaceTime).toBeVisible();
  await page.keyboard.press('i');
  await expectAccessible(page);
});

test('the diagram of time takes the pointer where it is drawn', async ({ page, lab }) => {
  await lab.open(`?lecture${PLACE}`);
  await page.keyboard.press('2');
  const box = await lab.spaceTime.boundingBox();
  if (box === null) throw new Error('no diagram');
  // Its right edge is later than its middle: a click far right moves on, one far left back.
  await page.getByRole('button', { name: 'Show the whole run' }).click();
  await lab.spaceTime.click({ position: { x: box.width * 0.9, y: 30 } });
  const late = await lab.cursor();
  await lab.spaceTime.click({ position: { x: box.width * 0.3, y: 30 } });
  expect(await lab.cursor()).toBeLessThan(late);
});

test('a lesson is read beside what it shows, and a remote goes through it', async ({ page, lab }) => {
  await lab.open('?lecture#lesson=which-vote-wins&step=1');
  const lesson = page.locator('[data-part=lesson]');
  const crumb = lesson.locator('p').first();
  await expect(crumb).toContainText('1 of');
  expect(await smallText(page, 18)).toEqual([]);
  const [words, stage] = [await lesson.boundingBox(), await page.locator('[data-part=views]').boundingBox()];
  expect(words !== null && stage !== null && words.x + words.width <= stage.x + 1).toBe(true);
  await page.keyboard.press('PageDown');
  await expect(crumb).toContainText('2 of');
  await page.keyboard.press('PageUp');
  await expect(crumb).toContainText('1 of');
  // So does a pointer, by the one button that no words push below the edge.
  await expect(lab.button('Next')).toBeInViewport({ ratio: 1 });
  await lab.button('Next').click();
  await expect(crumb).toContainText('2 of');
});

test('entering at a step that looks into a server opens the inspector', async ({ page, lab }) => {
  await lab.open('#lesson=four-epochs&step=1');
  await expect(page.locator('[data-part=lesson]')).toBeVisible();
  await expect(lab.inspector).toBeVisible();
  await page.keyboard.press('p');
  await expect(lab.button('Leave')).toBeVisible();
  await expect(lab.inspector.getByRole('heading', { name: 'Four numbers called epoch' })).toBeInViewport();
  // What it leaves of the page has the servers, and the ends of their logs.
  const look = await lab.inspector.boundingBox();
  const logs = page.getByRole('group', { name: 'Transaction logs' });
  for (const beside of [logs, lab.server(1), lab.server(2), lab.server(3)]) {
    const box = await beside.boundingBox();
    expect(box !== null && look !== null && box.x + box.width <= look.x + 1).toBe(true);
  }
});

test('a remote goes on after a wrong answer, after the truth and at the end', async ({ page, lab }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await lab.open('?lecture#lesson=which-vote-wins&step=8');
  const lesson = page.locator('[data-part=lesson]');
  const blank = page.getByRole('dialog', { name: 'Blank screen' });
  /** Its other keys leave it where it is. */
  const stays = async (shown: Locator): Promise<void> => {
    await expect(shown).toBeVisible();
    for (const key of ['b', '.']) {
      await page.keyboard.press(key);
      await expect(blank).toBeVisible();
      await page.keyboard.press('PageDown');
      await expect(blank).toHaveCount(0);
    }
    await page.keyboard.press('F5');
    await lab.expectPlaying();
    await page.keyboard.press('Shift+F5');
    await lab.expectPaused();
    await page.keyboard.press('Escape');
    await expect(shown).toBeVisible();
    await expect(lab.button('Leave')).toBeVisible();
  };
  await expect(lesson.getByRole('group')).toBeVisible();
  await page.keyboard.press('1');
  await page.keyboard.press('PageDown');
  await stays(lesson.getByText('This is your answer, as a branch of the run.'));
  await page.keyboard.press('PageDown');
  await stays(lesson.getByText('The run says: S4.'));
  await page.keyboard.press('PageUp');
  await expect(lesson.getByRole('group')).toBeVisible();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  const end = page.getByRole('heading', { name: 'That was “Which vote wins?”.' });
  await stays(end);
  await page.keyboard.press('PageDown');
  await expect(end).toBeVisible();
  await page.keyboard.press('PageUp');
  await expect(lesson.getByText('The run says: S4.')).toBeVisible();
});

test('a server’s log has its lines, and a listing keeps the tabs in sight', async ({ page, lab }) => {
  await lab.open('?lecture#scenario=partition&at=316&sel=s5');
  await page.keyboard.press('i');
  await lab.inspector.getByRole('tab', { name: 'Log', exact: true }).click();
  await expect(lab.inspector.getByRole('option', { selected: true }).last()).toBeInViewport();
  await lab.inspector.getByRole('tab', { name: 'Algorithm' }).click();
  await expect(lab.inspector.locator('[data-state=lit]')).toBeInViewport();
  // Not only in sight: nothing lies on it.
  await lab.inspector.getByRole('tab', { name: 'Inside' }).click({ timeout: 2000 });
});

test('nine servers have their logs and their names in sight', async ({ page, lab }) => {
  const scenario = {
    version: 1,
    id: 'nine',
    title: 'Nine',
    servers: Array.from({ length: 9 }, (_, index) => ({ sid: index + 1 })),
    script: [1, 2, 3, 4, 5, 6, 7, 8, 9].map((server) => ({ at: 0, action: { do: 'start', server } })),
  };
  await lab.open(`?lecture${PLACE}`);
  await page.keyboard.press('Control+o');
  await page
    .locator('dialog input[type=file]')
    .setInputFiles({ name: 'nine.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(scenario)) });
  await expect(lab.serversThat(/NOT STARTED/)).toHaveCount(9);
  await expect(page.getByRole('group', { name: 'Transaction logs' }).getByText('S1–S9')).toBeInViewport({ ratio: 1 });
  expect(await smallText(page, 18)).toEqual([]);
});
