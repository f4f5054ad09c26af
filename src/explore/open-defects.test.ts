/**
 * Defects of ZooKeeper that no release has mended. Exploration ran into each of them, `shrink` left little of the
 * scenarios, and what is left is told again here in round numbers.
 */
import { describe, expect, it } from 'vitest';
import type { Scenario, ScenarioServer } from '../scenario/scenario.ts';
import type { Action } from '../sim/action.ts';
import type { Operation } from '../zookeeper/client/operations.ts';
import type { Behaviour } from '../zookeeper/config/behaviour.ts';
import type { Service } from '../zookeeper/config/service.ts';
import { DEFAULT_TIMING, type Timing } from '../zookeeper/config/ensemble.ts';
import { ZXID_NONE, sidOf } from '../zookeeper/ids.ts';
import { type RunResult, watchedRun } from './watched-run.ts';

interface Told {
  readonly servers: readonly ScenarioServer[];
  readonly timing?: Partial<Timing>;
  readonly diskMillis?: number;
  readonly reconfigEnabled?: boolean;
  readonly toggles?: Partial<Behaviour>;
  readonly service?: Partial<Service>;
  readonly script: readonly (readonly [at: number, ...actions: readonly Action[]])[];
}

function run({
  servers,
  timing,
  diskMillis = 2,
  reconfigEnabled = false,
  toggles = {},
  service = {},
  script,
}: Told): RunResult {
  const steps = script.flatMap(([at, ...actions]) => actions.map((action) => ({ at, action })));
  const scenario: Scenario = {
    version: 1,
    id: 'open-defect',
    title: '',
    seed: 1,
    profile: '3.9',
    toggles,
    service,
    servers,
    reconfigEnabled,
    timing: { ...DEFAULT_TIMING, tickMillis: 200, ...timing },
    network: { latencyMillis: 10, jitterMillis: 0, links: [] },
    diskMillis,
    script: steps,
  };
  return watchedRun(scenario, { faultsEndAt: steps.at(-1)?.at ?? 0, counting: false });
}

const S = (count: number): readonly ScenarioServer[] =>
  Array.from({ length: count }, (_, i) => ({ sid: sidOf(i + 1) }));
const start = (...sids: readonly number[]): readonly Action[] =>
  sids.map((sid) => ({ do: 'start', server: sidOf(sid) }));
const kill = (...sids: readonly number[]): readonly Action[] => sids.map((sid) => ({ do: 'kill', server: sidOf(sid) }));
const stop = (sid: number): Action => ({ do: 'stop', server: sidOf(sid) });
const connect = (server: number): Action => ({
  do: 'connect',
  client: `c${server}`,
  server: sidOf(server),
  timeoutMillis: 4000,
});
const write = (server: number, path: string): Action => {
  const operation: Operation = { op: 'create', path, data: '', dataLength: 0, ephemeral: false, sequential: false };
  return { do: 'call', client: `c${server}`, operation };
};

const names = ({ hazards }: RunResult): readonly string[] => hazards.map(({ name }) => name);
const properties = ({ violations }: RunResult): ReadonlySet<string> =>
  new Set(violations.map(({ property }) => property));

/** S4 is apart during /b, /c and /d, gets a SNAP from S5, leads after it, and brings S1 up to date from its log. */
function overGap(snapshotSizeFactor: number, writesBetween: boolean): Told {
  return {
    servers: S(5).map(({ sid }) => (sid === 5 ? { sid, timing: { snapshotSizeFactor: -1 } } : { sid })),
    timing: { commitLogCount: 1, snapshotSizeFactor },
    script: [
      [0, ...start(1, 2, 3, 4, 5)],
      [1000, connect(5)],
      [1200, write(5, '/a')],
      [1400, ...kill(1)],
      ...(writesBetween ? ([[1500, write(5, '/x')]] as const) : []),
      [1700, { do: 'partition', groups: [[4], [1, 2, 3, 5]].map((group) => group.map(sidOf)) }],
      [1800, write(5, '/b')],
      [1900, write(5, '/c')],
      [2000, write(5, '/d')],
      [2900, { do: 'healAll' }],
      [4000, write(5, '/e')],
      [4100, write(5, '/f')],
      [4300, ...kill(5)],
      [6000, ...start(1)],
      [6500, ...start(5)],
      [7000, connect(2)],
      [7200, write(2, '/z')],
    ],
  };
}

describe('ZOOKEEPER-2846: a leader that once got a SNAP has a gap in its log, and sends it by DIFF', () => {
  it('S1 passes over what the gap hid', () => {
    const result = run(overGap(0.33, false));
    expect(names(result)).toContain('ZOOKEEPER-2846');
    expect(properties(result)).toContain('TotalOrder');
  });

  it('where something of the epoch comes before the gap S1 sees it (ZOOKEEPER-4925), and never gets back', () => {
    const result = run(overGap(0.33, true));
    expect(names(result)).toContain('ZOOKEEPER-2846');
    expect(properties(result)).toEqual(new Set(['proposalInconsistent', 'Join']));
    expect(result.liveness.kind).toBe('stuck');
    expect(result.liveness.kind === 'stuck' ? result.liveness.missing : '').toMatch(/^S1 LOOKING|^S1 FOLLOWING S4, /);
  });

  it('not where the log on disk is not used', () => {
    expect(run(overGap(-1, false))).toMatchObject({ hazards: [], violations: [], liveness: { kind: 'recovered' } });
  });
});

/** S3 alone has logged /alone. If it is elected before it is outvoted, it begins with a snapshot of it. */
function ledAlone(leadsAgain: boolean): Told {
  return {
    servers: S(3),
    script: [
      [0, ...start(1, 2, 3)],
      [1000, connect(3)],
      [1200, write(3, '/kept')],
      [1400, ...kill(1, 2)],
      [1405, write(3, '/alone')],
      [1600, stop(3)],
      ...(leadsAgain
        ? ([
            [2000, ...start(3, 2)],
            [2400, ...kill(2)],
            [2800, ...kill(3)],
          ] as const)
        : []),
      [4000, ...start(1, 2)],
      [6000, ...start(3)],
      [8000, connect(1)],
      [8200, write(1, '/z')],
    ],
  };
}

describe('ZOOKEEPER-1549: a snapshot of what was never committed outlives the TRUNC', () => {
  it('the server that led on its own keeps the node', () => {
    const result = run(ledAlone(true));
    expect(names(result)).toContain('ZOOKEEPER-1549');
    expect(properties(result)).toContain('ReplicaConvergence');
  });

  it('without that snapshot TRUNC does its work', () => {
    expect(run(ledAlone(false))).toMatchObject({ hazards: [], violations: [], liveness: { kind: 'recovered' } });
  });
});

/** S3 leads, proposes to nobody, and dies; the others have no transaction at all, so S3 is told to cut back to 0. */
function cutToNothing(writesBefore: boolean): Told {
  return {
    servers: S(3),
    script: [
      [0, ...start(1, 2, 3)],
      ...(writesBefore ? ([[900, connect(1)]] as const) : []),
      [1000, ...kill(1, 2)],
      [1010, connect(3)],
      [1100, ...kill(3)],
      [1200, ...start(1, 2)],
      // Elected, S2 takes its time over the epoch; S3 must find it before it serves, when it shows (E,0).
      [1400, { do: 'slowDisk', server: sidOf(2), millis: 300 }],
      [1500, ...start(3)],
      [3000, { do: 'slowDisk', server: sidOf(2), millis: 2 }],
      [4000, connect(2)],
      [4200, write(2, '/z')],
    ],
  };
}

describe('a TRUNC to a zxid that the log does not hold leaves the first transaction behind it', () => {
  it('its session stays at S3, and nowhere else', () => {
    const result = run(cutToNothing(false));
    expect(names(result)).toContain('TRUNC target absent');
    expect(result.liveness).toMatchObject({ kind: 'stuck' });
    expect(result.liveness.kind === 'stuck' ? result.liveness.missing : '').toContain('data differ');
  });

  it('with a transaction that both have it is cut right', () => {
    expect(run(cutToNothing(true))).toMatchObject({ hazards: [], violations: [], liveness: { kind: 'recovered' } });
  });
});

const slowDisks = (millis: number, ...sids: readonly number[]): readonly Action[] =>
  sids.map((sid) => ({ do: 'slowDisk', server: sidOf(sid), millis }));

/** /a is outstanding while S1 synchronizes, and commits after S1 has taken the observer S4 in. */
function takenInAmidProposal(observerMasterTakesPending: boolean): Told {
  return {
    servers: S(4).map(({ sid }) => ({ sid, ...(sid === 4 && { observer: true }) })),
    service: { observerMasterPort: 2191 },
    toggles: { observerMasterTakesPending },
    script: [
      [0, ...start(1, 2, 3)],
      [1000, connect(3)],
      [1200, ...kill(1)],
      [1300, ...slowDisks(600, 2, 3)],
      [1310, write(3, '/a')],
      [1320, ...start(1, 4)],
      [2100, ...slowDisks(2, 2, 3)],
      [2500, write(3, '/b')],
      [4000, connect(2)],
      [4200, write(2, '/z')],
    ],
  };
}

describe('ZOOKEEPER-5088: a follower begins to take observers in with proposals that they will not hear of', () => {
  it('the observer passes over what was outstanding', () => {
    const result = run(takenInAmidProposal(false));
    expect(names(result)).toEqual(['ZOOKEEPER-5088']);
    expect(properties(result)).toContain('PrefixConsistency');
    expect(result.liveness.kind === 'stuck' ? result.liveness.missing : '').toContain('data differ');
  });

  it('not where it takes over what it has pending', () => {
    expect(run(takenInAmidProposal(true))).toMatchObject({
      hazards: [],
      violations: [],
      liveness: { kind: 'recovered' },
    });
  });
});

/** S4 is with the follower S1, which dies; S2 has heard nothing for a while, and not noticed it yet. */
function goesToOneBehind(isCut: boolean): Told {
  return {
    servers: S(4).map(({ sid }) => ({ sid, ...(sid === 4 && { observer: true }) })),
    service: { observerMasterPort: 2191 },
    timing: { tickMillis: 1000 },
    script: [
      [0, ...start(1, 2, 3)],
      [3000, connect(3)],
      [3600, ...start(4)],
      [6000, ...(isCut ? [{ do: 'cut', from: sidOf(3), to: sidOf(2) } as const] : [])],
      [6100, write(3, '/a')],
      [6200, write(3, '/b')],
      [6400, ...kill(1)],
      [16_000, { do: 'healAll' }, ...start(1)],
      [20_000, connect(2)],
      [21_000, write(2, '/z')],
    ],
  };
}

describe('an observer comes to a follower that is behind the one it was with', () => {
  it('has to cut off what is committed', () => {
    expect(names(run(goesToOneBehind(true)))).toContain('observer ahead of its master');
  });

  it('not where both are in step', () => {
    expect(run(goesToOneBehind(false))).toMatchObject({ hazards: [], violations: [], liveness: { kind: 'recovered' } });
  });
});

/** S1 dies between the snapshot and the epoch of its SNAP; then S2's disk is wiped, and only S3 knows what was written. */
function wipedBeside(diesBetween: boolean): Told {
  return {
    servers: S(3),
    timing: { commitLogCount: 1, snapshotSizeFactor: -1 },
    script: [
      [0, ...start(2, 3)],
      [1000, connect(3)],
      [1200, write(3, '/a')],
      [1500, { do: 'slowDisk', server: sidOf(1), millis: 300 }, ...start(1)],
      [diesBetween ? 3100 : 3400, ...kill(1)],
      [3500, { do: 'slowDisk', server: sidOf(1), millis: 2 }, ...start(1)],
      [3600, write(3, '/b')],
      [4000, ...kill(2)],
      [4100, { do: 'wipe', server: sidOf(2) }],
      [4200, ...start(2)],
      [6000, connect(3)],
      [6500, write(3, '/z')],
    ],
  };
}

describe('ZOOKEEPER-261: a wiped server has forgotten what it acknowledged', () => {
  it('beside one that refuses to start (ZOOKEEPER-2354) no majority is left that knows', () => {
    const result = run(wipedBeside(true));
    expect(names(result).slice(0, 2)).toEqual(['ZOOKEEPER-2354', 'ZOOKEEPER-261']);
    expect(properties(result)).toContain('CommittedStaysCommitted');
  });

  it('while all others know, it learns it again', () => {
    expect(run(wipedBeside(false))).toMatchObject({ hazards: [], violations: [], liveness: { kind: 'recovered' } });
  });
});

/** S3 leads and proposes that S4 and S5 vote too, as it is cut off; S1 and S2 go on without. */
function cutOffAmidReconfig(asks: boolean): Told {
  const sids = [4, 5].map(sidOf);
  const operation: Operation = {
    op: 'reconfig',
    joining: sids.map((sid) => ({ sid, observer: false })),
    leaving: [],
    fromConfig: ZXID_NONE,
  };
  return {
    servers: S(5).map(({ sid }) => ({ sid, ...(sids.includes(sid) && { observer: true }) })),
    reconfigEnabled: true,
    service: { skipACL: true },
    script: [
      [0, ...start(1, 2, 3, 4, 5)],
      [1000, connect(3)],
      ...(asks ? ([[1200, { do: 'call', client: 'c3', operation }]] as const) : []),
      // The request is at S3, its proposal is on the way.
      [1215, { do: 'partition', groups: [[3], [1, 2, 4, 5]].map((group) => group.map(sidOf)) }],
      [5000, { do: 'healAll' }],
      [8000, connect(1)],
      [8200, write(1, '/z')],
    ],
  };
}

describe('whoever has seen a reconfig that others never finish asks for its quorum for ever', () => {
  it('S3 never comes back: S4 and S5 watch, and do not vote', () => {
    const result = run(cutOffAmidReconfig(true));
    expect(names(result)).toEqual(['unfinished reconfig']);
    expect(result).toMatchObject({
      violations: [{ property: 'Rejoin', servers: [3], fact: { kind: 'stalled' } }],
      liveness: { kind: 'stuck' },
    });
    expect(result.liveness.kind === 'stuck' ? result.liveness.missing : '').toContain('S3 LOOKING');
  });

  it('cut off with nothing under way it does', () => {
    expect(run(cutOffAmidReconfig(false))).toMatchObject({
      hazards: [],
      violations: [],
      liveness: { kind: 'recovered' },
    });
  });
});

/** S4 watches, lacks /a, and is made a voter while it is brought up to date. */
function promotedInSync(reconfigAt: number): Told {
  const operation: Operation = {
    op: 'reconfig',
    joining: [{ sid: sidOf(4), observer: false }],
    leaving: [],
    fromConfig: ZXID_NONE,
  };
  return {
    servers: S(4).map(({ sid }) => ({ sid, ...(sid === 4 && { observer: true }) })),
    reconfigEnabled: true,
    service: { skipACL: true },
    script: [
      [0, ...start(1, 2, 3, 4)],
      [1000, connect(1)],
      [1200, write(1, '/kept')],
      [1400, ...kill(4)],
      [1500, write(1, '/a')],
      [1700, ...kill(3)],
      [3000, ...start(3)],
      [4000, connect(1)],
      [4500, { do: 'slowDisk', server: sidOf(4), millis: 400 }, ...start(4)],
      [reconfigAt, { do: 'call', client: 'c1', operation }],
      [9000, { do: 'slowDisk', server: sidOf(4), millis: 2 }],
      [9500, connect(1)],
      [9800, write(1, '/z')],
    ],
  };
}

describe('an observer that a reconfig makes a voter amid its sync has its epoch before its log', () => {
  it('S4’s disk says epoch 2, and lacks what the epoch began with', () => {
    const result = run(promotedInSync(5150));
    expect(names(result)).toContain('observer promoted in sync');
    expect(properties(result)).toContain('EpochSupportsHistory');
  });

  it('once it is in step there is no harm', () => {
    expect(run(promotedInSync(8000))).toMatchObject({ hazards: [], violations: [], liveness: { kind: 'recovered' } });
  });
});

/** S3 has proposed what changes nothing, and is cut off from S1 and S2; S4 still finds it, and learns it from NEWLEADER. */
function heardOfTooEarly(asks: boolean): Told {
  const joining = [{ sid: sidOf(4), observer: true }];
  const operation: Operation = { op: 'reconfig', joining, leaving: [], fromConfig: ZXID_NONE };
  return {
    servers: S(4).map(({ sid }) => ({ sid, ...(sid === 4 && { observer: true }) })),
    reconfigEnabled: true,
    service: { skipACL: true },
    script: [
      [0, ...start(1, 2, 3)],
      [1000, connect(3)],
      [1190, ...start(4)],
      ...(asks ? ([[1195, { do: 'call', client: 'c3', operation }]] as const) : []),
      [1200, { do: 'partition', groups: [[3], [1, 2]].map((group) => group.map(sidOf)) }],
      // Or it would tell those who look for a leader too.
      [1800, { do: 'partition', groups: [[4], [1, 2]].map((group) => group.map(sidOf)) }],
      [5000, { do: 'healAll' }],
      [8000, connect(1)],
      [8200, write(1, '/z')],
    ],
  };
}

describe('a configuration that NEWLEADER brings is put in force before it commits', () => {
  it('S4 is refused by the next leader, for ever: its configuration is later than any', () => {
    const result = run(heardOfTooEarly(true));
    expect(names(result)).toContain('uncommitted reconfig in force');
    expect(result.liveness).toMatchObject({ kind: 'stuck' });
    expect(result.liveness.kind === 'stuck' ? result.liveness.missing : '').toContain('S4 LOOKING');
  });

  it('with no reconfig on its way it is welcome', () => {
    expect(run(heardOfTooEarly(false))).toMatchObject({
      hazards: [],
      violations: [],
      liveness: { kind: 'recovered' },
    });
  });
});

/** S4 leads four voters; S2 and S3 are to watch from now on, and a write comes right before that takes effect, or when it is done. */
function writtenAmidReconfig(writeAt: number): Told {
  const joining = [2, 3].map((sid) => ({ sid: sidOf(sid), observer: true }));
  const operation: Operation = { op: 'reconfig', joining, leaving: [], fromConfig: ZXID_NONE };
  return {
    servers: S(4),
    reconfigEnabled: true,
    service: { skipACL: true },
    script: [
      [0, ...start(1, 2, 3, 4)],
      [1000, connect(4)],
      [1200, { do: 'call', client: 'c4', operation }],
      [writeAt, write(4, '/a')],
      [8000, connect(1)],
      [8200, write(1, '/z')],
    ],
  };
}

describe('a proposal that a reconfig overtakes waits for the old configuration for ever', () => {
  it('S4 has the ack of S1, which is the new quorum; S2 and S3 have left before they could give theirs', () => {
    const result = run(writtenAmidReconfig(1223));
    expect(names(result)).toEqual(['proposal stranded by reconfig']);
    expect(properties(result)).toEqual(new Set(['WriteCommits']));
    expect(result.liveness).toMatchObject({ kind: 'stuck', missing: 'a write that commits' });
  });

  it('proposed when it is in force, it waits for S1 alone', () => {
    expect(run(writtenAmidReconfig(1600))).toMatchObject({
      hazards: [],
      violations: [],
      liveness: { kind: 'recovered' },
    });
  });
});
