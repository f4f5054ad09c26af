import { expect, test } from './fixture.ts';

test('nothing clicked: three servers look, votes are beaten, S3 leads epoch 1, and the page waits', async ({
  page,
  lab,
}) => {
  await lab.open();
  const caption = page.getByRole('heading', { level: 1 });
  const killLeader = lab.button('Next: kill the leader');
  const playFreely = lab.button('Play freely');

  await expect(caption).toHaveText('Three servers. No leader.');
  await expect(page.getByText('Watch them agree.', { exact: true })).toBeVisible();
  await expect(lab.serversThat(/, LOOKING:/)).toHaveCount(3);
  await lab.expectPlaying();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(killLeader).toHaveCount(0);

  // S1's vote is beaten column by column, then its sender gives it up.
  const beaten = page.getByRole('row', { name: /^S1’s/ });
  await expect(beaten.getByText('loses')).toBeVisible();
  await expect(beaten).toContainText('less than');
  await expect(page.getByRole('row', { name: /^S3’s/ }).getByText('wins')).toBeVisible();
  await lab.expectPlaying();

  await expect(caption).toHaveText('S3 leads epoch 1.');
  await expect(page.getByText('Same epoch, same log, so the largest id wins.')).toBeVisible();
  await expect(lab.serversThat(/^S3, LEADING: leads epoch 1/)).toBeVisible();
  await lab.expectPaused();
  await expect(killLeader).toBeEnabled();
  await expect(playFreely).toBeEnabled();

  // The panels are folded until somebody asks for them.
  await expect(lab.button('Unfold Story')).toBeVisible();
  await expect(lab.button('Unfold Inspector')).toBeVisible();
  await expect(lab.steps).toHaveCount(0);
  await playFreely.click();
  await expect(lab.steps).toHaveCount(1);
  await expect(lab.inspector.getByRole('heading', { name: 'Ballot box' })).toBeVisible();
  await expect(killLeader).toHaveCount(0);
});
