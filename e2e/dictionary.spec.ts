/** The dictionary of Zab, Raft and Paxos: by link, searched, and a way from it to what can be seen; on a phone as cards. */
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixture.ts';

test('a link opens it; a row is found and leads to the run that shows it; a phone has cards', async ({ page, lab }) => {
  await lab.open('#dictionary');
  const sheet = page.getByRole('dialog');
  const rows = sheet.getByRole('table').getByRole('row');
  await expect(rows.first().getByRole('columnheader')).toHaveText([
    'Concept',
    'Zab in ZooKeeper',
    'Raft',
    'Paxos',
    'Where to see it',
  ]);
  await expectAccessible(page);
  await sheet.getByRole('searchbox').fill('votedfor');
  await expect(sheet.getByRole('status')).toHaveText('1 row');
  await expect(rows.nth(1)).toContainText('∅ no counterpart');
  await expect(rows.nth(1)).toContainText('Raft §5.2 · Ongaro §3.8');
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(sheet.getByRole('heading', { name: 'Vote', exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 1280, height: 720 });
  await sheet.getByRole('button', { name: 'Refuted: “As in Raft, a server votes once per term”' }).press('Enter');
  await expect(page.getByRole('region', { name: /^Misconception: As in Raft, a server votes once/ })).toBeVisible();

  // From the menu, and away by a key.
  await lab.button(/^Scenario: /).click();
  await page.getByRole('menuitem', { name: 'Zab, Raft, Paxos: a dictionary …' }).click();
  await expect(sheet.getByRole('table')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
});
