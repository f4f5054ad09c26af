import { describe, expect, it } from 'vitest';
import { freshGeneration } from '../base/slice.ts';
import { startOf } from '../scenario/start.ts';
import { leaderKilled } from '../scenario/builtin/leader-killed.ts';
import { zooKeeperMachine } from '../sim/machine.ts';
import { type SessionId, sidOf, zxidFrom } from '../zookeeper/ids.ts';
import type { Note } from '../zookeeper/notes.ts';
import type { SyncMode } from '../zookeeper/packets.ts';
import { observe } from './audit.ts';
import { newAudit } from './ghost.ts';
import { type Repeats, isRepeat, repeatsAfter } from './repeat.ts';

const z = (counter: number, epoch = 2): ReturnType<typeof zxidFrom> => zxidFrom(epoch, counter);
const BETWEEN: Repeats = { after: z(4), upTo: z(7) };

describe('11.4 what a SNAP holds of what is sent behind it', () => {
  it.each<[string, Repeats | null, ReturnType<typeof z>, boolean]>([
    ['applied before the leader forwarded', BETWEEN, z(4), false],
    ['the first that it forwarded', BETWEEN, z(5), true],
    ['the last that the snapshot holds', BETWEEN, z(7), true],
    ['new to the snapshot', BETWEEN, z(8), false],
    ['of a later epoch', BETWEEN, z(1, 3), false],
    ['sent as it was when decided on', { after: z(7), upTo: z(7) }, z(7), false],
    ['no SNAP', null, z(5), false],
  ])('%s', (_, repeats, zxid, expected) => expect(isRepeat(repeats, zxid)).toBe(expected));

  it('each comes once, in order', () => {
    const after = repeatsAfter(BETWEEN, z(6));
    expect([z(5), z(6), z(7)].map((zxid) => isRepeat(after, zxid))).toEqual([false, false, true]);
    expect(repeatsAfter(BETWEEN, z(7))).toBeNull();
    expect(repeatsAfter(BETWEEN, z(8))).toBeNull();
  });
});

/** What one server of three is heard of, and another as its leader says. */
describe('TotalOrder lets a learner receive once more what its SNAP holds, and nothing else', () => {
  const { world } = zooKeeperMachine.resume(startOf(leaderKilled, null));
  const [leader, learner] = [1, 0];

  const decided = (mode: SyncMode, lastProcessedZxid = z(4)): readonly [number, Note] => {
    const zxids = { zxid: z(4), peerLastZxid: z(1), minCommittedLog: z(3), maxCommittedLog: z(4), lastProcessedZxid };
    return [leader, { kind: 'syncDecided', learner: sidOf(1), mode, rule: 'crossEpoch', txnCount: 0, ...zxids }];
  };
  const installed = (counter: number): readonly [number, Note] => [
    learner,
    { kind: 'snapshotInstalled', zxid: z(counter) },
  ];
  const applied = (...counters: readonly number[]): readonly (readonly [number, Note])[] =>
    counters.map((counter) => {
      const body = { type: 'error', error: 'NONODE' } as const;
      return [learner, { kind: 'applied', zxid: z(counter), sessionId: '0x1' as SessionId, body }];
    });
  const newLeader: readonly [number, Note] = [
    learner,
    { kind: 'stateChanged', state: 'FOLLOWING', zabState: 'SYNCHRONIZATION', syncMode: 'NONE' },
  ];

  it.each<[string, readonly (readonly [number, Note])[], number]>([
    ['all of it comes again', [decided('SNAP'), installed(7), ...applied(5, 6, 7, 8)], 0],
    ['what the leader had before it forwarded', [decided('SNAP'), installed(7), ...applied(4)], 1],
    ['the same twice', [decided('SNAP'), installed(7), ...applied(5, 5)], 1],
    ['what has come again, once more behind it', [decided('SNAP'), installed(7), ...applied(5, 6, 7, 8, 7)], 1],
    ['what was new to the snapshot, twice', [decided('SNAP'), installed(7), ...applied(8, 8)], 1],
    ['behind NEWLEADER', [decided('SNAP'), installed(7), newLeader, ...applied(5)], 1],
    ['in the sync after it', [decided('SNAP'), installed(7), newLeader, decided('DIFF'), ...applied(6)], 1],
    ['of a SNAP sent as it was decided on', [decided('SNAP', z(7)), installed(7), ...applied(6)], 1],
  ])('%s', (_, says, count) => {
    let audit = newAudit(freshGeneration());
    const found = says.flatMap(([node, note]) => {
      const watched = observe(audit, world, { node, notes: [note], arrival: null, disturbs: false }, audit.generation);
      audit = watched.audit;
      return watched.violations.filter(({ property }) => property === 'TotalOrder');
    });
    expect(found.map(({ fact }) => fact.kind)).toEqual(Array.from({ length: count }, () => 'outOfOrder'));
  });
});
