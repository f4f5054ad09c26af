// What is done to disks and clocks, as a scenario does it.
import { describe, expect, it } from 'vitest';
import { auditor } from '../audit/audit.ts';
import { bugScenario } from '../scenario/builtin/bugs/bug.ts';
import { connect, create, kill, start } from '../scenario/script-steps.ts';
import { startOf } from '../scenario/start.ts';
import { INITIAL_TREE, nodeAt } from '../zookeeper/database/data-tree.ts';
import { sidOf } from '../zookeeper/ids.ts';
import { BLANK_DISK, lastZxidOnDisk } from '../zookeeper/peer/durable.ts';
import type { Action } from './action.ts';
import type { Entry } from './entry.ts';
import { stepBefore, zooKeeperMachine } from './machine.ts';
import type { Moment, ScriptStep } from './moment.ts';

const SERVER = sidOf(3);

/** Three servers, of which S3 leads and ann is its client; `script` from 1500 on. */
function played(
  untilMillis: number,
  ...script: readonly (readonly ScriptStep[])[]
): { live: Moment; entries: Entry[] } {
  const scenario = bugScenario({
    id: 'disk-faults',
    title: '',
    profile: '3.9',
    script: [start(0, 1, 2, 3), connect(1000, 'ann', 3), ...script],
  });
  const live = zooKeeperMachine.resume(startOf(scenario, auditor));
  const entries: Entry[] = [];
  for (let entry = stepBefore(live, untilMillis, true); entry !== null; entry = stepBefore(live, untilMillis, true)) {
    entries.push(entry);
  }
  return { live, entries };
}

function at(time: number, action: Action): readonly ScriptStep[] {
  return [{ at: time, action }];
}

describe('a disk that fails', () => {
  it('a leader that cannot log steps down at its next half tick, and another leads', () => {
    const { live, entries } = played(
      6000,
      at(1500, { do: 'failDisk', server: SERVER, because: 'full' }),
      create(1600, 'ann', '/a'),
    );
    const notes = entries.flatMap((entry) => entry.notes);
    expect(notes.find(({ kind }) => kind === 'steppedDown')).toMatchObject({ reason: 'logThreadDied' });
    // Its followers had the write on disk: two of three.
    expect(notes.some(({ kind }) => kind === 'committed')).toBe(true);
    const [s1, s2] = live.world.nodes.map(({ state }) => (state?.kind === 'server' ? state : null));
    expect(s2?.leader?.phase).toBe('serving');
    expect(nodeAt(s1?.database.tree ?? INITIAL_TREE, '/a')).not.toBeNull();
    expect(entries.flatMap(({ violations }) => violations)).toEqual([]);
  });

  it('mended, it comes back and has everything again', () => {
    const { live } = played(
      20_000,
      at(1500, { do: 'failDisk', server: SERVER, because: 'error' }),
      create(1600, 'ann', '/a'),
      at(3000, { do: 'mendDisk', server: SERVER }),
      start(3500, 3),
    );
    const zxids = live.world.nodes.map(({ durable }) => lastZxidOnDisk(durable)).slice(0, 3);
    expect(new Set(zxids).size).toBe(1);
  });

  it.each([
    // side     on its disk when it died
    ['before', false],
    ['after', true],
  ] as const)(
    'a server that dies right %s the flush of a write: on its disk %s, and never acknowledged',
    (side, has) => {
      const { live, entries } = played(
        1800,
        at(1500, { do: 'killAtFlush', server: sidOf(1), side, write: 'txns' }),
        create(1600, 'ann', '/a'),
      );
      const crash = entries.find(({ kind }) => kind === 'crashed');
      expect(crash).toMatchObject({ node: 0, write: { kind: 'txns' } });
      expect(live.world.nodes[0]?.status).toBe('down');
      const zxid = crash?.write?.kind === 'txns' ? (crash.write.txns[0]?.zxid ?? 0) : 0;
      expect(lastZxidOnDisk(live.world.nodes[0]?.durable ?? BLANK_DISK) === zxid).toBe(has);
      expect(entries.some(({ packet, other }) => packet?.type === 'ACK' && packet.zxid === zxid && other === 0)).toBe(
        false,
      );
    },
  );
});

it('a log that lost its tail is filled up again by the leader', () => {
  const { live, entries } = played(
    6000,
    create(1600, 'ann', '/a'),
    create(1700, 'ann', '/b'),
    kill(2000, 1),
    at(2100, { do: 'loseTail', server: sidOf(1), count: 2 }),
    start(2200, 1),
  );
  const zxids = live.world.nodes.map(({ durable }) => lastZxidOnDisk(durable)).slice(0, 3);
  expect(new Set(zxids).size).toBe(1);
  expect(entries.flatMap(({ notes }) => notes)).toContainEqual(
    expect.objectContaining({ kind: 'syncDecided', learner: sidOf(1), mode: 'DIFF', txnCount: 2 }),
  );
});

it('the leader’s clock is what nodes carry, and no session ends by it', () => {
  const { live, entries } = played(
    4000,
    at(1500, { do: 'setClock', server: SERVER, offsetMillis: 86_400_000 }),
    create(1600, 'ann', '/a'),
  );
  const peer = live.world.nodes[0]?.state;
  const node = peer?.kind === 'server' ? nodeAt(peer.database.tree, '/a') : null;
  expect(node?.ctime).toBeGreaterThan(86_400_000);
  expect(entries.flatMap(({ notes }) => notes).some(({ kind }) => kind === 'sessionExpired')).toBe(false);
});
