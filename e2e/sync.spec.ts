/** How a leader brings a learner up to date: the numbers, the mode, and the rule that decided. */
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixture.ts';

test('a follower that returns is sent what it missed', async ({ page, lab }) => {
  await lab.open('#scenario=follower-returns&at=174&sel=s1');
  const sync = lab.inspector.locator('section').filter({
    has: page.getByRole('heading', { name: 'How S3 brings S1 up to date' }),
  });
  await expect(sync.locator('li[aria-current]').first()).toContainText('DIFF');
  await expect(sync.locator('li[aria-current]').last()).toContainText('min ≤ peer ≤ max');
  await expect(sync.locator('li[aria-current]').last()).toContainText('1·2 ≤ 1·4');
  await expect(sync).toContainText('2 transactions go along.');
  await expect(sync.getByRole('img')).toHaveAccessibleName(/last is 1·2.*from 1·1 to 1·4/);
  await expectAccessible(page);

  // The leader shows each of its learners.
  await lab.server(3).click();
  await lab.button('S2 DIFF').click();
  await expect(lab.inspector.getByRole('heading', { name: 'How S3 brings S2 up to date' })).toBeVisible();
  await lab.button(/^decided at /).click();
  expect(await lab.cursor()).toBeLessThan(174);
  await expectAccessible(page);
});
