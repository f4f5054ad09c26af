// Actions that are held back until something happens: "when S3 has 2 acks, cut S3 → S1".
import { expect, it } from 'vitest';
import { Branches } from '../history/branches.ts';
import { bugScenario } from '../scenario/builtin/bugs/bug.ts';
import { connect, create, start } from '../scenario/script-steps.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { startOf } from '../scenario/start.ts';
import { sidOf } from '../zookeeper/ids.ts';
import type { Action } from './action.ts';
import type { Entry } from './entry.ts';
import { zooKeeperMachine } from './machine.ts';
import type { Occurrence } from './occurrence.ts';

const [s1, s2, s3] = [sidOf(1), sidOf(2), sidOf(3)];
const heal: Action = { do: 'healAll' };

function scenario(...actions: readonly Action[]): Scenario {
  return bugScenario({
    id: 'held',
    title: '',
    profile: '3.9',
    script: [
      actions.map((action) => ({ at: 0, action })),
      start(0, 1, 2, 3),
      connect(1000, 'ann', 3),
      create(1500, 'ann', '/a'),
      create(1600, 'ann', '/b'),
    ],
  });
}

function entries(of: Scenario, { noting = true, count = 900 } = {}): readonly Entry[] {
  const live = zooKeeperMachine.resume(startOf(of, null));
  return Array.from({ length: count }, () => zooKeeperMachine.step(live, noting)).filter((entry) => entry !== null);
}

/** Where the action is done, and the event right before it; null when it never is. */
function released(until: Occurrence, nth?: number): { before: Entry; entry: Entry; index: number } | null {
  const cutIt: Action = { do: 'cut', from: s3, to: s1 };
  const all = entries(scenario({ do: 'hold', until, action: cutIt, ...(nth !== undefined && { nth }) }));
  const index = all.findIndex(({ action }) => action?.do === 'cut');
  const [before, entry] = [all[index - 1], all[index]];
  return before === undefined || entry === undefined ? null : { before, entry, index };
}

it.each<readonly [string, Occurrence, (before: Entry) => unknown]>([
  [
    'S3 has two acks',
    { event: 'counts', server: s3, acks: 2 },
    ({ notes }) => notes.some((note) => note.kind === 'acked' && note.acks.length === 2),
  ],
  [
    'S3 has two acks of one zxid',
    { event: 'counts', server: s3, acks: 2, zxid: '0x100000002' },
    ({ notes }) => notes.some((note) => note.kind === 'acked' && note.acks.length === 2 && note.zxid === 2 ** 32 + 2),
  ],
  [
    'S1 receives a proposal from its leader',
    { event: 'receives', server: s1, packet: 'PROPOSAL', from: s3 },
    ({ packet, node }) => packet?.type === 'PROPOSAL' && node === 0,
  ],
  [
    'S2 has transactions on disk',
    { event: 'writes', server: s2, write: 'txns' },
    ({ kind, node, write }) => kind === 'flushed' && node === 1 && write?.kind === 'txns',
  ],
  [
    'S2 begins to follow',
    { event: 'becomes', server: s2, state: 'FOLLOWING', zabState: 'BROADCAST' },
    ({ notes, node }) =>
      node === 1 && notes.some((note) => note.kind === 'stateChanged' && note.zabState === 'BROADCAST'),
  ],
  [
    'S3 proposes',
    { event: 'proposes', server: s3, zxid: '0x100000003' },
    ({ notes }) => notes.some((note) => note.kind === 'proposed' && note.zxid === 2 ** 32 + 3),
  ],
  ['S3 commits', { event: 'commits', server: s3 }, ({ notes }) => notes.some(({ kind }) => kind === 'committed')],
])('is done right after: %s', (_, until, fits) => {
  const found = released(until);
  expect(found).not.toBeNull();
  if (found === null) return;
  expect(fits(found.before)).toBe(true);
  // An event of its own, at the same time, caused by what was waited for.
  expect(found.entry).toMatchObject({ kind: 'action', at: found.before.at, by: found.index - 1 });
});

it('or after the n-th of its kind', () => {
  const until: Occurrence = { event: 'commits', server: s3 };
  const [first, third] = [released(until)?.index ?? -1, released(until, 3)?.index ?? -1];
  expect(third).toBeGreaterThan(first);
  expect(released(until, 99)).toBeNull();
});

it('what is held may hold another', () => {
  const all = entries(
    scenario({
      do: 'hold',
      until: { event: 'proposes', server: s3 },
      action: { do: 'hold', until: { event: 'writes', server: s1, write: 'txns' }, action: { do: 'kill', server: s1 } },
    }),
  );
  expect(all.flatMap(({ action }) => (action === null ? [] : [action.do])).filter((kind) => kind !== 'start')).toEqual([
    'hold',
    'connect',
    'hold',
    'kill',
    'call',
    'call',
  ]);
});

it('goes the same way whether anybody reads notes or not, and through history', () => {
  const held = scenario({
    do: 'hold',
    until: { event: 'counts', server: s3, acks: 2 },
    action: { do: 'kill', server: s3 },
  });
  const kinds = (noting: boolean): readonly string[] =>
    entries(held, { noting }).map(({ kind, at }) => `${kind} ${at}`);
  expect(kinds(false)).toEqual(kinds(true));
  const line = new Branches(zooKeeperMachine, startOf(held, null)).get(0);
  line.extend(900);
  const digests = [100, 300, 500, 700].map((at) => line.digestAt(at));
  expect([700, 500, 300, 100].map((at) => line.digestAt(at)).toReversed()).toEqual(digests);
  expect(kinds(false).length).toBe(900);
});

it('can be given as an intervention, and only where its server exists', () => {
  const branches = new Branches(zooKeeperMachine, startOf(scenario(), null));
  branches.get(0).extend(200);
  const cutIt: Action = { do: 'cut', from: s3, to: s1 };
  const known = branches.act(0, 110, [{ do: 'hold', until: { event: 'commits', server: s3 }, action: cutIt }]);
  if (!known.ok) throw new Error(known.error.reason);
  known.value.extend(900);
  const actions = Array.from({ length: known.value.length }, (_, i) => known.value.entryAt(i).action?.do);
  expect(actions.filter((kind) => kind === 'cut')).toHaveLength(1);
  const unknown = branches.act(0, 110, [{ do: 'hold', until: { event: 'commits', server: sidOf(9) }, action: heal }]);
  expect(unknown).toMatchObject({ ok: false, error: { reason: 'noSuchServer' } });
});
