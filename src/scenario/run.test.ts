import { expect, it } from 'vitest';
import { auditor } from '../audit/audit.ts';
import type { Result } from '../base/result.ts';
import { Branches } from '../history/branches.ts';
import { zooKeeperMachine } from '../sim/machine.ts';
import { sidOf } from '../zookeeper/ids.ts';
import { leaderKilled } from './builtin/leader-killed.ts';
import { Run } from './run.ts';
import { startOf } from './start.ts';

it('plays interventions exactly as a history does', () => {
  const freeze = { do: 'freeze', server: sidOf(1) } as const;
  const cut = { do: 'cut', from: sidOf(2), to: sidOf(3) } as const;
  const thaw = { do: 'thaw', server: sidOf(1) } as const;
  const branches = new Branches(zooKeeperMachine, startOf(leaderKilled, auditor));
  branches.get(0).extend(60);
  const first = ensureOk(branches.act(0, 60, [freeze, cut]));
  first.extend(90);
  const second = ensureOk(branches.act(first.id, 90, [thaw], 2));
  second.extend(200);
  const interventions = branches.interventionsOf(second.id);
  expect(interventions.map(({ after, wait, action }) => [after, wait, action.do])).toEqual([
    [60, 0, 'freeze'],
    [61, 0, 'cut'],
    [90, 2, 'thaw'],
  ]);
  const run = new Run(leaderKilled, { untilMillis: Infinity, noting: false, audited: true, interventions });
  while (run.eventCount < 200) run.next();
  expect(run.digest()).toBe(second.digestAt(200));
});

function ensureOk<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error('refused');
  return result.value;
}

it('ends before the time it is given, and goes on for ever without one', () => {
  const ended = new Run(leaderKilled, { untilMillis: 2000, noting: true, audited: false });
  const entries = [...ended.entries()];
  expect(entries.every(({ at }) => at < 2000)).toBe(true);
  expect([entries.length, ended.next(), ended.eventCount]).toEqual([entries.length, null, entries.length]);
  expect(entries.flatMap(({ notes }) => notes.map(({ kind }) => kind))).toContain('elected');
});
