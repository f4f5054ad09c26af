/** English for putting an ensemble together: servers, clocks and limits, behaviour, zoo.cfg. */
import type { Behaviour } from '../zookeeper/config/behaviour.ts';
import type { Timing } from '../zookeeper/config/ensemble.ts';
import { formatsOf } from './message.ts';

const { and, plural } = formatsOf('en');

const members = (voters: number, observers: number): string => {
  const parts = [plural(voters, { one: '# voter', other: '# voters' })];
  if (observers > 0) parts.push(plural(observers, { one: '# observer', other: '# observers' }));
  return and(parts);
};

export const enEnsemble = {
  title: 'Ensemble',
  close: 'Close without a new run',
  sections: { servers: 'Servers', timing: 'Clocks and limits', behaviour: 'Behaviour', zooCfg: 'zoo.cfg' },
  sectionsName: 'Parts of the ensemble',
  run: 'Run',
  runHint: 'Opens a new run. The one on show stays in the menu of scenarios, as you left it.',
  scenarioTitle: (voters: number, observers: number) => `Own ensemble: ${members(voters, observers)}`,

  servers: {
    id: 'id',
    idOf: (row: number) => `Id of server ${row}`,
    role: 'Role',
    roleOf: (sid: number) => `Role of server ${sid}`,
    voter: 'voter',
    observer: 'observer',
    group: 'Group',
    groupOf: (sid: number) => `Group of server ${sid}`,
    weight: 'Weight',
    weightOf: (sid: number) => `Weight of server ${sid}`,
    removeColumn: 'Remove',
    remove: (sid: number) => `Remove server ${sid}`,
    add: 'Add a voter',
    addObserver: 'Add an observer',
    grouped: 'Count quorums by groups',
    reconfig: 'Clients may change the ensemble while it runs (reconfigEnabled)',
    counts: (voters: number, observers: number) => members(voters, observers),
    majority: (quorum: number, spare: number) =>
      `A quorum is ${quorum}; ${spare === 0 ? 'no failure is tolerated' : plural(spare, { one: '# failure is tolerated', other: '# failures are tolerated' })}.`,
    byGroups: 'A quorum is a majority of weight in a majority of groups.',
    steps: 'What happens',
    stepsNames: {
      kept: 'The steps of the present run',
      together: 'All servers start together, nothing else',
      oneByOne: 'The servers start one by one, nothing else',
    },
  },

  timing: {
    network: 'Network and disks',
    limits: 'zoo.cfg',
    names: {
      tickMillis: 'tickTime (ms)',
      initLimitTicks: 'initLimit (ticks)',
      syncLimitTicks: 'syncLimit (ticks)',
      connectToLearnerMasterLimitTicks: 'connectToLearnerMasterLimit (ticks)',
      finalizeWaitMillis: 'finalizeWait (ms)',
      cnxTimeoutMillis: 'cnxTimeout (ms)',
      leaderConnectDelayMillis: 'leaderConnectDelayDuringRetryMs',
      newLeaderAckDelayMillis: 'Delay of the NEWLEADER ack (ms)',
      observerElectionDelayMillis: 'observer.election.DelayMs',
      minSessionTimeoutMillis: 'minSessionTimeout (ms)',
      maxSessionTimeoutMillis: 'maxSessionTimeout (ms)',
      snapCount: 'snapCount',
      commitLogCount: 'commitLogCount',
      snapshotSizeFactor: 'snapshotSizeFactor',
      preAllocSizeKb: 'preAllocSize (kB)',
    } satisfies Record<keyof Timing, string>,
    meanings: {
      tickMillis: 'the unit of the limits',
      initLimitTicks: 'to connect to a leader and be brought up to date',
      syncLimitTicks: 'of silence between a leader and who follows it',
      connectToLearnerMasterLimitTicks: 'to reach the leader; 0: initLimit',
      finalizeWaitMillis: 'an elected server waits so long for a better vote',
      cnxTimeoutMillis: 'to reach another server’s election port',
      leaderConnectDelayMillis: 'between attempts to reach the leader',
      newLeaderAckDelayMillis: 'a busy machine takes longer',
      observerElectionDelayMillis: 'an observer looks again after a part of it',
      minSessionTimeoutMillis: 'of what a client may ask for; −1: 2 ticks',
      maxSessionTimeoutMillis: 'of what a client may ask for; −1: 20 ticks',
      snapCount: 'transactions between snapshots',
      commitLogCount: 'transactions a leader can send as DIFF from memory',
      snapshotSizeFactor: 'how much log may be sent instead of a snapshot',
      preAllocSizeKb: 'a log file grows by so much',
    } satisfies Record<keyof Timing, string>,
    latency: 'Latency, one way (ms)',
    latencyMeaning: 'of every link that has none of its own',
    jitter: 'Jitter (ms)',
    jitterMeaning: 'a packet takes up to so much longer',
    disk: 'Flush (ms)',
    diskMeaning: 'until a write is on disk',
    seed: 'Seed',
    seedMeaning: 'another number, other chances',
  },

  behaviour: {
    profile: 'Behaves as release',
    search: 'Search what differs between releases',
    found: (count: number) => plural(count, { one: '# found', other: '# found' }),
    own: 'differs from the release',
    reset: (name: string) => `${name} as the release has it`,
    on: 'on',
    off: 'off',
    meanings: {
      neg1Rule: 'A server without a database takes part in no vote.',
      checkLeaderInRecvset: 'Looks for the leader’s own word among this round’s votes.',
      validLeaderCheck: 'Votes for a server that is no voter are dropped.',
      asyncElectionConnect: 'Dials other servers side by side, so that a dead one delays nobody.',
      malformedSkip: 'A malformed notification is skipped; off, it ends the thread that hears votes.',
      voteEqualityLoose: 'Settled votes are equal when leader and peerEpoch are.',
      outOfElectionPlaceholder: 'An older mend of the same: settled votes carry zxid and round −1.',
      oracle: 'With two voters: an outside judge grants one of them a quorum alone, or refuses.',
      notificationMinMillis: 'First wait before a vote is sent again (ms).',
      notificationMaxMillis: 'Longest wait before a vote is sent again (ms).',
      maxTimeToWaitForEpochMillis: 'A leader without its epoch’s quorum gives up after this; −1: waits on (ms).',
      ackepochMinusOneExcluded: 'A learner without a database does not count for the epoch.',
      syncTxnLog: 'A leader may send a DIFF from its log on disk, not from memory alone.',
      crossEpochTruncCheck: 'A TRUNC found on the way through a log never crosses an epoch.',
      newEpochZxidRule: 'The first zxid of an epoch is never taken for a diverged transaction.',
      newleaderOrder: 'In which order a learner logs, writes its epoch and acknowledges at NEWLEADER.',
      diffSnapshotOnNewleader: 'A learner takes a snapshot at NEWLEADER after a DIFF too.',
      syncTxnsEnterCommittedLog: 'What a learner applies while it is synchronized can be sent on as DIFF.',
      rejectDiscontinuousSync: 'A gap in what a leader sends makes the learner look again.',
      snapFsync: 'A tree from an interrupted SNAP is thrown away.',
      discardDbOnInterruptedTrunc: 'The same for an interrupted TRUNC; in no release.',
      strictCommitOrder: 'Nothing is committed while the proposal before it is outstanding.',
      rolloverGuard: 'A full counter makes the leader step down instead of running into the epoch.',
      existsChecksAcl: 'exists needs READ.',
      watchChecksAcl: 'A watch tells nothing to whoever may not READ.',
      watchEventZxid: 'A watch event carries the zxid of its change.',
      dbAutocreate: 'A server with an empty disk begins with an empty database.',
      epochAtomicWrite: 'What a start makes of an epoch file that a crash left half written.',
      fastForwardOnShutdown: 'The next vote tells of all that is in the log.',
      criticalThread: 'What becomes of a server when a thread fails that it cannot do without.',
      flushSyncThreadBeforeFastForward: 'Before that, the log thread writes what it still has.',
    } satisfies Record<keyof Behaviour, string>,
  },

  zooCfg: {
    label: 'zoo.cfg',
    dynamic: 'The dynamic file',
    hint: 'The ensemble above, as zoo.cfg. Change it, or paste your own.',
    use: 'Take it over',
    used: 'Taken over.',
    copy: 'Copy',
    copied: 'Copied.',
    line: (line: number) => (line === 0 ? 'whole file' : `line ${line}`),
    error: 'error',
    warning: 'warning',
    fine: 'Nothing is wrong with it.',
    notSimulated: (names: readonly string[]) => `Without effect in the simulation: ${names.join(', ')}.`,
  },

  problems: {
    title: 'What keeps it from running',
    server: (row: number) => `Server ${row}`,
    step: (row: number) => `Step ${row}`,
    at: (place: string, what: string, remedy: string) => `${place} ${what}: ${remedy}.`,
    noVoters: 'Every server is an observer: make at least one a voter.',
    tooMany: (max: string) => `More than ${max} servers: remove some.`,
    evenVoters: (count: number) => `${count} voters tolerate no more failures than ${count - 1}.`,
  },
};

/** What every catalogue must have for it. */
export type EnsembleCatalogue = typeof enEnsemble;
