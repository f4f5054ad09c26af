import { expect, test } from './fixture.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('with reduced motion nothing plays or moves by itself', async ({ page, lab }) => {
  await page.clock.install();
  await page.addInitScript(() => {
    document.addEventListener('animationstart', () => (document.title = 'something moves'));
    document.addEventListener('transitionstart', () => (document.title = 'something moves'));
  });
  await lab.open();
  const killLeader = lab.button('Next: kill the leader');
  await lab.expectPaused();
  const start = await lab.cursor();
  await page.clock.runFor(60_000);
  await lab.expectCursor(start);
  await lab.expectPaused();
  await expect(lab.serversThat(/, LOOKING:/)).toHaveCount(3);

  // Steps jump.
  await lab.button('One event forward').click();
  await lab.expectCursor(start + 1);
  await page.keyboard.press('End');
  await expect(killLeader).toBeEnabled();
  await page.clock.runFor(5000);
  await lab.button('Play freely').click();
  await lab.server(3).click();
  await page.keyboard.press('Delete');
  await page.keyboard.press('Shift+ArrowRight');
  const cursor = await lab.cursor();
  await page.clock.runFor(60_000);
  await lab.expectCursor(cursor);
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  await expect(page).toHaveTitle('Zabscope');
});

test('asked to play, messages stand still between events', async ({ page, lab }) => {
  await page.clock.install();
  await lab.open('#scenario=first-look&at=30');
  await lab.expectCursor(30);
  await expect(lab.messages.first()).toBeVisible();
  const messages = (): Promise<string> =>
    lab.moving.evaluateAll((all) => all.map((one) => (one as HTMLCanvasElement).toDataURL()).join());
  const standing = await messages();
  await page.keyboard.press('Space');
  await lab.expectPlaying();
  // One frame at a time, up to the next event.
  while ((await lab.cursor()) === 30) {
    expect(await messages()).toBe(standing);
    await page.clock.runFor(16);
  }
  expect(await messages()).not.toBe(standing);
});
