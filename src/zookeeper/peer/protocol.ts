/** ZooKeeper's types for the kernel: what its nodes are, keep, send and wait for. */
import type { ClientCommand, ClientState } from '../client/client.ts';
import type { NodeConfig, QuorumVerifier } from '../config/ensemble.ts';
import type { Txn } from '../database/txn.ts';
import type { Snapshot } from '../database/snapshot.ts';
import type { Epoch, Zxid } from '../ids.ts';
import type { Note } from '../notes.ts';
import type { Packet } from '../packets.ts';
import type { Durable } from './durable.ts';
import type { QuorumPeer } from './quorum-peer.ts';

export type Port =
  | 'election'
  | 'quorum'
  /** observerMasterPort: of followers, for observers. */
  | 'observerMaster'
  | 'client';

export type TimerName =
  /** FastLeaderElection's poll: the notification backoff, or the finalize wait. */
  | 'election'
  /** The leader's loop, each half tick. */
  | 'halfTick'
  /** A wait of at most initLimit for a quorum. */
  | 'quorumWait'
  /** A follower's next sign of life to the observers that it takes in. */
  | 'observerMasterPing'
  /** Next attempt to reach the leader, or the end of one. */
  | 'leaderConnect'
  /** The main thread of a learner gets to acknowledge NEWLEADER. */
  | 'newLeaderAck'
  /** An observer's pause before it looks for a leader again. */
  | 'observerDelay'
  /** The earliest end of a session, at the leader. */
  | 'sessionExpiry'
  /** The earliest end of a session that only this server knows. */
  | 'localSessionExpiry'
  /** The leader's next look for containers and TTL nodes, or the next deletion. */
  | 'containerCheck'
  /** A server that looks for a leader begins to serve reads. */
  | 'readOnly'
  /** The log thread waits no longer for more to flush together. */
  | 'logFlush'
  /** The next look for old files (DatadirCleanupManager). */
  | 'purge'
  /** A client's next sign of life. */
  | 'clientPing'
  /** A client that has lost its server goes on to the next. */
  | 'clientReconnect'
  /** The next step of sending a snapshot, by the learner's connection. */
  | `snapshot:${number}`
  /** Election dials give up after cnxTimeout. */
  | `dial:${number}`;

/** What the disk is asked for. Batches of the log thread come as `txns` for 'log', those of a sync for 'sync'. */
export type WriteContent =
  | { readonly kind: 'acceptedEpoch'; readonly epoch: Epoch; readonly purpose: 'boot' | 'leader' | 'learner' }
  | { readonly kind: 'currentEpoch'; readonly epoch: Epoch; readonly purpose: 'boot' | 'leader' | 'learner' }
  /** The marker of 3.4, created or deleted. */
  | { readonly kind: 'updatingEpoch'; readonly present: boolean; readonly purpose: 'boot' | 'learner' }
  /** `roll`: the first of them opens a new file. */
  | { readonly kind: 'txns'; readonly txns: readonly Txn[]; readonly roll: boolean; readonly purpose: 'log' | 'sync' }
  /** A dynamic configuration: the one in force, or the newest seen. */
  | {
      readonly kind: 'config';
      readonly file: 'current' | 'next';
      readonly config: QuorumVerifier;
      readonly purpose: 'config';
    }
  | { readonly kind: 'truncate'; readonly to: Zxid; readonly purpose: 'learner' }
  /** A snapshot's file is begun; what follows is that of the whole. */
  | { readonly kind: 'snapshotStart'; readonly zxid: Zxid; readonly purpose: 'snapCount' | 'admin' }
  /** Snapshots beyond the newest ones and the logs they need are deleted (PurgeTxnLog). */
  | { readonly kind: 'purge'; readonly retainCount: number; readonly purpose: 'purge' }
  | {
      readonly kind: 'snapshot';
      readonly snapshot: Snapshot;
      readonly purpose: 'boot' | 'leader' | 'learner' | 'snapCount' | 'admin';
    };

/** The same, and which role asked for it: a later role is not told. */
export type Write = WriteContent & { readonly role: number };

/** What sets counters to zero: a four-letter word, or a command of the admin server. */
export type StatsReset = 'srst' | 'crst' | 'stat_reset';

/** What an operator has a server do. */
export type OperatorCommand =
  | { readonly kind: 'resetStats'; readonly by: StatsReset }
  | { readonly kind: 'setTraceMask'; readonly mask: number }
  | { readonly kind: 'takeSnapshot' }
  /** The snapshot comes with it, as the body of the request. */
  | { readonly kind: 'restoreSnapshot'; readonly snapshot: Snapshot }
  | { readonly kind: 'shedConnections'; readonly percent: number };

export type ServerCommand =
  | OperatorCommand
  /** Done from inside the process: no operator can, but a test bench needs it. */
  | { readonly kind: 'skipZxids'; readonly counter: number };

export interface ZooKeeper {
  readonly Config: NodeConfig;
  readonly State: NodeState;
  readonly Durable: Durable;
  readonly Packet: Packet;
  readonly Write: Write;
  readonly Command: ClientCommand | ServerCommand;
  readonly Note: Note;
  readonly Timer: TimerName;
  readonly Port: Port;
}

export type NodeState = QuorumPeer | ClientState;
