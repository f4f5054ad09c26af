/** Whole runs under all properties: sound ones break none, and each old bug breaks what it is known to break. */
import { describe, expect, it } from 'vitest';
import { decodeRecording } from '../replay/recording.ts';
import { play } from '../replay/play.ts';
import { BUGS } from '../scenario/builtin/bugs/bugs.ts';
import { bugScenario } from '../scenario/builtin/bugs/bug.ts';
import { act, connect, create, cut, kill, slowDisk, start } from '../scenario/script-steps.ts';
import { Run } from '../scenario/run.ts';
import { BUILTIN_SCENARIOS } from '../scenario/builtin.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { startOf } from '../scenario/start.ts';
import type { ScriptStep } from '../sim/moment.ts';
import { zooKeeperMachine } from '../sim/machine.ts';
import { sidOf, zxidLabel } from '../zookeeper/ids.ts';
import { auditor } from './audit.ts';

/** What breaks, by id, in so many virtual milliseconds. */
function brokenIn(scenario: Scenario, millis: number): readonly string[] {
  const live = zooKeeperMachine.resume(startOf(scenario, auditor));
  const broken = new Set<string>();
  for (let entry = zooKeeperMachine.step(live, false); entry !== null; entry = zooKeeperMachine.step(live, false)) {
    if (entry.at > millis) break;
    for (const { property } of entry.violations) broken.add(property);
  }
  return [...broken].toSorted();
}

it.each(BUILTIN_SCENARIOS.map((scenario) => [scenario.id, scenario] as const))('%s breaks nothing', (_, scenario) => {
  expect(brokenIn(scenario, 120_000)).toEqual([]);
});

const files = import.meta.glob<unknown>('../replay/recordings/*.json', { eager: true, import: 'default' });

/** What a recording shows that is no alarm: its servers really did it. */
const RECORDED: Readonly<Record<string, readonly string[]>> = {
  // 3.8.0 joins an epoch and acknowledges it before it has on disk what comes with it: ZOOKEEPER-4643, -4646.
  'groups-of-two-6': ['DurableAck', 'EpochSupportsHistory'],
  'restart-all-different-zxids-3': ['DurableAck', 'EpochSupportsHistory'],
  'uncommitted-proposal-survives-3': ['DurableAck', 'EpochSupportsHistory'],
  // ZOOKEEPER-261.
  'wiped-majority-loses-data-3': ['CommittedStaysCommitted', 'Leadership2'],
};

it.each(
  Object.values(files).map((json) => {
    const decoded = decodeRecording(json);
    if (!decoded.ok) throw new Error(decoded.error.join('\n'));
    return [decoded.value.scenario, decoded.value] as const;
  }),
)('%s, as recorded of a real ensemble', (name, recording) => {
  const { scenario, end } = play(recording);
  expect(brokenIn(scenario, end.world.now)).toEqual(RECORDED[name] ?? []);
});

it.each(Object.entries(RECORDED).filter(([, properties]) => properties.includes('DurableAck')))(
  '%s breaks nothing where NEWLEADER is acknowledged once all is on disk',
  (name) => {
    const decoded = Object.values(files)
      .map(decodeRecording)
      .find((one) => one.ok && one.value.scenario === name);
    if (decoded?.ok !== true) throw new Error(name);
    const { scenario, end } = play(decoded.value);
    const mended = { ...scenario, toggles: { ...scenario.toggles, newleaderOrder: 'E' as const } };
    expect(brokenIn(mended, end.world.now)).toEqual([]);
  },
);

/** Of what S3 sends to the others. */
function loses(at: number, percent: number): readonly (readonly ScriptStep[])[] {
  return [1, 2].map((to) => act(at, { do: 'loss', from: sidOf(3), to: sidOf(to), percent }));
}

it.each([
  // lost, %   what breaks
  [0, []],
  [100, ['LocalPrimaryOrder', 'proposalInconsistent']],
])(
  'what a new leader has in its log counts as delivered when it serves: of the first of two proposals %d %% are lost',
  (percent, broken) => {
    const scenario = bugScenario({
      id: 'first-of-two-lost',
      title: '',
      profile: '3.9',
      script: [
        start(0, 1, 2, 3),
        connect(1000, 'ann', 3),
        ...loses(2000, percent),
        create(2001, 'ann', '/config'),
        ...loses(2030, 0),
        create(2030, 'ann', '/ready'),
        kill(2200, 3),
      ],
    });
    expect(brokenIn(scenario, 10_000)).toEqual(broken);
  },
);

/** From S2 to S3. */
function slowLink(at: number, millis: number): readonly ScriptStep[] {
  return act(at, { do: 'latency', from: sidOf(2), to: sidOf(3), millis });
}

it('an ACK that a killed follower left under way breaks nothing, though its new connection has brought more by then', () => {
  const scenario = bugScenario({
    id: 'ack-left-behind',
    title: '',
    profile: '3.9',
    script: [
      start(0, 1, 2, 3),
      connect(500, 'ann', 1),
      // S3 leads, and logs so late that S1 and S2 commit without it.
      slowDisk(1200, 3, 700),
      slowLink(1200, 600),
      create(1200, 'ann', '/n'),
      // By then S2 has sent its ACK.
      kill(1250, 2),
      slowLink(1250, 10),
      start(1250, 2),
      create(1700, 'ann', '/m'),
    ],
  });
  const run = new Run(scenario, { untilMillis: 5000, noting: true, audited: true });
  const entries = [...run.entries()];
  const ofS2 = entries.flatMap(({ notes }) =>
    notes.flatMap((note) => {
      return (note.kind === 'acked' || note.kind === 'ackIgnored') && note.sid === 2 ? [zxidLabel(note.zxid)] : [];
    }),
  );
  // What the killed process sent comes when the new one has acknowledged more.
  expect(ofS2.indexOf('1·3')).toBeGreaterThan(-1);
  expect(ofS2.lastIndexOf('1·2')).toBeGreaterThan(ofS2.indexOf('1·3'));
  expect(entries.flatMap(({ violations }) => violations)).toEqual([]);
});

/** Millis that show what becomes of each. */
const LONG = 20_000;

/** What the old behaviour breaks; what is not here stops a server or keeps it from service, and breaks nothing. */
const BY_BUG: Readonly<Record<string, readonly string[]>> = {
  'ZOOKEEPER-261': ['CommittedStaysCommitted', 'Leadership2'],
  'ZOOKEEPER-335': ['Leadership2'],
  'ZOOKEEPER-1154': ['PrefixConsistency', 'PrimaryIntegrity', 'ProcessConsistency', 'ReplicaConvergence'],
  'ZOOKEEPER-2307': ['NoStartupLockout'],
  'ZOOKEEPER-2355': ['DurableAck', 'EpochSupportsHistory', 'PrefixConsistency', 'ReplicaConvergence', 'TotalOrder'],
  'ZOOKEEPER-4882': ['LocalPrimaryOrder', 'ReplicaConvergence'],
  'ZOOKEEPER-1277': ['GlobalPrimaryOrder', 'Integrity', 'SingleServingLeader', 'commitInconsistent'],
  'ZOOKEEPER-1653': ['EpochLogOrder', 'NoStartupLockout'],
  'ZOOKEEPER-4269': ['EpochLogOrder', 'NoStartupLockout'],
  'ZOOKEEPER-2845': [
    'CommittedLogMonotonicity',
    'LeaderLogCompleteness',
    'PrefixConsistency',
    'ProcessConsistency',
    'TotalOrder',
  ],
  'ZOOKEEPER-3642': ['DurableAck', 'EpochSupportsHistory', 'ReplicaConvergence'],
  'ZOOKEEPER-3911': [
    'CommittedLogMonotonicity',
    'CommittedStaysCommitted',
    'DurableAck',
    'EpochSupportsHistory',
    'LeaderLogCompleteness',
    'PrefixConsistency',
    'TotalOrder',
  ],
  'ZOOKEEPER-4643': [
    'CommittedLogDurability',
    'CommittedLogMonotonicity',
    'CommittedStaysCommitted',
    'DurableAck',
    'EpochSupportsHistory',
    'LeaderLogCompleteness',
    'PrefixConsistency',
    'TotalOrder',
  ],
  'ZOOKEEPER-4646': [
    'CommittedLogMonotonicity',
    'CommittedStaysCommitted',
    'DurableAck',
    'EpochSupportsHistory',
    'LeaderLogCompleteness',
    'PrefixConsistency',
    'TotalOrder',
  ],
  'ZOOKEEPER-4685': ['EpochSupportsHistory', 'ackInconsistent'],
  'ZOOKEEPER-4712': ['PrimaryIntegrity', 'ProcessConsistency', 'ReplicaConvergence'],
  'ZOOKEEPER-4785': [
    'CommittedLogMonotonicity',
    'CommittedStaysCommitted',
    'DurableAck',
    'EpochSupportsHistory',
    'LeaderLogCompleteness',
    'PrefixConsistency',
    'TotalOrder',
  ],
  'ZOOKEEPER-3104': ['ReplicaConvergence'],
  'ZOOKEEPER-3526': ['CommittedLogDurability', 'EpochSupportsHistory'],
  'ZOOKEEPER-5094': ['DurableAck', 'EpochSupportsHistory', 'ReplicaConvergence'],
  'ZOOKEEPER-4925': ['LocalPrimaryOrder', 'PrefixConsistency', 'ReplicaConvergence', 'TotalOrder'],
};

/** What is left when the one toggle is mended. */
const LEFT: Readonly<Record<string, readonly string[]>> = {
  // Two of three disks are wiped in either behaviour; the mended one elects nobody with them.
  'ZOOKEEPER-261': ['CommittedStaysCommitted'],
  // Its log thread goes on past the vote: S1 has /lost on disk, and does not know, ZOOKEEPER-2845.
  'ZOOKEEPER-1154': ['ProcessConsistency'],
  // These releases acknowledge NEWLEADER before the disk, ZOOKEEPER-3911.
  'ZOOKEEPER-2355': ['DurableAck', 'EpochSupportsHistory'],
  'ZOOKEEPER-2845': ['DurableAck', 'EpochSupportsHistory'],
  // The epoch before the transactions of the sync, ZOOKEEPER-4643.
  'ZOOKEEPER-3526': ['EpochSupportsHistory'],
  'ZOOKEEPER-5094': ['DurableAck', 'EpochSupportsHistory'],
};

describe('bugs of the past', () => {
  it.each(BUGS.map((bug) => [bug.jira, bug] as const))(
    '%s breaks what it is known for',
    (jira, { scenario, mended }) => {
      const old = brokenIn(scenario, LONG);
      const now = brokenIn({ ...scenario, toggles: { ...scenario.toggles, ...mended } }, LONG);
      expect([old, now]).toEqual([BY_BUG[jira] ?? [], LEFT[jira] ?? []]);
    },
  );

  it('ZOOKEEPER-4541: what the log thread writes too late is an ephemeral of a session that ends meanwhile', () => {
    const operation = {
      op: 'create',
      path: '/mine',
      data: '',
      dataLength: 0,
      ephemeral: true,
      sequential: false,
    } as const;
    const scenario = bugScenario({
      id: 'zk-4541',
      title: '',
      profile: '3.9.2',
      script: [
        start(0, 1, 2, 3),
        connect(1000, 'ann', 3),
        slowDisk(1200, 1, 300),
        create(1300, 'ann', '/w'),
        cut(1325, 3, 2),
        [{ at: 1330, action: { do: 'call', client: 'ann', operation } }],
        kill(1365, 3),
        slowDisk(2000, 1, 2),
        connect(6000, 'bob', 2),
        create(6200, 'bob', '/y'),
        kill(6500, 1),
        start(6600, 1),
      ],
    });
    const mended = { ...scenario, toggles: { flushSyncThreadBeforeFastForward: true } };
    expect(brokenIn(scenario, 30_000)).toContain('EphemeralsEnd');
    expect(brokenIn(mended, 30_000)).toEqual([]);
  });
});
