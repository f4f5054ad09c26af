/**
 * What each release did, as profiles: from the newest state of a line back to its oldest, an entry names what it does
 * otherwise than the next newer one. Lines that were kept side by side got the same fixes at different times.
 */
import { type Behaviour, NEWEST } from './behaviour.ts';

const R3_9_3: Behaviour = { ...NEWEST, rejectDiscontinuousSync: false, syncTxnsEnterCommittedLog: false };
const R3_9_2: Behaviour = {
  ...R3_9_3,
  newleaderOrder: 'D',
  syncTxnsEnterCommittedLog: true,
  flushSyncThreadBeforeFastForward: false,
};
const R3_9_0: Behaviour = { ...R3_9_2, newleaderOrder: 'C', existsChecksAcl: false, watchChecksAcl: false };

const R3_8_5: Behaviour = { ...R3_9_2, watchEventZxid: false, adminSnapshots: false };
const R3_8_0: Behaviour = { ...R3_9_0, watchEventZxid: false, adminSnapshots: false };

const R3_7_1: Behaviour = R3_8_0;
const R3_7_0: Behaviour = { ...R3_7_1, epochAtomicWrite: 'none' };

const R3_6_3: Behaviour = { ...R3_7_1, readOnlySessionsLocal: false };
const R3_6_1: Behaviour = {
  ...R3_6_3,
  newleaderOrder: 'B',
  snapFsync: false,
  epochAtomicWrite: 'none',
  epochFileFirst: false,
};
const R3_6_0: Behaviour = { ...R3_6_1, malformedSkip: false, asyncElectionConnect: false };

const R3_5_10: Behaviour = {
  ...R3_6_3,
  neg1Rule: false,
  checkLeaderInRecvset: false,
  ackepochMinusOneExcluded: false,
  observerMasters: false,
  treeDigest: false,
};
const R3_5_9: Behaviour = { ...R3_5_10, snapFsync: false, epochAtomicWrite: 'none' };
const R3_5_8: Behaviour = { ...R3_5_9, newleaderOrder: 'B' };
const R3_5_5: Behaviour = { ...R3_5_8, malformedSkip: false, asyncElectionConnect: false, epochFileFirst: false };
const R3_5_4: Behaviour = {
  ...R3_5_5,
  voteEqualityLoose: false,
  outOfElectionPlaceholder: true,
  newLeaderBehindSnapshot: false,
};
const R3_5_3: Behaviour = { ...R3_5_4, fastForwardOnShutdown: false, validLeaderCheck: false, diffKeepsZxid: false };
const R3_5_0: Behaviour = { ...R3_5_3, diffSnapshotOnNewleader: true, criticalThread: 'ignored', configNode: 'open' };

const R3_4_13: Behaviour = {
  ...R3_5_5,
  newleaderOrder: 'A',
  epochAtomicWrite: 'updatingEpoch',
  syncTxnLog: false,
  crossEpochTruncCheck: false,
  newEpochZxidRule: false,
  newLeaderBehindSnapshot: false,
  strictCommitOrder: false,
  configNode: 'absent',
};
const R3_4_12: Behaviour = { ...R3_4_13, validLeaderCheck: false };
const R3_4_11: Behaviour = { ...R3_4_12, fastForwardOnShutdown: false };
const R3_4_10: Behaviour = { ...R3_4_11, diffKeepsZxid: false };
const R3_4_9: Behaviour = { ...R3_4_10, diffSnapshotOnNewleader: true };
const R3_4_6: Behaviour = { ...R3_4_9, criticalThread: 'exits' };
const R3_4_4: Behaviour = { ...R3_4_6, newleaderOrder: 'B', epochAtomicWrite: 'none', voteEqualityLoose: false };
const R3_4_3: Behaviour = { ...R3_4_4, rolloverGuard: false, votesTotallyOrdered: false, leadsInOwnRoundOnly: false };
const R3_4_0: Behaviour = { ...R3_4_3, epochAboveAccepted: false };

/**
 * By release: a line alone (`3.9`) is its latest patch, any other name the first release that behaves so.
 * Scenarios and links name them, so a name stays what it is.
 */
export const PROFILES = {
  '3.9': NEWEST,
  '3.9.3': R3_9_3,
  '3.9.2': R3_9_2,
  '3.9.0': R3_9_0,
  '3.8': R3_8_5,
  /** The release the recordings were made with; the same up to 3.8.3; 3.8.4 differs in who may see what. */
  '3.8.0': R3_8_0,
  '3.7': R3_7_1,
  '3.7.0': R3_7_0,
  '3.6': R3_6_3,
  '3.6.1': R3_6_1,
  '3.6.0': R3_6_0,
  '3.5': R3_5_10,
  '3.5.9': R3_5_9,
  '3.5.8': R3_5_8,
  '3.5.5': R3_5_5,
  '3.5.4': R3_5_4,
  '3.5.3': R3_5_3,
  '3.5.0': R3_5_0,
  '3.4': R3_4_13,
  '3.4.12': R3_4_12,
  '3.4.11': R3_4_11,
  '3.4.10': R3_4_10,
  '3.4.9': R3_4_9,
  '3.4.6': R3_4_6,
  '3.4.4': R3_4_4,
  '3.4.3': R3_4_3,
  '3.4.0': R3_4_0,
} as const satisfies Record<string, Behaviour>;

export type Profile = keyof typeof PROFILES;

/** The very release that a profile stands for: of a line its latest patch. */
export function releaseOf(profile: Profile): string {
  return LATEST[profile] ?? profile;
}

const LATEST: Partial<Record<Profile, string>> = {
  '3.9': '3.9.4',
  '3.8': '3.8.5',
  '3.7': '3.7.1',
  '3.6': '3.6.3',
  '3.5': '3.5.10',
  '3.4': '3.4.13',
};

/** A profile with single toggles changed. */
export function behaviourOf(profile: Profile, toggles: Partial<Behaviour>): Behaviour {
  return { ...PROFILES[profile], ...toggles };
}
