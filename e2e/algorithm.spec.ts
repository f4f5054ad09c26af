/** The algorithm: the line that the last event at the selected server is about. */
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixture.ts';

test('the lit line follows the run, its variables filled in; another server has another', async ({ page, lab }) => {
  await lab.open('#scenario=partition&at=316&sel=s5');
  await lab.inspector.getByRole('tab', { name: 'Algorithm' }).click();
  const panel = lab.inspector.getByRole('tabpanel');
  const lit = panel.locator('[data-state=lit]');
  await expect(lit).toHaveCount(1);
  await panel.focus();
  await lab.runUntil(lit.filter({ hasText: 'if a quorum has 1·2' }), 1, '.');
  await expect(lit).toBeInViewport();
  await expect(panel).toContainText('Leader.processAck');
  await expectAccessible(page);

  await lab.button('Next server').click();
  await expect(panel.getByRole('heading', { name: 'Learner: discovery, sync, broadcast' })).toBeVisible();
  await expect(lit).toHaveCount(1);
  await page.keyboard.press('Home');
  await expect(lit).toHaveCount(0);
  await expectAccessible(page);
});
