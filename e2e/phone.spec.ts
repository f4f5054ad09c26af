import type { Locator, Page } from 'playwright/test';
import { expect, test } from './fixture.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test('first look and sandbox fit the width; Back and Next fit a thumb; one card at a time', async ({ page, lab }) => {
  await lab.open();
  await expectNoSidewaysScroll(page);
  await page.keyboard.press('End');
  await expect(lab.button('Next: kill the leader')).toBeInViewport({ ratio: 1 });
  await expect(lab.button('Play freely')).toBeInViewport({ ratio: 1 });
  await lab.button('Play freely').tap();
  await expectNoSidewaysScroll(page);

  for (const name of ['One event back', 'Play', 'One event forward']) {
    const box = await lab.transport.getByRole('button', { name, exact: true }).boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0), name).toBeGreaterThanOrEqual(44);
  }
  const cursor = await lab.cursor();
  await lab.button('One event back').tap();
  await lab.expectCursor(cursor - 1);
  await lab.button('One event forward').tap();
  await lab.expectCursor(cursor);

  const cards = page.getByRole('tabpanel');
  await expect(cards.getByText('Four numbers called epoch').or(cards.getByText('acceptedEpoch'))).toBeVisible();
  await page.getByRole('tab', { name: 'Log', exact: true }).tap();
  await expect(cards.getByRole('region', { name: 'Transaction logs' })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await page.getByRole('tab', { name: 'Why' }).tap();
  await expect(cards.getByRole('button', { name: /^Go to: / }).first()).toBeVisible();
  await expectNoSidewaysScroll(page);

  // The card grows, and the stage comes back.
  await lab.button('Pull the card up').tap();
  await expect(lab.stage).toHaveCount(0);
  await lab.button('Pull the card down').tap();
  await expect(lab.stage).toBeVisible();
});

test('the switch of the views lies on no server and on no client', async ({ page, lab }) => {
  await lab.open('#scenario=partition&at=300');
  await lab.expectCursor(300);
  const views = await page.getByRole('group', { name: 'Stage', exact: true }).boundingBox();
  const marks = await lab.stage.getByRole('button').all();
  expect(marks.length).toBe(6);
  for (const mark of marks) {
    const box = await mark.locator('rect, circle').filter({ visible: true }).last().boundingBox();
    if (views === null || box === null) throw new Error('not drawn');
    const aside = box.x >= views.x + views.width || box.y >= views.y + views.height;
    expect(aside, (await mark.getAttribute('aria-label')) ?? '').toBe(true);
  }
});

test('menus, the table of links and an operator’s form lie within the width', async ({ page, lab }) => {
  await lab.open('#scenario=partition&at=520');
  const within = async (target: Locator): Promise<void> => {
    const box = await target.boundingBox();
    expect(box !== null && box.x >= 0 && box.x + box.width <= 390, JSON.stringify(box)).toBe(true);
  };
  await lab.button(/^Scenario: /).tap();
  await within(page.getByRole('menu'));
  await page.keyboard.press('Escape');
  // It begins at its top, whatever of it is chosen.
  await lab.button('More').tap();
  await expect(page.getByRole('menuitem').first()).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Links' }).tap();
  await within(page.getByRole('button', { name: /^S1 → S5/ }));
  await page.getByRole('tab', { name: 'Consoles' }).tap();
  await page.getByRole('tab', { name: 'Operator' }).tap();
  await within(page.getByRole('combobox', { name: 'Command' }));
});

test('on a narrow phone the votes keep their verdicts', async ({ page, lab }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  await lab.open();
  await page.keyboard.press('End');
  for (const word of ['wins', 'loses']) {
    // An inline text: its box is what is written, whether or not its cell has the room.
    const verdict = page.getByText(word, { exact: true }).first();
    await expect(verdict).toBeVisible();
    const [box, table] = [await verdict.boundingBox(), await page.getByRole('table').boundingBox()];
    if (box === null || table === null) throw new Error('not drawn');
    expect(table.x + table.width, word).toBeLessThanOrEqual(320);
    expect(box.x + box.width, word).toBeLessThanOrEqual(table.x + table.width);
  }
});

test('a long press opens what can be done to a server', async ({ page, lab }) => {
  await lab.openScenario('first-look');
  await lab.runUntil(lab.serversThat(/^S3, LEADING: leads epoch 1/));
  const sheet = page.getByRole('dialog');
  await longPress(page, lab.server(3), sheet);
  await expect(sheet.getByRole('heading', { name: /^S3/ })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await sheet.getByRole('button', { name: /^Kill/ }).tap();
  await expect(sheet).toHaveCount(0);
  await expect(lab.serversThat(/^S3, DOWN/)).toBeVisible();
  await lab.runUntil(lab.serversThat(/^S2, LEADING: leads epoch 2/));

  await lab.button('More').tap();
  await page.getByRole('menuitem', { name: 'Undo' }).tap();
  await expect(lab.serversThat(/^S3, LEADING: leads epoch 1/)).toBeVisible();
});

test('a partition by tapping servers into groups, and its heal', async ({ page, lab }) => {
  await lab.openScenario('five-servers');
  await lab.runUntil(lab.serversThat(/FOLLOWING: follows S3, epoch 1/), 4);
  const sheet = page.getByRole('dialog');
  await longPress(page, lab.server(3), sheet);
  const groups = sheet.getByRole('group', { name: /^Cut off/ });
  await groups.getByRole('button', { name: 'S4' }).tap();
  for (const member of await groups.getByRole('button').all()) {
    const box = await member.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  }
  await sheet.getByRole('button', { name: 'Cut', exact: true }).tap();
  await expect(sheet).toHaveCount(0);
  await lab.runUntil(lab.serversThat(/^S5, LEADING: leads epoch 2/));
  await expect(lab.serversThat(/^S[34], LOOKING/)).toHaveCount(2);

  await longPress(page, lab.server(4), sheet);
  await sheet.getByRole('button', { name: 'Heal the cut' }).tap();
  await lab.runUntil(lab.serversThat(/FOLLOWING: follows S5, epoch 2/), 4);
});

test('a line drawn with a finger cuts, and so do islands; both can be left', async ({ page, lab }) => {
  await lab.open('#scenario=five-servers&at=300');
  await lab.expectCursor(300);
  const sheet = page.getByRole('dialog');
  const boxOf = async (target: Locator) => {
    const box = await target.boundingBox();
    if (box === null) throw new Error('It is not drawn.');
    return { ...box, x: box.x + box.width / 2, y: box.y + box.height / 2, left: box.x, right: box.x + box.width };
  };
  await longPress(page, lab.server(3), sheet);
  await sheet.getByRole('button', { name: 'Draw a line' }).tap();
  await lab.button('Cancel').tap();
  await expect(lab.button('Cancel')).toHaveCount(0);

  await longPress(page, lab.server(3), sheet);
  await sheet.getByRole('button', { name: 'Draw a line' }).tap();
  const [stage, s2, s3] = [await boxOf(lab.stage), await boxOf(lab.server(2)), await boxOf(lab.server(3))];
  const y = (s2.y + s3.y) / 2;
  await swipe(page, { x: stage.left + 6, y }, { x: stage.right - 6, y });
  await expect(lab.serversThat(/^S3, LEADING/)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cut S1 S2 S5 ‖ S3 S4.');

  await longPress(page, lab.server(1), sheet);
  await sheet.getByRole('button', { name: 'Heal the cut' }).tap();
  await expect(sheet).toHaveCount(0);
  await longPress(page, lab.server(1), sheet);
  await sheet.getByRole('button', { name: 'Islands' }).tap();
  await expect(lab.button('Cut')).toHaveAttribute('aria-disabled', 'true');
  const s1 = await boxOf(lab.server(1));
  await swipe(page, s1, { x: stage.right - 20, y: s1.y - 10 });
  await expectNoSidewaysScroll(page);
  await expect(lab.button('Cut')).toHaveAttribute('aria-disabled', 'false');
  // Right after a finger has moved, the browser takes a tap for its stop.
  await lab.button('Cut').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cut S2 S3 S4 S5 ‖ S1.');
});

test('a finger drawn across a card turns to the one beside it', async ({ page, lab }) => {
  await lab.open('#scenario=five-servers&at=300');
  await lab.expectCursor(300);
  const tab = (name: string) => page.getByRole('tab', { name, exact: true, selected: true });
  await expect(tab('Votes')).toBeVisible();
  await swipe(page, { x: 320, y: 640 }, { x: 120, y: 640 });
  await expect(tab('Log')).toBeVisible();
  await page.getByRole('tab', { name: 'Why', exact: true }).click();
  await expect(tab('Why')).toBeVisible();
  // A steep way scrolls.
  await swipe(page, { x: 300, y: 700 }, { x: 220, y: 600 });
  await expect(tab('Why')).toBeVisible();
  await swipe(page, { x: 100, y: 690 }, { x: 300, y: 690 });
  await expect(tab('Log')).toBeVisible();
});

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const width = await page.evaluate(() => {
    scrollBy(100, 0);
    const { scrollWidth, clientWidth } = document.documentElement;
    return { scrolled: scrollX, outside: Math.max(0, Math.max(scrollWidth, document.body.scrollWidth) - clientWidth) };
  });
  expect(width).toEqual({ scrolled: 0, outside: 0 });
}

/** A finger put down, kept there until something shows, and lifted. */
async function longPress(page: Page, target: Locator, shown: Locator): Promise<void> {
  const box = await target.boundingBox();
  if (box === null) throw new Error('It is not drawn.');
  const client = await page.context().newCDPSession(page);
  const touchPoints = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }];
  await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
  await expect(shown).toBeVisible();
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await client.detach();
}

/** A finger drawn from one point to another. */
async function swipe(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  const client = await page.context().newCDPSession(page);
  const at = (share: number) => [{ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }];
  await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
  for (const share of [0.25, 0.5, 0.75, 1]) {
    await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(share) });
  }
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await client.detach();
}
