/** What a server offers its clients and observers, and keeps of its files: zoo.cfg's keys that no vote depends on. */

export interface Service {
  /** Hard quotas are enforced (3.7). */
  readonly enforceQuota: boolean;
  /** TTL nodes may be made. */
  readonly extendedTypesEnabled: boolean;
  /** No access is checked. */
  readonly skipACL: boolean;
  /** The super user's `user:digest`; empty for nobody. */
  readonly superDigest: string;
  readonly localSessionsEnabled: boolean;
  readonly localSessionsUpgradingEnabled: boolean;
  /** Observers keep a log of their own; off, nothing of them is on disk but what a sync has written. */
  readonly syncEnabled: boolean;
  /** A server that finds no quorum serves reads to clients that are content with that (readonlymode.enabled). */
  readonly readOnlyModeEnabled: boolean;
  /** Where followers take observers in; 0: they do not, and observers go to the leader. */
  readonly observerMasterPort: number;
  /** An observer connects after a random part of this (zookeeper.observer.reconnectDelayMs). */
  readonly observerReconnectDelayMillis: number;
  /** How often the leader looks for containers and TTL nodes to delete, and how many it deletes a minute at most. */
  readonly containerCheckIntervalMillis: number;
  readonly containerMaxPerMinute: number;
  /** Containers that never had a child are deleted after this; 0 for never. */
  readonly containerMaxNeverUsedIntervalMillis: number;
  /** One voter alone is a standalone server; off, a quorum of one, which may be reached by a reconfig too. */
  readonly standaloneEnabled: boolean;
  /** The leader takes clients itself; off, whoever connects to it is dropped. */
  readonly leaderServes: boolean;
  /** Requests under way at all servers; a connection that asks beyond that is not read from for a while. */
  readonly globalOutstandingLimit: number;
  /** Requests that the throttler lets into the request processors together; 0 for any number. */
  readonly requestThrottleMaxRequests: number;
  /** Connections from one address; 0 for any number. */
  readonly maxClientCnxns: number;
  /** The log thread flushes at this many transactions at the latest; 0 for whatever waits. */
  readonly maxBatchSize: number;
  /** It waits so long at most, from its last flush, for more to flush together; 0 flushes as soon as nothing more waits. */
  readonly flushDelayMillis: number;
  /** Transactions count as logged once they are on the disk; off, once the operating system has them: who loses power loses them. */
  readonly forceSync: boolean;
  /** With so many learners being synchronized a leader sends observers no more snapshots, or no more transactions. */
  readonly maxConcurrentSnapSyncs: number;
  readonly maxConcurrentDiffSyncs: number;
  readonly snapSizeLimitInKb: number;
  /** So many snapshots are kept, and the logs they need; looked after every purgeInterval hours, 0 for never. */
  readonly snapRetainCount: number;
  readonly purgeIntervalHours: number;
}

export const DEFAULT_SERVICE: Service = {
  enforceQuota: false,
  extendedTypesEnabled: false,
  skipACL: false,
  superDigest: '',
  localSessionsEnabled: false,
  localSessionsUpgradingEnabled: false,
  syncEnabled: true,
  readOnlyModeEnabled: false,
  observerMasterPort: 0,
  observerReconnectDelayMillis: 0,
  containerCheckIntervalMillis: 60_000,
  containerMaxPerMinute: 10_000,
  containerMaxNeverUsedIntervalMillis: 0,
  standaloneEnabled: true,
  leaderServes: true,
  globalOutstandingLimit: 1000,
  requestThrottleMaxRequests: 0,
  maxClientCnxns: 60,
  maxBatchSize: 1000,
  flushDelayMillis: 0,
  forceSync: true,
  maxConcurrentSnapSyncs: 10,
  maxConcurrentDiffSyncs: 100,
  snapSizeLimitInKb: 4_194_304,
  snapRetainCount: 3,
  purgeIntervalHours: 0,
};
