import { expect, it } from 'vitest';
import { fakePage } from '../../app/fake-page.ts';
import { createLab } from '../../app/lab.ts';
import { partition } from '../../scenario/builtin/partition.ts';
import { zk4646 } from '../../scenario/builtin/bugs/zk4646.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import { type Breach, breachesOf, standingAt } from './breaches.ts';

async function runOf(scenario: Scenario) {
  const lab = createLab(fakePage());
  await lab.whole;
  lab.store.getState().openScenario(scenario);
  return lab.session.branch(0);
}

const breach = (index: number): Breach => ({
  index,
  at: index,
  violation: { property: 'DurableAck', servers: [sidOf(1)], fact: { kind: 'epochFell', was: 2, epoch: 1 } as never },
});

it('a property that an old defect breaks is found at its event, and nothing that comes later is looked for twice', async () => {
  const run = await runOf(zk4646.scenario);
  while (run.timeAt(run.length) < zk4646.untilMillis) run.extend(100);
  const [first] = breachesOf(run).get('DurableAck') ?? [];
  expect(first).toMatchObject({ violation: { property: 'DurableAck', servers: [2], fact: { kind: 'notOnDisk' } } });
  expect(standingAt(breachesOf(run).get('DurableAck'), first?.index ?? 0).kind).toBe('breaksLater');
  expect(run.entryAt(first?.index ?? 0).violations).toContain(first?.violation);
  const before = [...breachesOf(run).values()].flat().length;
  run.extend(50);
  expect([...breachesOf(run).values()].flat().slice(0, before)).toHaveLength(before);
});

it('a run of the released behaviour breaks none', async () => {
  const run = await runOf(partition);
  while (run.timeAt(run.length) < 8000) run.extend(200);
  expect(breachesOf(run).size).toBe(0);
});

it('a property holds until it breaks, which is told of before where it was run already', () => {
  const two = [breach(10), breach(12)];
  expect(standingAt(undefined, 20)).toEqual({ kind: 'holds' });
  expect(standingAt(two, 10)).toEqual({ kind: 'breaksLater', first: two[0] });
  expect(standingAt(two, 11)).toEqual({ kind: 'broken', first: two[0], count: 1, last: two[0] });
  expect(standingAt(two, 12)).toEqual({ kind: 'broken', first: two[0], count: 1, last: null });
  expect(standingAt(two, 13)).toEqual({ kind: 'broken', first: two[0], count: 2, last: two[1] });
});
