import { expect, it } from 'vitest';
import type { Entry } from '../sim/entry.ts';
import { zooKeeperMachine } from '../sim/machine.ts';
import type { NoteKind } from '../zookeeper/notes.ts';
import { BUILTIN_SCENARIOS, builtinScenario } from './builtin.ts';
import { startOf } from './start.ts';

/** The events of a built-in scenario up to `until` virtual milliseconds. */
function run(id: string, until: number): readonly Entry[] {
  const scenario = builtinScenario(id);
  if (scenario === null) throw new Error(`no scenario ${id}`);
  const live = zooKeeperMachine.resume(startOf(scenario, null));
  const entries: Entry[] = [];
  for (let entry = zooKeeperMachine.step(live, true); entry !== null; entry = zooKeeperMachine.step(live, true)) {
    if (entry.at > until) break;
    entries.push(entry);
  }
  return entries;
}

/** `S3 servingStarted`, in order, for the kinds of note asked for. */
function tell(entries: readonly Entry[], kinds: readonly NoteKind[]): readonly string[] {
  return entries.flatMap(({ node, notes }) =>
    notes.filter(({ kind }) => kinds.includes(kind)).map((note) => `S${node + 1} ${note.kind}`),
  );
}

function leaders(entries: readonly Entry[]): readonly string[] {
  return entries.flatMap(({ node, notes }) =>
    notes.flatMap((note) =>
      note.kind === 'servingStarted' && note.as === 'LEADING' ? [`S${node + 1} epoch ${note.epoch}`] : [],
    ),
  );
}

it('ids are short, and no two alike', () => {
  const ids = BUILTIN_SCENARIOS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => /^[a-z][a-z-]{0,15}$/.test(id))).toBe(true);
});

it('first-look: each votes for itself, then nothing but its sid makes S3 win', () => {
  const entries = run('first-look', 1000);
  const own = entries.flatMap(({ node, notes }) =>
    notes.flatMap((note) => (note.kind === 'electionStarted' ? [[node + 1, note.vote.leader] as const] : [])),
  );
  expect(own).toEqual([
    [1, 1],
    [2, 2],
    [3, 3],
  ]);
  const adopted = entries.flatMap(({ notes }) => notes.filter((note) => note.kind === 'voteAdopted'));
  expect(adopted.length).toBeGreaterThanOrEqual(2);
  expect(leaders(entries)).toEqual(['S3 epoch 1']);
});

it('standalone: it leads nobody, and comes back with what is on its disk', () => {
  const entries = run('standalone', 10_000);
  expect(leaders(entries)).toEqual([]);
  expect(tell(entries, ['standaloneStarted', 'clientAnswered', 'clientConnected'])).toEqual([
    'S1 standaloneStarted',
    'S2 clientConnected',
    'S2 clientAnswered',
    'S1 standaloneStarted',
  ]);
});

it('leader-killed: S2 leads the next epoch, and S3 comes back as a follower', () => {
  expect(leaders(run('leader-killed', 10_000))).toEqual(['S3 epoch 1', 'S2 epoch 2']);
});

it('five-servers: the third has a quorum, the fifth follows', () => {
  const entries = run('five-servers', 10_000);
  expect(leaders(entries)).toEqual(['S3 epoch 1']);
  expect(tell(entries, ['upToDate'])).toHaveLength(4);
});

it('partition: the small side gives up, the large side elects S3, the heal joins them', () => {
  const entries = run('partition', 15_000);
  expect(leaders(entries)).toEqual(['S5 epoch 1', 'S3 epoch 2']);
  expect(tell(entries, ['steppedDown'])).toEqual(['S5 steppedDown']);
  expect(
    tell(
      entries.filter(({ at }) => at > 9000),
      ['upToDate'],
    ),
  ).toEqual(['S4 upToDate', 'S5 upToDate']);
});

it('follower-returns: both writes are answered while S1 is away, and it gets them by DIFF', () => {
  const entries = run('follower-returns', 10_000);
  expect(tell(entries, ['clientAnswered'])).toHaveLength(3);
  const decided = entries.flatMap(({ at, notes }) =>
    notes.flatMap((note) =>
      at > 4000 && note.kind === 'syncDecided' ? [[note.learner, note.mode, note.txnCount]] : [],
    ),
  );
  expect(decided).toEqual([[1, 'DIFF', 2]]);
});
