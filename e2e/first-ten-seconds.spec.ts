import { expect, test } from './fixture.ts';
import { recordShown } from './record-shown.ts';

test('nothing clicked: three servers look, votes are beaten, S3 leads epoch 1, and the page waits', async ({
  page,
  lab,
}) => {
  const shownSoFar = await recordShown(page);
  await lab.open();
  const caption = page.getByRole('heading', { level: 1 });
  const killLeader = lab.button('Next: kill the leader');
  const playFreely = lab.button('Play freely');

  // A frame plays no more than so much of it, so a busy machine takes longer.
  await expect(caption).toHaveText('S3 leads epoch 1.', { timeout: 40_000 });
  await expect(page.getByText('Same epoch, same log, so the largest id wins.')).toBeVisible();
  await expect(lab.serversThat(/^S3, LEADING: leads epoch 1/)).toBeVisible();
  await lab.expectPaused();
  await expect(killLeader).toBeEnabled();
  await expect(playFreely).toBeEnabled();

  const shown = await shownSoFar();
  const opening = shown.filter((one) => one.caption === 'Three servers. No leader.');
  expect(shown[0]).toMatchObject({ caption: 'Three servers. No leader.', why: 'Watch them agree.' });
  expect(opening.at(-1)).toMatchObject({ looking: 3, playing: true });
  // Until the end it plays, and nothing is asked of anybody.
  const { length } = shown.filter((one) => one.caption !== 'S3 leads epoch 1.');
  for (const one of shown.slice(0, length)) expect(one).toMatchObject({ playing: true, dialogs: 0, buttons: [] });
  // S1's vote is beaten column by column, then its sender gives it up.
  const row = (sid: number): readonly string[] =>
    shown.flatMap(({ votes }) => votes.filter((vote) => vote.startsWith(`S${sid}’s`)));
  expect(row(1)).toContainEqual(expect.stringMatching(/less than.*loses$/));
  expect(row(3)).toContainEqual(expect.stringMatching(/wins$/));
  expect(shown.map((one) => one.caption)).toContain('S1 now votes for S3.');

  // The panels are folded until somebody asks for them.
  await expect(lab.button('Unfold Story')).toBeVisible();
  await expect(lab.button('Unfold Inspector')).toBeVisible();
  await expect(lab.steps).toHaveCount(0);
  await playFreely.click();
  await expect(lab.steps).toHaveCount(1);
  await expect(lab.inspector.getByRole('heading', { name: 'Ballot box' })).toBeVisible();
  await expect(killLeader).toHaveCount(0);
  // Where next: a word that leads to the lessons, where there is room for it.
  await page.setViewportSize({ width: 1440, height: 900 });
  await lab.button('Lessons …').click();
  await expect(page.getByRole('dialog').getByRole('heading', { name: 'Lessons' }).first()).toBeVisible();
});
