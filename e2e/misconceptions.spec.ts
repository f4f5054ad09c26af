/** Misconceptions: one is found, opened where it is refuted, left and come back to; a link leads there, on a phone too. */
import { MISCONCEPTIONS } from '../src/misconceptions/misconceptions.ts';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixture.ts';

const SAID = 'Votes are compared by zxid, then by server id';

test('one is found by keys, refuted by its run, and shared by a short link', async ({ page, lab }) => {
  await lab.openScenario('first-look');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /^Command/ }).fill('misconceptions');
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByRole('listitem')).toHaveCount(MISCONCEPTIONS.length);
  await expectAccessible(page);
  await sheet.getByRole('searchbox').fill('totalorder');
  await expect(sheet.getByRole('status')).toHaveText('1 misconception');
  await sheet.getByRole('button', { name: `See it refuted: “${SAID}”` }).press('Enter');

  const card = page.getByRole('region', { name: `Misconception: ${SAID}` });
  await expect(card).toContainText('S2’s zxid is the larger one, 2·9 against 2·7');
  await expect(lab.inspector.getByRole('row', { name: /S2.*loses on peerEpoch/ })).toBeVisible();
  await expectAccessible(page);
  expect(new URL(await lab.link()).hash).toBe('#misconception=votes-by-zxid');

  // The run goes on from there, and back.
  await page.keyboard.press('ArrowRight');
  await card.getByRole('button', { name: 'Back to the moment' }).press('Enter');
  await expect(card.getByRole('button', { name: 'Back to the moment' })).toHaveCount(0);
  await card.getByRole('button', { name: 'Lesson: Which vote wins?' }).press('Enter');
  await expect(page.getByRole('list', { name: 'Which vote wins?' })).toBeVisible();
});

test('a link opens the moment on a phone, with the card and what it points at', async ({ page, lab }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await lab.open('#misconception=waits-for-all');
  const card = page.getByRole('region', { name: /^Misconception: The leader commits once all/ });
  await expect(card).toContainText('committed 1·2 with the acks of S2 and S3');
  await expect(page.getByRole('tab', { name: 'Log', exact: true })).toHaveAttribute('aria-selected', 'true');
  await expectAccessible(page);

  await page.goto('about:blank');
  await lab.open('#misconception=no-such');
  await expect(lab.notices).toContainText('it names a misconception that is not here');
});
