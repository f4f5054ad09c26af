/** What a scenario and an action look like as JSON. A word that is not known is a problem: it was meant to do something. */
import * as v from 'valibot';
import type { Action } from '../sim/action.ts';
import type { Occurrence } from '../sim/occurrence.ts';
import type { Operation } from '../zookeeper/client/operations.ts';
import { understandBy } from '../zookeeper/client/shell.ts';
import type { StrangersWords } from '../zookeeper/client/stranger.ts';
import { zkCli } from '../zookeeper/client/zkcli.ts';
import type { Behaviour } from '../zookeeper/config/behaviour.ts';
import { type Profile, PROFILES } from '../zookeeper/config/profiles.ts';
import type { Service } from '../zookeeper/config/service.ts';
import type { Timing } from '../zookeeper/config/ensemble.ts';
import { COUNTER_MAX, type Epoch, type Round, type SessionId, type Zxid, sidOf } from '../zookeeper/ids.ts';
import type { WriteKind } from '../zookeeper/notes.ts';
import { PACKET_FAMILY, type PacketType } from '../zookeeper/packets.ts';
import type { GivenDisk } from './given-disk.ts';
import type { Scenario } from './scenario.ts';

// Whatever is decoded may hold lines that were typed.
understandBy(zkCli);

const text = v.pipe(v.string(), v.maxLength(1000));
const millis = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000));
const positive = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000_000));
const version = v.pipe(v.number(), v.integer(), v.minValue(-1));
export const sid = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000), v.transform(sidOf));

/** With these fields and no others. To valibot alone a list is an object too, with all its fields absent. */
export const record = <Entries extends v.ObjectEntries>(entries: Entries) =>
  v.pipe(
    v.unknown(),
    v.rawCheck(({ dataset, addIssue }) => {
      if (Array.isArray(dataset.value)) addIssue({ expected: 'Object', received: 'Array' });
    }),
    v.strictObject(entries),
  );

const weight = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));
const groups = v.pipe(v.array(v.pipe(v.array(sid), v.minLength(1))), v.minLength(1));

const written = { path: text, data: text, dataLength: millis };
const aclSchema = v.pipe(
  v.array(record({ perms: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(31)), scheme: text, id: text })),
  v.maxLength(100),
);
const watcherType = v.picklist(['DATA', 'CHILDREN', 'PERSISTENT', 'PERSISTENT_RECURSIVE', 'ANY']);
const created = { ...written, acl: v.exactOptional(aclSchema) };
const kinds = { ephemeral: v.boolean(), sequential: v.boolean() };
const wholeFromNone = <T extends number>() =>
  v.pipe(
    v.number(),
    v.safeInteger(),
    v.minValue(-1),
    v.transform((value) => value as T),
  );
export const operationSchema: v.GenericSchema<unknown, Operation> = v.variant('op', [
  v.strictObject({ op: v.picklist(['create', 'create2']), ...created, ...kinds }),
  v.strictObject({ op: v.literal('createContainer'), ...created }),
  v.strictObject({ op: v.literal('createTTL'), ...created, sequential: v.boolean(), ttlMillis: millis }),
  v.strictObject({ op: v.literal('delete'), path: text, version }),
  v.strictObject({ op: v.literal('setData'), ...written, version }),
  v.strictObject({ op: v.picklist(['getData', 'exists', 'getChildren']), path: text, watch: v.boolean() }),
  v.strictObject({
    op: v.picklist(['sync', 'getACL', 'getEphemerals', 'getAllChildrenNumber', 'deleteContainer']),
    path: text,
  }),
  v.strictObject({ op: v.literal('setACL'), path: text, acl: aclSchema, version }),
  v.strictObject({ op: v.literal('check'), path: text, version }),
  v.strictObject({ op: v.literal('addWatch'), path: text, mode: v.picklist(['PERSISTENT', 'PERSISTENT_RECURSIVE']) }),
  v.strictObject({ op: v.literal('removeWatches'), path: text, type: watcherType, local: v.boolean() }),
  v.strictObject({ op: v.literal('checkWatches'), path: text, type: watcherType }),
  v.strictObject({
    op: v.literal('reconfig'),
    joining: v.array(record({ sid, observer: v.boolean() })),
    leaving: v.array(sid),
    fromConfig: wholeFromNone<Zxid>(),
    members: v.exactOptional(v.array(record({ sid, observer: v.boolean(), weight: v.exactOptional(weight) }))),
    groups: v.exactOptional(groups),
  }),
  v.strictObject({ op: v.literal('whoAmI') }),
  v.strictObject({ op: v.literal('auth'), scheme: text, auth: text }),
  v.strictObject({ op: v.picklist(['multi', 'multiRead']), operations: v.array(v.lazy(() => operationSchema)) }),
  v.strictObject({ op: v.literal('createSession'), timeoutMillis: millis }),
  v.strictObject({ op: v.literal('closeSession') }),
]);

const zxidCounter = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(COUNTER_MAX));

/** Zxids as the numbers they are inside: epoch · 2^32 + counter. */
const strangersWords: v.GenericSchema<unknown, StrangersWords> = v.variant('kind', [
  v.strictObject({ kind: v.literal('malformed'), flaw: v.picklist(['tooShort', 'configLength']) }),
  v.strictObject({
    kind: v.literal('vote'),
    state: v.picklist(['LOOKING', 'FOLLOWING', 'LEADING', 'OBSERVING']),
    leader: sid,
    zxid: wholeFromNone<Zxid>(),
    peerEpoch: wholeFromNone<Epoch>(),
    electionEpoch: wholeFromNone<Round>(),
  }),
]);

const writeKind: v.GenericSchema<unknown, WriteKind> = v.picklist([
  'acceptedEpoch',
  'currentEpoch',
  'updatingEpoch',
  'txns',
  'config',
  'truncate',
  'snapshotStart',
  'purge',
  'snapshot',
]);
const CLOCK_MILLIS_MAX = 1_000_000_000;

export const zxidInHex = v.pipe(v.string(), v.regex(/^0x[0-9a-f]{1,16}$/));
const sessionInHex = v.pipe(v.string(), v.regex(/^0x[0-9a-f]{1,16}$/));
export const occurrenceSchema: v.GenericSchema<unknown, Occurrence> = v.variant('event', [
  v.strictObject({
    event: v.literal('receives'),
    server: sid,
    packet: v.picklist(Object.keys(PACKET_FAMILY) as PacketType[]),
    from: v.exactOptional(sid),
    zxid: v.exactOptional(zxidInHex),
  }),
  v.strictObject({ event: v.literal('writes'), server: sid, write: writeKind }),
  v.strictObject({
    event: v.literal('becomes'),
    server: sid,
    state: v.exactOptional(v.picklist(['LOOKING', 'FOLLOWING', 'LEADING', 'OBSERVING'])),
    zabState: v.exactOptional(v.picklist(['ELECTION', 'DISCOVERY', 'SYNCHRONIZATION', 'BROADCAST'])),
  }),
  v.strictObject({ event: v.picklist(['proposes', 'commits']), server: sid, zxid: v.exactOptional(zxidInHex) }),
  v.strictObject({ event: v.literal('counts'), server: sid, acks: positive, zxid: v.exactOptional(zxidInHex) }),
]);

const end = v.union([sid, v.pipe(text, v.minLength(1))]);
const message = {
  from: end,
  to: end,
  packet: v.picklist([...(Object.keys(PACKET_FAMILY) as PacketType[]), 'dial', 'answer', 'end']),
  number: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000)),
};

export const actionSchema: v.GenericSchema<unknown, Action> = v.variant('do', [
  v.strictObject({ do: v.picklist(['start', 'kill', 'stop', 'freeze', 'thaw', 'wipe']), server: sid }),
  v.strictObject({ do: v.literal('slowDisk'), server: sid, millis }),
  v.strictObject({
    do: v.literal('failDisk'),
    server: sid,
    because: v.picklist(['full', 'error']),
    write: v.exactOptional(writeKind),
    times: v.exactOptional(positive),
  }),
  v.strictObject({ do: v.literal('mendDisk'), server: sid }),
  v.strictObject({
    do: v.literal('killAtFlush'),
    server: sid,
    side: v.picklist(['before', 'after']),
    write: v.exactOptional(writeKind),
    nth: v.exactOptional(positive),
  }),
  v.strictObject({ do: v.literal('loseTail'), server: sid, count: positive }),
  v.strictObject({
    do: v.literal('setClock'),
    server: sid,
    offsetMillis: v.pipe(v.number(), v.integer(), v.minValue(-CLOCK_MILLIS_MAX), v.maxValue(CLOCK_MILLIS_MAX)),
  }),
  v.strictObject({ do: v.picklist(['cut', 'heal']), from: sid, to: sid }),
  v.strictObject({ do: v.literal('partition'), groups: v.array(v.array(sid)) }),
  v.strictObject({ do: v.literal('healAll') }),
  v.strictObject({ do: v.literal('latency'), from: sid, to: sid, millis }),
  v.strictObject({
    do: v.literal('loss'),
    from: sid,
    to: sid,
    percent: v.pipe(v.number(), v.minValue(0), v.maxValue(100)),
  }),
  v.strictObject({ do: v.literal('dropMessage'), ...message }),
  v.strictObject({ do: v.literal('delayMessage'), ...message, millis: positive }),
  v.strictObject({ do: v.literal('hurryMessage'), ...message, millis: v.exactOptional(positive) }),
  v.strictObject({
    do: v.literal('connect'),
    client: text,
    server: sid,
    timeoutMillis: millis,
    canBeReadOnly: v.exactOptional(v.boolean()),
    hosts: v.exactOptional(v.pipe(v.array(sid), v.minLength(1), v.maxLength(100))),
    claim: v.exactOptional(
      record({
        sessionId: v.pipe(
          sessionInHex,
          v.transform((value) => value as SessionId),
        ),
        password: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
      }),
    ),
  }),
  v.strictObject({ do: v.literal('killClient'), client: text }),
  v.strictObject({ do: v.literal('stranger'), client: text, server: sid, as: sid, says: strangersWords }),
  v.strictObject({ do: v.literal('skipZxids'), server: sid, counter: zxidCounter }),
  v.strictObject({ do: v.literal('resetStats'), server: sid, by: v.picklist(['srst', 'crst', 'stat_reset']) }),
  v.strictObject({
    do: v.literal('setTraceMask'),
    server: sid,
    mask: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  }),
  v.strictObject({ do: v.literal('takeSnapshot'), server: sid }),
  v.strictObject({ do: v.literal('restoreSnapshot'), server: sid, of: sid }),
  v.strictObject({
    do: v.literal('shedConnections'),
    server: sid,
    percent: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)),
  }),
  v.strictObject({
    do: v.literal('hold'),
    until: occurrenceSchema,
    nth: v.exactOptional(positive),
    action: v.lazy(() => actionSchema),
  }),
  v.strictObject({ do: v.literal('type'), client: text, line: text }),
  v.strictObject({ do: v.literal('call'), client: text, operation: operationSchema }),
]);

/** -1 leaves it to the tick, or switches it off. */
const orNone = v.pipe(v.number(), v.integer(), v.minValue(-1));
const timingFields = {
  tickMillis: positive,
  initLimitTicks: positive,
  syncLimitTicks: positive,
  connectToLearnerMasterLimitTicks: millis,
  finalizeWaitMillis: millis,
  cnxTimeoutMillis: positive,
  leaderConnectDelayMillis: millis,
  newLeaderAckDelayMillis: millis,
  snapStepMillis: millis,
  observerElectionDelayMillis: millis,
  minSessionTimeoutMillis: orNone,
  maxSessionTimeoutMillis: orNone,
  snapCount: positive,
  commitLogCount: millis,
  snapshotSizeFactor: v.pipe(v.number(), v.minValue(-1), v.maxValue(1000)),
  preAllocSizeKb: positive,
} as const satisfies Record<keyof Timing, v.GenericSchema<number>>;

const ownTimingSchema: v.GenericSchema<unknown, Partial<Timing>> = record({
  tickMillis: v.exactOptional(timingFields.tickMillis),
  initLimitTicks: v.exactOptional(timingFields.initLimitTicks),
  syncLimitTicks: v.exactOptional(timingFields.syncLimitTicks),
  connectToLearnerMasterLimitTicks: v.exactOptional(timingFields.connectToLearnerMasterLimitTicks),
  finalizeWaitMillis: v.exactOptional(timingFields.finalizeWaitMillis),
  cnxTimeoutMillis: v.exactOptional(timingFields.cnxTimeoutMillis),
  leaderConnectDelayMillis: v.exactOptional(timingFields.leaderConnectDelayMillis),
  newLeaderAckDelayMillis: v.exactOptional(timingFields.newLeaderAckDelayMillis),
  snapStepMillis: v.exactOptional(timingFields.snapStepMillis),
  observerElectionDelayMillis: v.exactOptional(timingFields.observerElectionDelayMillis),
  minSessionTimeoutMillis: v.exactOptional(timingFields.minSessionTimeoutMillis),
  maxSessionTimeoutMillis: v.exactOptional(timingFields.maxSessionTimeoutMillis),
  snapCount: v.exactOptional(timingFields.snapCount),
  commitLogCount: v.exactOptional(timingFields.commitLogCount),
  snapshotSizeFactor: v.exactOptional(timingFields.snapshotSizeFactor),
  preAllocSizeKb: v.exactOptional(timingFields.preAllocSizeKb),
});

export const togglesSchema: v.GenericSchema<unknown, Partial<Behaviour>> = record({
  newleaderOrder: v.exactOptional(v.picklist(['A', 'B', 'C', 'D', 'E'])),
  diffSnapshotOnNewleader: v.exactOptional(v.boolean()),
  snapFsync: v.exactOptional(v.boolean()),
  discardDbOnInterruptedTrunc: v.exactOptional(v.boolean()),
  dbAutocreate: v.exactOptional(v.boolean()),
  epochAtomicWrite: v.exactOptional(v.picklist(['none', 'updatingEpoch', 'temporaryFile'])),
  votesTotallyOrdered: v.exactOptional(v.boolean()),
  leadsInOwnRoundOnly: v.exactOptional(v.boolean()),
  epochAboveAccepted: v.exactOptional(v.boolean()),
  truncBeforeDiff: v.exactOptional(v.boolean()),
  diffKeepsZxid: v.exactOptional(v.boolean()),
  epochFiles: v.exactOptional(v.boolean()),
  epochFileFirst: v.exactOptional(v.boolean()),
  discardDbAheadOfLog: v.exactOptional(v.boolean()),
  strictCommitOrder: v.exactOptional(v.boolean()),
  asyncElectionConnect: v.exactOptional(v.boolean()),
  malformedSkip: v.exactOptional(v.boolean()),
  voteEqualityLoose: v.exactOptional(v.boolean()),
  outOfElectionPlaceholder: v.exactOptional(v.boolean()),
  oracle: v.exactOptional(v.picklist(['absent', 'refuses', 'grants'])),
  maxTimeToWaitForEpochMillis: v.exactOptional(orNone),
  rolloverGuard: v.exactOptional(v.boolean()),
  existsChecksAcl: v.exactOptional(v.boolean()),
  watchChecksAcl: v.exactOptional(v.boolean()),
  watchEventZxid: v.exactOptional(v.boolean()),
  validLeaderCheck: v.exactOptional(v.boolean()),
  ackepochMinusOneExcluded: v.exactOptional(v.boolean()),
  syncTxnsEnterCommittedLog: v.exactOptional(v.boolean()),
  rejectDiscontinuousSync: v.exactOptional(v.boolean()),
  flushSyncThreadBeforeFastForward: v.exactOptional(v.boolean()),
  criticalThread: v.exactOptional(v.picklist(['exits', 'ignored', 'endsRole'])),
  fastForwardOnShutdown: v.exactOptional(v.boolean()),
  neg1Rule: v.exactOptional(v.boolean()),
  checkLeaderInRecvset: v.exactOptional(v.boolean()),
  syncTxnLog: v.exactOptional(v.boolean()),
  crossEpochTruncCheck: v.exactOptional(v.boolean()),
  newEpochZxidRule: v.exactOptional(v.boolean()),
  newLeaderBehindSnapshot: v.exactOptional(v.boolean()),
  observerMasters: v.exactOptional(v.boolean()),
  observerMasterTakesPending: v.exactOptional(v.boolean()),
  readOnlySessionsLocal: v.exactOptional(v.boolean()),
  notificationMinMillis: v.exactOptional(positive),
  notificationMaxMillis: v.exactOptional(positive),
  configNode: v.exactOptional(v.picklist(['absent', 'open', 'readOnly'])),
  treeDigest: v.exactOptional(v.boolean()),
  adminSnapshots: v.exactOptional(v.boolean()),
  adminShedsConnections: v.exactOptional(v.boolean()),
});

const serviceSchema: v.GenericSchema<unknown, Partial<Service>> = record({
  enforceQuota: v.exactOptional(v.boolean()),
  extendedTypesEnabled: v.exactOptional(v.boolean()),
  skipACL: v.exactOptional(v.boolean()),
  superDigest: v.exactOptional(text),
  localSessionsEnabled: v.exactOptional(v.boolean()),
  localSessionsUpgradingEnabled: v.exactOptional(v.boolean()),
  syncEnabled: v.exactOptional(v.boolean()),
  readOnlyModeEnabled: v.exactOptional(v.boolean()),
  observerMasterPort: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65_535))),
  observerReconnectDelayMillis: v.exactOptional(millis),
  containerCheckIntervalMillis: v.exactOptional(positive),
  containerMaxPerMinute: v.exactOptional(positive),
  containerMaxNeverUsedIntervalMillis: v.exactOptional(millis),
  standaloneEnabled: v.exactOptional(v.boolean()),
  leaderServes: v.exactOptional(v.boolean()),
  globalOutstandingLimit: v.exactOptional(millis),
  requestThrottleMaxRequests: v.exactOptional(millis),
  maxClientCnxns: v.exactOptional(millis),
  maxBatchSize: v.exactOptional(millis),
  flushDelayMillis: v.exactOptional(millis),
  forceSync: v.exactOptional(v.boolean()),
  maxConcurrentSnapSyncs: v.exactOptional(positive),
  maxConcurrentDiffSyncs: v.exactOptional(positive),
  snapSizeLimitInKb: v.exactOptional(millis),
  snapRetainCount: v.exactOptional(positive),
  purgeIntervalHours: v.exactOptional(millis),
});

const epoch = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(0),
  v.maxValue(2 ** 21 - 1),
  v.transform((value) => value as Epoch),
);
const diskSchema: v.GenericSchema<unknown, GivenDisk> = record({
  acceptedEpoch: v.exactOptional(epoch),
  currentEpoch: v.exactOptional(epoch),
  txns: v.exactOptional(
    v.array(record({ zxid: zxidInHex, session: v.exactOptional(sessionInHex), operation: operationSchema })),
  ),
  snapshots: v.exactOptional(v.array(zxidInHex)),
  logFiles: v.exactOptional(v.array(zxidInHex)),
});

/** With every field; `defaults.ts` fills in what a file left out. */
export const scenarioSchema: v.GenericSchema<unknown, Scenario> = record({
  version: v.literal(1),
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/)),
  title: text,
  seed: v.pipe(v.number(), v.safeInteger()),
  profile: v.picklist(Object.keys(PROFILES) as Profile[]),
  toggles: togglesSchema,
  service: v.exactOptional(serviceSchema),
  servers: v.pipe(
    v.array(
      record({
        sid,
        observer: v.exactOptional(v.boolean()),
        unlisted: v.exactOptional(v.boolean()),
        knows: v.exactOptional(v.pipe(v.array(sid), v.minLength(1), v.maxLength(255))),
        weight: v.exactOptional(weight),
        timing: v.exactOptional(ownTimingSchema),
        toggles: v.exactOptional(togglesSchema),
        disk: v.exactOptional(diskSchema),
      }),
    ),
    v.minLength(1),
    v.maxLength(255),
  ),
  reconfigEnabled: v.exactOptional(v.boolean()),
  groups: v.exactOptional(groups),
  timing: record(timingFields),
  network: record({
    latencyMillis: millis,
    jitterMillis: millis,
    links: v.array(record({ between: v.tuple([sid, sid]), latencyMillis: millis })),
  }),
  diskMillis: millis,
  script: v.array(record({ at: millis, action: actionSchema })),
});
