import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixture.ts';

test('why a new leader leads: folded in the middle, down to the kill of the old one, which a press goes to', async ({
  page,
  lab,
}) => {
  await lab.openScenario('leader-killed');
  const why = lab.inspector.locator('section').filter({ has: page.getByRole('heading', { name: 'Why?' }) });
  const rows = why.getByRole('listitem');
  await lab.runUntil(lab.serversThat(/^S2, LEADING: leads epoch 2/), 1, 'Shift+ArrowRight');
  await expect(rows.first()).toContainText('leads epoch 2');
  await expect(rows.last()).toContainText('Kill S3');
  const folded = await rows.count();
  await why.getByRole('button', { name: /^All \d+ steps$/ }).click();
  expect(await rows.count()).toBeGreaterThan(folded);
  await rows.last().getByRole('button').click();
  await expect(lab.serversThat(/^S3, DOWN/)).toBeVisible();
  await expect(rows).toHaveText(/Kill S3/);
});

test('from the keyboard alone: kill the leader, cut, step back, ask why and why not, and close', async ({
  page,
  lab,
}) => {
  await lab.openScenario('five-servers');
  await lab.runUntil(lab.serversThat(/^S3, LEADING: leads epoch 1, serves clients/));
  await lab.server(3).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Delete');
  await lab.runUntil(lab.serversThat(/LEADING: leads epoch 2/), 1, 'Shift+ArrowRight');
  // S1 S2 against the rest: whoever is asked for a group is selected, in the order of the servers.
  await lab.server(1).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('g');
  for (const group of ['a', 'a', 'b', 'b', 'b']) await page.keyboard.press(group);
  await expect(lab.step('Cut S1 S2 ‖ S3 S4 S5')).toBeVisible();
  await lab.runUntil(lab.serversThat(/^S2, LOOKING/), 1, 'Shift+ArrowRight');
  const later = await lab.cursor();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await lab.expectCursor(later);

  await lab.server(2).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('y');
  const answer = page.getByRole('region', { name: 'Why is S2 LOOKING?' });
  await expect(answer.getByRole('heading')).toBeFocused();
  await expect(answer).toContainText('S2 is LOOKING in round');
  await expect(
    answer.getByRole('list', { name: 'What led to it, newest first' }).getByRole('listitem').last(),
  ).toContainText('Cut S1 S2 ‖ S3 S4 S5');
  // Read aloud once, and marked wherever it can be seen.
  await expect(page.locator('[data-part=answer-live]')).toContainText('S2 is LOOKING in round');
  await expect(page.locator('[data-part=lit-path] circle').first()).toBeVisible();
  expect(await page.locator('[data-part=lit-marks] path').count()).toBeGreaterThan(0);
  await expectAccessible(page);

  // A sentence leads to its place; the answer stays, and leads back.
  await answer.getByRole('listitem').last().getByRole('button').press('Enter');
  expect(await lab.cursor()).not.toBe(later);
  await expect(answer).toBeVisible();
  await answer.getByRole('button', { name: /^Back to/ }).press('Enter');
  await lab.expectCursor(later);

  await page.keyboard.press('Shift+Y');
  const denied = page.getByRole('region', { name: 'Why does S2 not lead?' });
  await expect(denied).toContainText('cut off from S2');
  await expect(denied).toContainText('Next, if nobody acts');
  await expect(denied.getByRole('heading')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(denied).toBeHidden();
  await expect(lab.server(2)).toBeFocused();
  await expect(page.locator('[data-part=lit-path]')).toHaveCount(0);
});

test('a committed transaction says why, beside its column and by a key', async ({ page, lab }) => {
  await lab.openScenario('leader-killed');
  await lab.runUntil(lab.serversThat(/^S2, LEADING: leads epoch 2/), 1, 'Shift+ArrowRight');
  const logs = page.getByRole('region', { name: 'Transaction logs' });
  await logs.getByText('1·2', { exact: true }).click();
  await logs.getByRole('button', { name: 'why? Why is 1·2 committed?' }).click();
  const answer = page.getByRole('region', { name: 'Why is 1·2 committed?' });
  await expect(answer).toContainText(
    'S3 committed 1·2 when it had heard that S2 and S3 have it on disk: 2 of 3, a quorum.',
  );
  await expect(answer.getByRole('listitem').last()).toContainText('Client ann: create /a');
  await expect(page.locator('[data-part=lit-txn]')).toHaveCount(1);
  await page.keyboard.press('2');
  expect(await page.locator('[data-part=lit-events] > g').count()).toBeGreaterThan(3);
  await page.keyboard.press('y');
  await expect(answer).toBeHidden();
});

test('a selected link and a selected client are asked about, not the last event', async ({ page, lab }) => {
  await lab.open('#scenario=partition&at=520&sel=l5-1');
  await page.keyboard.press('y');
  const cut = page.getByRole('region', { name: 'Why is the way from S5 to S1 cut?' });
  await expect(cut).toContainText('4 messages wait at the cut.');
  await expect(cut.getByRole('listitem')).toContainText('Cut S1 S2 S3 ‖ S4 S5');
  await page.keyboard.press('Shift+Y');
  const waiting = page.getByRole('region', { name: 'What has not come from S5 to S1?' });
  await expect(waiting.getByRole('list', { name: 'Server by server' })).toContainText('held at the cut');
  await expectAccessible(page);
  await lab.open('#scenario=leader-killed&at=140&sel=c%3Aann');
  await lab.expectCursor(140);
  await page.keyboard.press('y');
  const alone = page.getByRole('region', { name: 'Why has ann no connection?' });
  await expect(alone).toContainText('ann loses S1.');
  await expect(alone.getByRole('listitem').last()).toContainText('Kill S3.');
});

test('before a class the answer is laid over the page, and goes with its question', async ({ page, lab }) => {
  await lab.openScenario('leader-killed');
  await lab.runUntil(lab.serversThat(/^S2, LEADING: leads epoch 2/), 1, 'Shift+ArrowRight');
  await lab.server(2).click();
  await page.keyboard.press('p');
  await expect(lab.inspector).toBeHidden();
  await page.keyboard.press('y');
  await expect(lab.inspector.getByRole('region', { name: 'Why does S2 lead?' })).toContainText('2 of 3, a quorum');
  await page.keyboard.press('Escape');
  await expect(lab.inspector).toBeHidden();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a card asks about the selected server, and answers', async ({ page, lab }) => {
    await lab.openScenario('leader-killed');
    await lab.runUntil(lab.serversThat(/^S2, LEADING: leads epoch 2/), 1, 'Shift+ArrowRight');
    await lab.server(3).tap();
    await page.getByRole('tab', { name: 'Why', exact: true }).tap();
    await lab.button('Why does S3 not lead?').tap();
    const answer = page.getByRole('region', { name: 'Why does S3 not lead?' });
    await expect(answer).toContainText('S3 is down.');
    await expect(answer.getByRole('listitem')).toContainText('Kill S3.');
    await page.getByRole('tab', { name: 'Votes', exact: true }).tap();
    await expect(answer).toBeHidden();
    await page.getByRole('tab', { name: 'Why', exact: true }).tap();
    await expectAccessible(page);
    await answer.getByRole('button', { name: 'Close the answer' }).tap();
    await expect(lab.button('Why is S3 down?')).toBeVisible();
  });
});
