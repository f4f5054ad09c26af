/** The request pipeline: the processors of the role, and what waits in them. */
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixture.ts';

test('a write waits for its quorum at the leader, for its commit where it was asked, and goes on', async ({
  page,
  lab,
}) => {
  await lab.open('#scenario=partition&at=316&sel=s5');
  await lab.inspector.getByRole('tab', { name: 'Requests' }).click();
  const panel = lab.inspector.getByRole('tabpanel');
  const processor = (name: string) => panel.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) });
  await expect(processor('ProposalRequestProcessor')).toContainText('create 1·2acks S5');
  await expectAccessible(page);
  await lab.button('Next server').click();
  await expect(panel).toContainText('as follower');
  await expect(processor('CommitProcessor')).toContainText('pendingRequests 1 waits');
  await panel.focus();
  await lab.runUntil(processor('CommitProcessor').filter({ hasText: 'went on' }), 1, 'ArrowRight');
  await expect(processor('CommitProcessor').locator('s')).toContainText('create');
  await expectAccessible(page);
  await page.keyboard.press('Home');
  await expect(panel).toContainText('serves no clients now');
});
