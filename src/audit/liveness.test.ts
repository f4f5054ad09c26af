/** Every property of liveness can break, and says who waits for what; with the toggle that mends it none does. */
import { describe, expect, it } from 'vitest';
import { bugScenario } from '../scenario/builtin/bugs/bug.ts';
import { connect, create, cut, heal, kill, start } from '../scenario/script-steps.ts';
import { zk1653 } from '../scenario/builtin/bugs/zk1653.ts';
import { zk3769 } from '../scenario/builtin/bugs/zk3769.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { startOf } from '../scenario/start.ts';
import { zooKeeperMachine } from '../sim/machine.ts';
import type { ScriptStep } from '../sim/moment.ts';
import type { Behaviour } from '../zookeeper/config/behaviour.ts';
import { COUNTER_MAX, sidOf, zxidFrom } from '../zookeeper/ids.ts';
import type { Note } from '../zookeeper/notes.ts';
import { type Violation, auditor, observe } from './audit.ts';
import { factText } from './fact.ts';
import { DETECTORS, INVARIANTS } from './registry.ts';
import { NO_PROGRESS, lookOn } from './liveness/progress.ts';
import { soundServers } from './liveness/sound.ts';
import { whyText, whyOf } from './liveness/why.ts';

const LIVENESS = new Set<string>(
  [...INVARIANTS, ...DETECTORS].filter(({ group }) => group === 'liveness').map(({ id }) => id),
);

/** What of liveness breaks within a virtual quarter of an hour. */
function brokenIn(scenario: Scenario, toggles: Partial<Behaviour> = {}): readonly Violation[] {
  const live = zooKeeperMachine.resume(startOf({ ...scenario, toggles: { ...scenario.toggles, ...toggles } }, auditor));
  const broken: Violation[] = [];
  for (let entry = zooKeeperMachine.step(live, false); entry !== null; entry = zooKeeperMachine.step(live, false)) {
    if (entry.at > 900_000) break;
    broken.push(...entry.violations.filter(({ property }) => LIVENESS.has(property)));
  }
  return broken;
}

/** Bytes that end the thread with which S1, S2 and so on hear votes: nobody notices until a leader is needed. */
const deafened = (at: number, ...sids: readonly number[]): readonly ScriptStep[] =>
  sids.map((sid) => ({
    at,
    action: {
      do: 'stranger',
      client: `scan${sid}`,
      server: sidOf(sid),
      as: sidOf(99),
      says: { kind: 'malformed', flaw: 'configLength' },
    },
  }));

const deaf = (...script: readonly (readonly ScriptStep[])[]): Scenario => {
  return bugScenario({ id: 'deaf', title: '', profile: '3.6.0', script });
};

const apart = (at: number, change: typeof cut): readonly ScriptStep[] => {
  return [1, 2].flatMap((other) => [...change(at, 3, other), ...change(at, other, 3)]);
};

// oxfmt-ignore
const BROKEN: readonly (readonly [property: string, scenario: Scenario, mended: Partial<Behaviour>, servers: readonly number[]])[] = [
  ['ElectionTerminates', zk3769.scenario, zk3769.mended, [1, 2]],
  // S1 is deafened while it looks for a leader for the first time.
  ['Join', deaf(start(0, 2, 3), start(2000, 1), deafened(2011, 1)), { malformedSkip: true }, [1]],
  ['Rejoin', deaf(start(0, 1, 2), start(500, 3), deafened(2000, 3), apart(3000, cut), apart(9000, heal)), { malformedSkip: true }, [3]],
  ['Rollover',
    deaf(start(0, 1, 2, 3), connect(1500, 'ann', 3), deafened(1600, 1, 2, 3),
      [{ at: 1700, action: { do: 'skipZxids', server: sidOf(3), counter: COUNTER_MAX - 1 } }], create(1800, 'ann', '/a')),
    { malformedSkip: true }, [1, 2, 3]],
  ['NoStartupLockout', zk1653.scenario, zk1653.mended, [1]],
];

describe('old behaviour keeps servers from service, and the audit tells', () => {
  it.each(BROKEN)('%s', (property, scenario, mended, servers) => {
    expect(brokenIn(scenario)).toContainEqual(expect.objectContaining({ property, servers }));
    expect(brokenIn(scenario, mended)).toEqual([]);
  });

  it('and says why: which quorum misses whom, and which timer runs', () => {
    const [stalled] = brokenIn(zk3769.scenario);
    expect(stalled === undefined ? '' : factText(stalled.fact)).toMatch(
      /^stalled since \d+ ms: S1 LOOKING, votes S1 in round \d+, has S1, misses S2 \(silent\) S3 \(down\), election in \d+ ms; S2 .*; S3 down$/,
    );
  });
});

/** Three servers in service, of which S3 leads, after so many virtual milliseconds. */
function serving(
  millis: number,
  ...more: readonly (readonly ScriptStep[])[]
): ReturnType<typeof zooKeeperMachine.resume> {
  const script = [start(0, 1, 2, 3), connect(1500, 'ann', 3), ...more];
  const live = zooKeeperMachine.resume(startOf(bugScenario({ id: 's', title: '', profile: '3.9', script }), auditor));
  while (live.world.now < millis) zooKeeperMachine.step(live, false);
  return live;
}

type World = ReturnType<typeof serving>['world'];
type Leader = NonNullable<Extract<NonNullable<World['nodes'][number]['state']>, { kind: 'server' }>['leader']>;

function withLeader(world: World, change: (leader: Leader) => Partial<Leader>): World {
  const nodes = world.nodes.map((node) => {
    if (node.state?.kind !== 'server' || node.state.leader === null) return node;
    return { ...node, state: { ...node.state, leader: { ...node.state.leader, ...change(node.state.leader) } } };
  });
  return { ...world, nodes };
}

/** What is found in a world that stays as it is from now on. */
function foundIn(world: World): readonly string[] {
  let progress = NO_PROGRESS;
  return Array.from({ length: 120 }, (_, second) => ({ ...world, now: world.now + second * 1000 })).flatMap((later) => {
    const next = lookOn(progress, later);
    ({ progress } = next);
    const { look } = next;
    if (look === null) return [];
    return DETECTORS.flatMap((one) => (one.find(look) === null ? [] : [one.id]));
  });
}

describe('what no toggle brings about, told by hand', () => {
  const { world: served, audit } = serving(4000);
  // Nobody is heard of while a world stays as it is.
  const world = withLeader(served, () => ({ expiry: {} }));

  it('WriteCommits: a proposal that stays the oldest', () => {
    const txn = { zxid: zxidFrom(1, 9) } as Leader['outstandingProposals'][number]['txn'];
    const stuck = withLeader(world, () => ({ outstandingProposals: [{ txn, verifiers: [], acks: [sidOf(3)] }] }));
    expect([foundIn(stuck), foundIn(world)]).toEqual([['WriteCommits'], []]);
    expect(whyText(whyOf(stuck)[2] ?? { kind: 'frozen', sid: sidOf(9) })).toMatch(
      /^S3 LEADING, commits 1·9, has S3, misses S1 \(silent\) S2 \(silent\), halfTick in \d+ ms$/,
    );
  });

  it('SessionExpiry: a session that is past its end and still there', () => {
    const overdue = withLeader(served, ({ expiry }) => ({
      expiry: Object.fromEntries(Object.keys(expiry).map((id) => [id, world.now])),
    }));
    expect(foundIn(overdue)).toEqual(['SessionExpiry']);
  });

  it('Stability: a leader that steps down though nothing was done to anybody', () => {
    const note: Note = { kind: 'steppedDown', reason: 'notEnoughSynced', synced: [sidOf(3)] };
    const told = (now: number): readonly string[] => {
      if (audit === null) throw new Error('somebody watches');
      const watched = { node: 2, notes: [note], arrival: null, disturbs: false };
      return observe(audit, { ...world, now }, watched, -1).violations.map(({ property }) => property);
    };
    expect([told(4000), told(60_000)]).toEqual([[], ['Stability']]);
  });
});

it('none is left out here', () => {
  const shown = new Set([...BROKEN.map(([property]) => property), 'WriteCommits', 'SessionExpiry', 'Stability']);
  expect([...LIVENESS].filter((id) => !shown.has(id))).toEqual([]);
});

describe('nothing is promised', () => {
  it.each<readonly [string, readonly (readonly ScriptStep[])[], readonly number[]]>([
    ['all run', [], [1, 2, 3]],
    ['one is down', [kill(3000, 1)], [2, 3]],
    ['two are down', [kill(3000, 1, 2)], []],
    ['one is out of reach', [apart(3000, cut)], [1, 2]],
    ['one is heard, and does not hear', [cut(3000, 1, 3)], []],
    ['a disk is slow', [[{ at: 3000, action: { do: 'slowDisk', server: sidOf(1), millis: 2000 } }]], []],
    ['a link loses packets', [[{ at: 3000, action: { do: 'loss', from: sidOf(1), to: sidOf(2), percent: 50 } }]], []],
  ])('%s: to whom', (_, more, sids) => {
    const members = soundServers(serving(4000, ...more).world) ?? [];
    expect(members.map(({ sid }) => sid)).toEqual(sids);
  });
});

const loss = (at: number, percent: number): readonly ScriptStep[] => {
  return [{ at, action: { do: 'loss', from: sidOf(3), to: sidOf(1), percent } }];
};

it('a PROPOSAL that vanishes on a live link is seen by who gets the next (D 14)', () => {
  const live = serving(
    2500,
    create(1600, 'ann', '/a'),
    loss(1700, 100),
    create(1750, 'ann', '/b'),
    loss(1790, 0),
    create(1800, 'ann', '/c'),
  );
  expect(live.audit?.breaches['proposalInconsistent']?.first).toMatchObject({
    servers: [sidOf(1)],
    fact: { kind: 'proposalGap', zxid: zxidFrom(1, 4) },
  });
});
