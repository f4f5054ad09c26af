import { expect, it } from 'vitest';
import { fakePage } from '../../app/fake-page.ts';
import { createLab } from '../../app/lab.ts';
import { partition } from '../../scenario/builtin/partition.ts';
import { zk4646 } from '../../scenario/builtin/bugs/zk4646.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { GROUPS, judgedAt } from './judged.ts';

async function watched(scenario: Scenario, until: number) {
  const lab = createLab(fakePage());
  await lab.whole;
  lab.store.getState().openScenario(scenario);
  const run = lab.session.branch(0);
  while (run.timeAt(run.length) < until) run.extend(100);
  const at = (cursor: number) => judgedAt(lab.session, { branch: 0, cursor }) ?? [];
  return { run, at, of: (id: string, cursor: number) => at(cursor).find(({ property }) => property.id === id) };
}

it('what an old defect breaks is told of before, marked at its event, and stays broken', async () => {
  const { run, of } = await watched(zk4646.scenario, zk4646.untilMillis);
  const later = of('DurableAck', 0)?.later;
  const event = later?.event ?? 0;
  expect(run.entryAt(event).violations).toContainEqual(
    expect.objectContaining({ property: 'DurableAck', fact: later?.fact }),
  );
  expect(of('DurableAck', event)).toMatchObject({ standing: { kind: 'holds' }, later });
  expect(of('DurableAck', event + 1)).toMatchObject({ standing: { kind: 'broken', first: later }, isFresh: true });
  expect(of('DurableAck', event + 2)).toMatchObject({ standing: { kind: 'broken' }, isFresh: false, later: null });
});

it('the released behaviour breaks nothing; what nothing has happened to is not applicable yet', async () => {
  const { run, at } = await watched(partition, 8000);
  expect(at(run.length).filter(({ standing, later }) => standing.kind === 'broken' || later !== null)).toEqual([]);
  const unmet = (cursor: number) => at(cursor).filter(({ standing }) => standing.kind === 'notApplicable').length;
  expect(unmet(0)).toBeGreaterThan(unmet(run.length));
});

it('every property is in one of the groups that are listed', async () => {
  const { at } = await watched(partition, 0);
  expect(at(0).filter(({ property }) => !GROUPS.includes(property.group))).toEqual([]);
});
