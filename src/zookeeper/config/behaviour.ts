/**
 * Version differences as data: a profile is a record of named toggles, and handlers read toggles, never
 * version numbers. What each means, and since when, is `protocol.md` §25; the names are the same.
 */

/** What a learner does, and in which order, when NEWLEADER arrives (Learner.syncWithLeader). */
export type NewLeaderOrder =
  /** 3.5.9–3.8.4, 3.9.0–3.9.1: currentEpoch first, then the listed transactions go to the log thread, then ACK without waiting for it. */
  | 'C'
  /** 3.9.3 and later: log, apply and flush what is committed, then currentEpoch, then ACK. */
  | 'E';

export interface Behaviour {
  readonly newleaderOrder: NewLeaderOrder;
  /** ZOOKEEPER-4925: transactions applied during sync are also kept in the committedLog. */
  readonly syncTxnsEnterCommittedLog: boolean;
  /** ZOOKEEPER-4925: a gap in the proposals of a sync sends the learner back to LOOKING instead of a warning. */
  readonly rejectDiscontinuousSync: boolean;
  /** ZOOKEEPER-4712: the log thread is drained before the database is fast-forwarded at shutdown. */
  readonly flushSyncThreadBeforeFastForward: boolean;
  /** ZOOKEEPER-2845: at shutdown the database is brought up to the end of the log on disk. */
  readonly fastForwardOnShutdown: boolean;
  /** 3.6: votes with zxid -1 are ignored. */
  readonly neg1Rule: boolean;
  /** 3.6: the leader of same-round FOLLOWING/LEADING votes is looked for in recvset, not outofelection. */
  readonly checkLeaderInRecvset: boolean;
  /** 3.5: a learner behind the committedLog may be synced from the log on disk. */
  readonly syncTxnLog: boolean;
  /** 3.5: a walk-decided TRUNC never crosses an epoch. */
  readonly crossEpochTruncCheck: boolean;
  /** 3.5: a zxid (E,0) is never taken for a divergent transaction. */
  readonly newEpochZxidRule: boolean;
  /** 3.6: the notification interval's bounds. */
  readonly notificationMinMillis: number;
  readonly notificationMaxMillis: number;
}

const LATEST: Behaviour = {
  newleaderOrder: 'E',
  syncTxnsEnterCommittedLog: true,
  rejectDiscontinuousSync: true,
  flushSyncThreadBeforeFastForward: true,
  fastForwardOnShutdown: true,
  neg1Rule: true,
  checkLeaderInRecvset: true,
  syncTxnLog: true,
  crossEpochTruncCheck: true,
  newEpochZxidRule: true,
  notificationMinMillis: 200,
  notificationMaxMillis: 60_000,
};

/** By release line. Scenarios and links name them, so a name stays what it is. */
export const PROFILES = {
  /** The 3.9 line at its latest patch (3.9.3 and later). */
  '3.9': LATEST,
  /** The release the recordings were made with. */
  '3.8.0': {
    ...LATEST,
    newleaderOrder: 'C',
    rejectDiscontinuousSync: false,
    flushSyncThreadBeforeFastForward: false,
  },
} as const satisfies Record<string, Behaviour>;

export type Profile = keyof typeof PROFILES;

/** A profile with single toggles changed. */
export function behaviourOf(profile: Profile, toggles: Partial<Behaviour>): Behaviour {
  return { ...PROFILES[profile], ...toggles };
}
