import { expect, it } from 'vitest';
import { zk3911 } from '../scenario/builtin/bugs/zk3911.ts';
import { leaderKilled } from '../scenario/builtin/leader-killed.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { startOf } from '../scenario/start.ts';
import { zooKeeperMachine } from '../sim/machine.ts';
import { auditor } from './audit.ts';
import type { Audit } from './ghost.ts';
import { type Standing, standingsOf } from './standing.ts';

/** After so many virtual milliseconds, with the first event that broke each property. */
function played(
  scenario: Scenario,
  millis: number,
): { readonly audit: Audit; readonly firsts: ReadonlyMap<string, number> } {
  const live = zooKeeperMachine.resume(startOf(scenario, auditor));
  const firsts = new Map<string, number>();
  for (let event = 0; live.world.now < millis; event++) {
    for (const { property } of zooKeeperMachine.step(live, false)?.violations ?? []) {
      if (!firsts.has(property)) firsts.set(property, event);
    }
  }
  if (live.audit === null) throw new Error('somebody watches');
  return { audit: live.audit, firsts };
}

const kindsOf = (audit: Audit): ReadonlyMap<string, Standing['kind']> =>
  new Map(standingsOf(audit).map(({ property, standing }) => [property.id, standing.kind]));

it('nothing stands where nothing has happened', () => {
  const { audit } = played(leaderKilled, 0);
  expect(new Set(kindsOf(audit).values())).toEqual(new Set(['notApplicable', 'holds']));
  expect(kindsOf(audit).get('Agreement')).toBe('notApplicable');
});

it('a sound run has met most of what is promised, and all of that holds', () => {
  const kinds = kindsOf(played(leaderKilled, 20_000).audit);
  expect([kinds.get('Agreement'), kinds.get('DurableAck'), kinds.get('ClientFifo')]).toEqual([
    'holds',
    'holds',
    'holds',
  ]);
  // Nobody was cut back, and nobody has a watch.
  expect(kinds.get('messageIllegal')).toBe('notApplicable');
  expect([...kinds.values()]).not.toContain('broken');
});

it('a broken property names the first event that broke it, and what it was', () => {
  const { audit, firsts } = played(zk3911.scenario, 3000);
  const broken = standingsOf(audit).flatMap(({ property, standing }) =>
    standing.kind === 'broken' ? [[property.id, standing.first.event] as const] : [],
  );
  expect(new Map(broken)).toEqual(firsts);
  const { standing } = standingsOf(audit).find(({ property }) => property.id === 'LeaderLogCompleteness') ?? {};
  expect(standing).toMatchObject({ kind: 'broken', count: 1, first: { servers: [2], fact: { kind: 'leaderLacks' } } });
});
