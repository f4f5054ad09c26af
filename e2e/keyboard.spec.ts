/** Everything by keyboard alone; wherever the focus is, it is seen, and it never falls off the page. */
import type { Locator, Page } from 'playwright/test';
import { expect, test } from './fixture.ts';

test('faults, time, groups, writes and undo by keyboard', async ({ page, lab }) => {
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await lab.openScenario('first-look');
  await press('Space');
  await lab.expectPlaying();
  await press('=', 'Space');
  await lab.expectPaused();
  await expect(lab.button('Speed 0.2×')).toBeVisible();
  await press('-');
  await expect(lab.button('Speed 0.1×')).toBeVisible();
  const cursor = await lab.cursor();
  await press('ArrowRight', 'PageDown');
  await lab.expectCursor(cursor + 2);
  await press('PageUp', 'ArrowLeft');
  await lab.expectCursor(cursor);

  await lab.runUntil(lab.serversThat(/^S3, LEADING: leads epoch 1/));
  await tabTo(page, lab.server(3));
  await press('Enter');
  await expect(lab.server(3)).toHaveAttribute('aria-pressed', 'true');
  await expect(lab.inspector.getByRole('heading', { name: 'S3', exact: true })).toBeVisible();

  await press('n');
  await expect(lab.step('Client c3: create /w1')).toBeVisible();
  await press('f');
  await expect(lab.serversThat(/^S3, FROZEN/)).toBeVisible();
  await press('f');
  await expect(lab.step('Thaw S3')).toBeVisible();
  await press('Delete');
  await expect(lab.serversThat(/^S3, DOWN/)).toBeVisible();
  await press('r');
  await expect(lab.serversThat(/^S3, LOOKING/)).toBeVisible();
  await press('Control+z');
  await expect(lab.serversThat(/^S3, DOWN/)).toBeVisible();
  await press('Control+Shift+z');
  await expect(lab.step('Start S3')).toBeVisible();

  // S3 is selected, so it is the first to be put into a group.
  await press('g', 'a', 'b', 'b');
  await expect(lab.step('Cut S3 ‖ S1 S2')).toBeVisible();
  await press('h');
  await expect(lab.step('Heal all links')).toBeVisible();
  await expect(lab.server(2)).toHaveAttribute('aria-pressed', 'true');
  await expect(lab.server(3)).toBeFocused();

  await press('q');
  await expect(lab.button('Unfold Story')).toBeVisible();
  await press('i');
  await expect(lab.button('Unfold Inspector')).toBeVisible();
  await expectFocusKept(page);
  await press('q', 'i');
  await expect(lab.inspector).toBeVisible();

  await press('Escape');
  await expect(lab.server(2)).toHaveAttribute('aria-pressed', 'false');
});

test('the sheet of keys opens by ?, holds the focus, and gives it back', async ({ page, lab }) => {
  await lab.openScenario('first-look');
  await tabTo(page, lab.server(2));
  const sheet = page.getByRole('dialog');
  await page.keyboard.press('?');
  await expect(sheet.getByRole('heading', { name: 'Keys' })).toBeVisible();
  await expect(sheet.getByText('Kill the selected server')).toBeVisible();
  await expect(sheet.locator(':focus')).toHaveCount(1);
  // Nothing moves under it.
  await page.keyboard.press('ArrowRight');
  await lab.expectCursor(0);
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await expect(lab.server(2)).toBeFocused();
  // No sheet comes to lie on another.
  await page.keyboard.press('Control+o');
  await expect(sheet.getByRole('heading', { name: 'Files' })).toBeVisible();
  await page.keyboard.press('?');
  await page.keyboard.press('Control+k');
  await expect(page.locator('dialog[open]')).toHaveCount(1);
  await expect(sheet.getByRole('heading', { name: 'Files' })).toBeVisible();
});

test('what can be done to a server, and every other menu, opens, is walked and is left by keyboard', async ({
  page,
  lab,
}) => {
  await lab.openScenario('first-look');
  await lab.runUntil(lab.serversThat(/^S3, LEADING: leads epoch 1/));
  await tabTo(page, lab.server(3));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  const menu = page.getByRole('menu');
  await expect(menu.getByRole('menuitem', { name: /^Kill/ })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
  await expect(lab.server(3)).toBeFocused();
  await page.keyboard.press('Shift+F10');
  await expect(menu.getByRole('menuitem', { name: /^Kill/ })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(lab.step('Stop S3')).toBeVisible();
  await expect(lab.server(3)).toBeFocused();

  const scenario = lab.button('Scenario: Three servers, no leader');
  await scenario.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitemradio', { name: 'Three servers, no leader' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(lab.button('Scenario: The leader is killed')).toBeVisible();
  await lab.expectCursor(0);
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(lab.button('Pause')).toBeVisible();
});

test('Tab goes once round everything, and what has the focus shows it', async ({ page, lab }) => {
  await lab.open('#scenario=first-look&at=40&sel=s2');
  await lab.expectCursor(40);
  const seen: string[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(focused);
    if (stop === null || seen.includes(stop.what)) break;
    expect(stop, 'named, on the screen, looking otherwise than without the focus').toEqual({
      what: expect.stringMatching(/\S: \S/),
      isShown: true,
    });
    seen.push(stop.what);
  }
  for (const name of ['Share', 'S1,', 'S2,', 'S3,', 'Cut', 'Kill S2', 'Events', 'Timeline', 'Play', 'Speed']) {
    expect(
      seen.filter((what) => what.split(': ')[1]?.startsWith(name)),
      name,
    ).toHaveLength(1);
  }
});

async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error('Tab does not lead there.');
}

async function expectFocusKept(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
}

/** What has the focus, by role and name, and whether somebody could see that; null for nothing. */
function focused(): { what: string; isShown: boolean } | null {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement || element instanceof SVGElement) || element === document.body) return null;
  const name = element.getAttribute('aria-label') ?? element.closest('label')?.textContent ?? element.textContent ?? '';
  const box = element.getBoundingClientRect();
  const isOnScreen = box.width > 0 && box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight;
  const looks = (): string =>
    JSON.stringify(
      [element, ...element.querySelectorAll('*')].map((part) => {
        const { outline, boxShadow, background, stroke, opacity, visibility, display } = getComputedStyle(part);
        return [outline, boxShadow, background, stroke, opacity, visibility, display];
      }),
    );
  const withFocus = looks();
  element.blur();
  const without = looks();
  element.focus();
  return {
    what: `${element.getAttribute('role') ?? element.tagName.toLowerCase()}: ${name}`,
    isShown: isOnScreen && withFocus !== without,
  };
}
