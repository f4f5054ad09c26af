/** Challenges: one is done by keys and proved by a link, one cannot be done and says so. */
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixture.ts';

test('found in the list, done by keys, and proved to somebody else by a link', async ({ page, context, lab }) => {
  await lab.openScenario('first-look');
  await lab.button(/^Scenario:/).click();
  await page.getByRole('menuitem', { name: 'Lessons' }).click();
  await page.getByRole('button', { name: 'Expired, and alive' }).click();
  const card = page.getByRole('region', { name: 'Challenge: Expired, and alive' });
  await expect(card.getByRole('listitem')).toHaveText([/a session has expired/, /all servers are up/]);
  await expect(card).toContainText('0 deeds so far');
  await expectAccessible(page);

  // To the client's session, which is the only transaction.
  await lab.runUntil(page.getByRole('group', { name: 'Transaction logs' }).getByText('1·1', { exact: true }));
  await page.keyboard.press('g');
  for (const group of ['a', 'b', 'b']) await page.keyboard.press(group);
  await expect(card).toContainText('1 deed so far');
  await lab.runUntil(card.getByText('Done with 1 deed, which is par.'));
  await card.getByRole('button', { name: 'Copy a link that proves it' }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());

  const other = await context.newPage();
  await other.goto(link);
  const proof = other.getByRole('region', { name: 'Challenge: Expired, and alive' });
  await expect(proof).toContainText('Done with 1 deed, which is par.');
  await expect(proof.getByRole('listitem').and(other.locator('[data-held=true]'))).toHaveCount(2);
});

test('what cannot be done is claimed, and shown where it fails; what can is told apart', async ({ page, lab }) => {
  await lab.open('#challenge=two-of-four');
  const card = page.getByRole('region', { name: 'Challenge: Serve with two of four' });
  await card.getByRole('button', { name: 'It cannot be done' }).click();
  await expect(card).toContainText('Right: it cannot be done.');
  await card.getByRole('button', { name: 'Show where it fails' }).click();
  await expect(lab.serversThat(/LOOKING/)).toHaveCount(2);
  await expect(lab.serversThat(/LEADING/)).toHaveCount(0);

  await page.goto('about:blank');
  await lab.open('#challenge=s1-leads');
  const other = page.getByRole('region', { name: 'Challenge: Make S1 the leader' });
  await other.getByRole('button', { name: 'It cannot be done' }).click();
  await expect(other).toContainText('It can, with 3 deeds.');
  await other.getByRole('button', { name: 'Show me a way' }).click();
  await expect(lab.serversThat(/^S1, LEADING: leads epoch 2/)).toBeVisible();
  await expect(other.getByRole('button', { name: 'Copy a link that proves it' })).toHaveCount(0);

  await page.goto('about:blank');
  await lab.open('#challenge=no-such');
  await expect(lab.notices).toContainText('it names a challenge that is not here');
});
