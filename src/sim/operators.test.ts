// What an operator does to servers, as a scenario does it.
import { describe, expect, it } from 'vitest';
import { auditor } from '../audit/audit.ts';
import { bugScenario } from '../scenario/builtin/bugs/bug.ts';
import { create, start } from '../scenario/script-steps.ts';
import { startOf } from '../scenario/start.ts';
import type { Behaviour } from '../zookeeper/config/behaviour.ts';
import type { Profile } from '../zookeeper/config/profiles.ts';
import { nodeAt } from '../zookeeper/database/data-tree.ts';
import { sidOf } from '../zookeeper/ids.ts';
import type { Action } from './action.ts';
import type { Entry } from './entry.ts';
import { stepBefore, zooKeeperMachine } from './machine.ts';
import type { Moment, ScriptStep } from './moment.ts';

const [S2, S3] = [sidOf(2), sidOf(3)];

interface Played {
  readonly live: Moment;
  readonly entries: readonly Entry[];
}

interface Options {
  readonly profile?: Profile;
  readonly toggles?: Partial<Behaviour>;
}

/** Three servers, of which S3 leads; ann has all of them as her hosts and is at S3. `script` from 1500 on. */
function played(untilMillis: number, script: readonly ScriptStep[], options: Options = {}): Played {
  const { profile = '3.9', toggles = {} } = options;
  const hosts = [S3, S2];
  const ann: ScriptStep = {
    at: 1000,
    action: { do: 'connect', client: 'ann', server: S3, timeoutMillis: 9000, hosts },
  };
  const scenario = bugScenario({ id: 'operators', title: '', profile, script: [start(0, 1, 2, 3), [ann], script] });
  const live = zooKeeperMachine.resume(startOf({ ...scenario, toggles }, auditor));
  const entries: Entry[] = [];
  for (let entry = stepBefore(live, untilMillis, true); entry !== null; entry = stepBefore(live, untilMillis, true)) {
    entries.push(entry);
  }
  return { live, entries };
}

function peerOf({ live }: Played, sid: number) {
  const state = live.world.nodes[sid - 1]?.state;
  if (state?.kind !== 'server') throw new Error(`S${sid} runs`);
  return state;
}

describe('22.2 what the admin server does in an ensemble', () => {
  it('a snapshot is on disk a while later, and breaks nothing', () => {
    const run = played(4000, [...create(1500, 'ann', '/a'), { at: 2000, action: { do: 'takeSnapshot', server: S2 } }]);
    const { lastProcessedZxid } = peerOf(run, 2).database;
    expect(run.live.world.nodes[1]?.durable.snapshots.at(-1)?.zxid).toBe(lastProcessedZxid);
    expect(run.entries.flatMap(({ violations }) => violations)).toEqual([]);
  });

  it('whoever is shed goes on with its session at the next of its hosts, and nothing breaks', () => {
    const run = played(6000, [{ at: 2000, action: { do: 'shedConnections', server: S3, percent: 100 } }], {
      toggles: { adminShedsConnections: true },
    });
    expect(peerOf(run, 3).clients.connections).toEqual([]);
    expect(peerOf(run, 2).clients.connections.map(({ established }) => established)).toEqual([true]);
    expect(Object.keys(peerOf(run, 3).database.sessions)).toHaveLength(1);
    expect(run.entries.flatMap(({ violations }) => violations)).toEqual([]);
  });

  it('one server restored alone no longer has what the others have: the audit says so at the next change', () => {
    const run = played(4000, [
      ...create(1500, 'ann', '/a'),
      { at: 2000, action: { do: 'restoreSnapshot', server: S2, of: S2 } },
      ...create(2500, 'ann', '/b'),
    ]);
    const has = (sid: number, path: string): boolean => nodeAt(peerOf(run, sid).database.tree, path) !== null;
    expect([has(2, '/a'), has(2, '/b'), has(3, '/a'), has(3, '/b')]).toEqual([false, true, true, true]);
    expect(run.entries.flatMap(({ violations }) => violations).length).toBeGreaterThan(0);
  });
});

describe('22 why an operator is refused', () => {
  const snapshot: Action = { do: 'takeSnapshot', server: S2 };
  const shed: Action = { do: 'shedConnections', server: S2, percent: 50 };

  it.each<[string, Action, number, Options, string | null]>([
    ['a release before 3.9', snapshot, 3000, { profile: '3.8' }, 'notInRelease'],
    ['3.9', snapshot, 3000, {}, null],
    ['3.9, which sheds nobody', shed, 3000, {}, 'notInRelease'],
    ['the main branch, nobody there', shed, 3000, { toggles: { adminShedsConnections: true } }, 'noConnections'],
    ['a server that looks for a leader', snapshot, 100, {}, 'notServing'],
    ['its trace mask all the same', { do: 'setTraceMask', server: S2, mask: 2 }, 100, {}, null],
    ['its counters', { do: 'resetStats', server: S2, by: 'srst' }, 100, {}, 'notServing'],
    ['a disk that is nobody’s', { do: 'restoreSnapshot', server: S2, of: sidOf(9) }, 3000, {}, 'noSuchServer'],
  ])('%s', (_, action, untilMillis, options, refusal) => {
    const { live } = played(untilMillis, [], options);
    expect(zooKeeperMachine.refusal(live, action)).toBe(refusal);
  });

  it('one snapshot at a time', () => {
    const { live } = played(2001, [{ at: 2000, action: snapshot }]);
    expect(zooKeeperMachine.refusal(live, snapshot)).toBe('snapshotUnderWay');
  });
});
