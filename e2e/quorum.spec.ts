/** Who has answered what waits for a quorum, and what is missing. */
import { decodeScenario } from '../src/scenario/decode.ts';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixture.ts';
import { linkTo } from './shared-run.ts';

test('heads: an outstanding proposal misses two more of four', async ({ page, lab }) => {
  await lab.open('#scenario=partition&at=316&sel=s5');
  const waits = lab.inspector.locator('section').filter({
    has: page.getByRole('heading', { name: 'Waits for a quorum' }),
  });
  await expect(waits).toContainText('proposal 1·2');
  await expect(waits).toContainText('2 more of S1 S2 S3 S4');
  await expectAccessible(page);
  await lab.runUntil(waits.getByText(/^1 more of /), 1, 'ArrowRight');
});

test('groups: a candidate needs more than half of the weight in more than half of the groups', async ({
  page,
  lab,
}) => {
  const decoded = decodeScenario({
    title: 'Groups',
    servers: [1, 2, 3, 4, 5].map((sid) => ({ sid })),
    groups: [[1, 2, 3], [4], [5]],
    script: [3, 5].map((server) => ({ at: 0, action: { do: 'start', server } })),
  });
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.error));
  await lab.open(await linkTo(decoded.value, 300));
  await lab.server(3).click();
  await expect(lab.inspector).toContainText('1 of 2 groups that are needed');
  await expect(lab.inspector.getByRole('listitem').filter({ hasText: 'group 1' })).toContainText('weight 1 of 2');
  await expectAccessible(page);
});
