import { expect, test } from './fixture.ts';

test('stepped back to the start and forward again, event by event, the run is the same', async ({ page, lab }) => {
  const cursor = 40;
  await lab.open(`#scenario=first-look&at=${cursor}`);
  await lab.expectCursor(cursor);
  const there = await lab.link();
  expect(there).toMatch(/&d=[0-9a-f]{8}$/);

  for (let at = cursor; at > 0; at--) await page.keyboard.press('ArrowLeft');
  await lab.expectCursor(0);
  expect(await lab.link()).not.toBe(there);

  for (let at = 0; at < cursor; at++) await page.keyboard.press('ArrowRight');
  await lab.expectCursor(cursor);
  expect(await lab.link()).toBe(there);
});

test('the transport moves by one event, keys by one change of a phase or vote, Home and End all the way', async ({
  page,
  lab,
}) => {
  await lab.openScenario('leader-killed');
  await lab.button('One event forward').click();
  await lab.button('One event forward').click();
  await lab.expectCursor(2);
  await lab.button('One event back').click();
  await lab.expectCursor(1);

  await page.keyboard.press('Shift+ArrowRight');
  const first = await lab.cursor();
  await page.keyboard.press('Shift+ArrowRight');
  const second = await lab.cursor();
  expect(second).toBeGreaterThan(first);
  await page.keyboard.press('Shift+ArrowLeft');
  await lab.expectCursor(first);

  await page.keyboard.press('End');
  const end = await lab.cursor();
  expect(end).toBeGreaterThan(second);
  await page.keyboard.press('Home');
  await lab.expectCursor(0);
  await expect(lab.button('One event back')).toBeVisible();
});

test('the timeline is scrubbed by pointer, and the same place shows the same moment', async ({ page, lab }) => {
  await lab.openScenario('leader-killed');
  const box = await lab.timeline.boundingBox();
  if (box === null) throw new Error('There is no timeline.');
  const scrubTo = async (share: number): Promise<void> => {
    await page.mouse.move(box.x + box.width * share, box.y + box.height / 2, { steps: 3 });
  };
  await scrubTo(0.1);
  await page.mouse.down();
  await scrubTo(0.6);
  await expect(lab.serversThat(/^S3, DOWN/)).toBeVisible();
  await scrubTo(0.2);
  await expect(lab.serversThat(/^S3, LEADING/)).toBeVisible();
  await page.mouse.up();
  const there = await lab.link();
  await page.keyboard.press('Home');
  await lab.expectCursor(0);
  await page.mouse.click(box.x + box.width * 0.2, box.y + box.height / 2);
  await expect.poll(() => lab.cursor()).toBeGreaterThan(0);
  expect(await lab.link()).toBe(there);
});

test('acting in the past opens a branch and keeps the old future', async ({ page, lab }) => {
  const end = 24;
  await lab.open(`#scenario=first-look&at=${end}&sel=s3`);
  await lab.expectCursor(end);
  const future = await lab.link();
  const branches = lab.button(/^Branches:/);
  await expect(branches).toHaveCount(0);

  await page.keyboard.press('Home');
  for (let i = 0; i < 8; i++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Delete');
  await expect(lab.step('Kill S3')).toBeVisible();
  await expect(branches).toHaveText('B');
  await lab.runUntil(lab.serversThat(/^S2, LEADING: leads epoch 1/));

  // The old future hangs from where the branch left it.
  await lab.button(/^Branch A/).click();
  await expect(branches).toHaveText('A');
  await expect(lab.step('Kill S3')).toHaveCount(0);
  for (let at = await lab.cursor(); at < end; at++) await page.keyboard.press('ArrowRight');
  await lab.expectCursor(end);
  expect(await lab.link()).toBe(future);

  // The same action at the same place is the same branch.
  await branches.click();
  await page.getByRole('menuitemradio', { name: 'Branch B' }).click();
  await expect(lab.step('Kill S3')).toBeVisible();
  await expect(lab.button(/^Branch A/)).toBeVisible();
  await branches.click();
  await expect(page.getByRole('menuitemradio')).toHaveCount(2);
});
