/** ZooKeeper's bugs: found in the list, opened as runs, and set beside their mends. */
import { BUGS } from '../src/scenario/builtin/bugs/bugs.ts';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixture.ts';

test('a bug is found by what it breaks, told with its releases, and shown beside its mend', async ({ page, lab }) => {
  await lab.openScenario('first-look');
  await lab.button(/^Scenario: /).click();
  await page.getByRole('menuitem', { name: 'Bugs of ZooKeeper …' }).click();
  const sheet = page.getByRole('dialog');
  const bugs = sheet.getByRole('list', { name: 'Bugs of ZooKeeper' }).getByRole('listitem');
  await expect(bugs).toHaveCount(BUGS.length);
  await expectAccessible(page);
  const search = sheet.getByRole('searchbox');
  await search.fill('reconstructed');
  await expect(sheet.getByRole('status')).toHaveText(/^\d+ bugs$/);
  await search.fill('on disk before the ack');
  await expect(bugs).toHaveCount(1);
  await expect(bugs).toContainText('ZOOKEEPER-4646');
  await expect(bugs).toContainText('breaks “On disk before the ack” · here as 3.8.0 · mended in 3.8.5, 3.9.2');
  await sheet.getByRole('button', { name: 'Beside the mend: ZOOKEEPER-4646' }).press('Enter');

  const [here, beside] = [page.getByLabel('Branch A, on show'), page.getByLabel('Branch B, beside it')];
  await expect(here).toContainText('As the scenario goes');
  await expect(beside).toContainText('With newleaderOrder D');
  await expect(page.getByText(/^The same for [1-9]\d* events, until .*Then only in A: /)).toBeVisible();
  await expect(lab.timeline.locator('[data-breach]')).not.toHaveCount(0);
  await lab.button('Go on in B').click();
  await expect(here).toContainText('With newleaderOrder D');
  await expect(lab.timeline.locator('[data-breach]')).toHaveCount(0);
  await expectAccessible(page);

  // A link to the mended run is that run; a reload keeps both.
  await expect(page).toHaveURL(await lab.link());
  await page.reload();
  await lab.button('Branch: With newleaderOrder C').click();
  await expect(lab.timeline.locator('[data-breach]')).not.toHaveCount(0);
});

test('a bug has a short link', async ({ lab }) => {
  await lab.open('#scenario=zk-4646&at=20');
  await lab.expectCursor(20);
  await expect(lab.button('Scenario: An ACK ahead of the disk')).toBeVisible();
});
