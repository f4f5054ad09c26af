/** The audit's panel: what holds, and where it broke. */
import { zk4646 } from '../src/scenario/builtin/bugs/zk4646.ts';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixture.ts';
import { linkTo } from './shared-run.ts';

test('what had nothing to check yet is not counted among what holds', async ({ lab }) => {
  await lab.open('#scenario=partition&at=520');
  await lab.inspector.getByRole('tab', { name: 'Audit' }).click();
  const panel = lab.inspector.getByRole('tabpanel');
  await expect(panel.getByText('nothing to check yet').first()).toBeVisible();
  await expect(panel.locator('[data-standing=broken], [data-standing=breaksLater]')).toHaveCount(0);
  const groups = await panel.locator('section').all();
  expect(groups.length).toBeGreaterThan(3);
  for (const group of groups) {
    const all = await group.getByRole('listitem').count();
    const holding = await group.locator('li[data-standing=holds]').count();
    const said = holding === all ? `all ${all} hold` : `${holding} of ${all} hold, ${all - holding} not checked yet`;
    await expect(group.getByRole('heading')).toContainText(said);
  }
});

test('all holds, until an old defect breaks a property: where, how, and what that means', async ({ page, lab }) => {
  await lab.open(await linkTo(zk4646.scenario));
  await lab.inspector.getByRole('tab', { name: 'Audit' }).click();
  const panel = lab.inspector.getByRole('tabpanel');
  await expect(panel.getByRole('status')).toContainText(/None of \d+ properties is broken so far/);
  await expectAccessible(page);

  // The tabs have the arrow keys, Home and End for themselves.
  await panel.focus();
  await lab.runUntil(panel.getByRole('heading', { name: 'Broken' }));
  const broken = panel.getByRole('listitem').filter({ hasText: 'On disk before the ack' });
  await expect(broken).toContainText('everything up to there on disk');
  await expect(broken).toContainText('is not on its disk');
  const cursor = await lab.cursor();
  await broken.getByRole('button', { name: /go to where “On disk before the ack” breaks$/ }).click();
  expect(await lab.cursor()).toBeLessThan(cursor);
  await expect(broken.locator('s')).toHaveText('holds');
  await expectAccessible(page);

  await lab.button('One event back').click();
  await expect(panel.getByRole('listitem').filter({ hasText: 'On disk before the ack' })).toContainText('breaks later');
});
