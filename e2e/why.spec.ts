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
  await why.getByRole('button', { name: /steps between$/ }).click();
  expect(await rows.count()).toBeGreaterThan(folded);
  await rows.last().getByRole('button').click();
  await expect(lab.serversThat(/^S3, DOWN/)).toBeVisible();
  await expect(rows).toHaveText(/Kill S3/);
});
