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
  // There the run is quiet, and stays so however often anybody presses.
  for (const key of ['End', 'Shift+ArrowRight']) {
    await page.keyboard.press(key);
    await expect(lab.notices).toContainText('No further change');
    await page.keyboard.press('Escape');
    await expect(lab.notices).toBeEmpty();
    await lab.expectCursor(end);
  }
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
  await expect(branches).toHaveText(/^Kill S3 at 0\./);
  await lab.runUntil(lab.serversThat(/^S2, LEADING: leads epoch 1/));

  // The old future hangs from where the branch left it.
  await lab.button('Branch: As the scenario goes').click();
  await expect(branches).toHaveText('As the scenario goes');
  await expect(lab.step('Kill S3')).toHaveCount(0);
  for (let at = await lab.cursor(); at < end; at++) await page.keyboard.press('ArrowRight');
  await lab.expectCursor(end);
  expect(await lab.link()).toBe(future);

  // The same action at the same place is the same branch.
  await branches.click();
  await page.getByRole('menuitemradio', { name: /^Kill S3 at/ }).click();
  await expect(lab.step('Kill S3')).toBeVisible();
  await expect(lab.button('Branch: As the scenario goes')).toBeVisible();
  await branches.click();
  await expect(page.getByRole('menuitemradio')).toHaveCount(2);

  // It is named in place, by key or by the menu; Escape leaves the name as it was.
  await page.keyboard.press('Escape');
  await page.keyboard.press('F2');
  const name = lab.page.getByRole('textbox', { name: /^Name of the branch: Kill S3 at 0\./ });
  await expect(name).toBeFocused();
  await page.keyboard.type('S2 leads');
  await page.keyboard.press('Enter');
  await expect(branches).toHaveText('S2 leads');
  await expect(branches).toBeFocused();
  await branches.click();
  await page.getByRole('menuitem', { name: 'Name this branch' }).click();
  await name.fill('nothing');
  await page.keyboard.press('Escape');
  await expect(branches).toHaveText('S2 leads');

  // A reload keeps both.
  await expect(page).toHaveURL(await lab.link());
  await page.reload();
  await expect(branches).toHaveText('S2 leads');
  await lab.button('Branch: As the scenario goes').click();
  await expect(branches).toHaveText('As the scenario goes');
  await expect(lab.button('Branch: S2 leads')).toBeVisible();
});

test('the last event is the selected row of the list, pings hidden or not, and the whole sentence is there', async ({
  page,
  lab,
}) => {
  await lab.open('#scenario=leader-killed&at=400');
  const selected = page.getByRole('option', { selected: true });
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press('ArrowRight');
    const caption = await page.locator('[aria-live=polite]').filter({ hasText: /\.$/ }).first().innerText();
    const row = await selected.locator('b, span').allInnerTexts();
    expect(`${row.join(' ')}.`).toBe(caption);
    const isCut = await selected.locator('span').evaluate((text) => text.scrollHeight > text.clientHeight + 1);
    expect(isCut).toBe(false);
  }
});

test('whatever the speed, the transport stays where it is, and the menu ticks it', async ({ page, lab }) => {
  await lab.openScenario('leader-killed');
  const place = async () => (await lab.button('Play').boundingBox())?.x;
  const before = await place();
  const speed = page.getByRole('button', { name: /^Speed/ });
  for (const key of ['=', '=', '=', '=', '=', '=', '=', '=']) {
    await page.keyboard.press(key);
    expect(await place()).toBe(before);
  }
  await expect(speed).toHaveText('50×');
  await speed.click();
  await expect(page.getByRole('menuitemradio', { checked: true })).toHaveText('50×');
});

test('buttons act on the server selected last; a second click does not let go of it, Esc does', async ({
  page,
  lab,
}) => {
  await lab.open('#scenario=leader-killed&at=150');
  await lab.server(2).click();
  await lab.server(2).click();
  await expect(lab.server(2)).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Escape');
  await expect(lab.server(2)).toHaveAttribute('aria-pressed', 'false');
  for (let i = 0; i < 5; i++) {
    await page.keyboard.press('ArrowRight');
    await expect(lab.button('Kill S2')).toBeVisible();
  }
  await lab.button('Kill S2').click();
  await expect(lab.step('Kill S2')).toBeVisible();
});
