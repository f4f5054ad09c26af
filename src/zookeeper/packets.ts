/** Everything that travels between servers, and between clients and servers, under ZooKeeper's own names. */
import type { NodeId } from '../kernel/process.ts';
import type { Answer, Operation } from './client/operations.ts';
import type { AuthId } from './database/acl.ts';
import type { QuorumVerifier } from './config/ensemble.ts';
import type { Txn } from './database/txn.ts';
import type { Epoch, Round, SessionId, Sid, Zxid } from './ids.ts';
import type { Snapshot } from './database/snapshot.ts';
import type { WatchEventType } from './database/watches.ts';

/** QuorumPeer.ServerState. */
export type ServerState = 'LOOKING' | 'FOLLOWING' | 'LEADING' | 'OBSERVING';
/** QuorumPeer.ZabState (3.6 and later show it). */
export type ZabState = 'ELECTION' | 'DISCOVERY' | 'SYNCHRONIZATION' | 'BROADCAST';
export type SyncMode = 'NONE' | 'DIFF' | 'TRUNC' | 'SNAP';
export type LearnerType = 'PARTICIPANT' | 'OBSERVER';

/** What the election port carries (FastLeaderElection.Notification). */
export interface Notification {
  readonly type: 'NOTIFICATION';
  readonly state: ServerState;
  readonly leader: Sid;
  readonly zxid: Zxid;
  readonly electionEpoch: Round;
  readonly peerEpoch: Epoch;
  /** The configuration its sender has in force; absent where servers cannot be reconfigured. */
  readonly config?: QuorumVerifier;
}

/** Bytes on an election connection that are no notification. */
export interface MalformedNotification {
  readonly type: 'MALFORMED';
  /** `tooShort`: less than 28 bytes. `configLength`: the part with the configuration is cut short, or claims a length that cannot be. */
  readonly flaw: 'tooShort' | 'configLength';
}

/** The first bytes on an election connection: who dials (QuorumCnxManager.InitialMessage). */
export interface InitialMessage {
  readonly type: 'INITIAL';
  readonly sid: Sid;
  /** Where its election port is; absent: it says no more than who it is (3.4). */
  readonly address?: NodeId;
}

/** What a learner forwards for its client. */
export interface ForwardedRequest {
  readonly sessionId: SessionId;
  readonly cxid: number;
  readonly operation: Operation;
  /** Who the client's connection has proved to be. */
  readonly authInfo: readonly AuthId[];
}

/** Packets of the quorum port (QuorumPacket), by the names that Leader gives their codes. */
export type QuorumPacket =
  | { readonly type: 'REQUEST'; readonly request: ForwardedRequest }
  | { readonly type: 'PROPOSAL'; readonly zxid: Zxid; readonly txn: Txn }
  | { readonly type: 'ACK'; readonly zxid: Zxid }
  | { readonly type: 'COMMIT'; readonly zxid: Zxid }
  /** PROPOSAL and COMMIT in one, for observers. */
  | { readonly type: 'INFORM'; readonly zxid: Zxid; readonly txn: Txn }
  | { readonly type: 'PING'; readonly zxid: Zxid; readonly touched: readonly SessionId[] }
  /** `valid` is null on the way to the leader. */
  | {
      readonly type: 'REVALIDATE';
      readonly sessionId: SessionId;
      readonly timeoutMillis: number;
      readonly valid: boolean | null;
    }
  /** The answer to a client's `sync` that the learner forwarded. */
  | { readonly type: 'SYNC'; readonly sessionId: SessionId; readonly cxid: number }
  /** COMMIT of a reconfig: from here on its configuration is in force, under the leader it designates. */
  | { readonly type: 'COMMITANDACTIVATE'; readonly zxid: Zxid; readonly designated: Sid }
  | { readonly type: 'INFORMANDACTIVATE'; readonly zxid: Zxid; readonly txn: Txn; readonly designated: Sid }
  /** `config`: the newest configuration its leader has seen, committed or not; absent where servers cannot be reconfigured. */
  | { readonly type: 'NEWLEADER'; readonly zxid: Zxid; readonly config?: QuorumVerifier }
  /** `configVersion`: of the configuration in force; absent where servers cannot be reconfigured. */
  | {
      readonly type: 'FOLLOWERINFO' | 'OBSERVERINFO';
      readonly sid: Sid;
      readonly acceptedEpoch: Epoch;
      readonly configVersion?: Zxid;
    }
  | { readonly type: 'UPTODATE' }
  | { readonly type: 'DIFF'; readonly zxid: Zxid }
  | { readonly type: 'TRUNC'; readonly zxid: Zxid }
  | { readonly type: 'SNAP'; readonly zxid: Zxid; readonly snapshot: Snapshot }
  | { readonly type: 'LEADERINFO'; readonly newEpoch: Epoch }
  /** `currentEpoch` is -1 when this epoch was already accepted: it then does not count. */
  | { readonly type: 'ACKEPOCH'; readonly lastZxid: Zxid; readonly currentEpoch: Epoch };

/** Packets between a client and its server. */
export type ClientPacket =
  | {
      readonly type: 'CONNECT';
      /** The client is content with a server that only reads. */
      readonly canBeReadOnly: boolean;
      /** Null asks for a new session. */
      readonly sessionId: SessionId | null;
      /** Of that session, in hexadecimal; null for a new one. */
      readonly password: string | null;
      readonly timeoutMillis: number;
      readonly lastZxidSeen: Zxid;
    }
  /** A null session says that the one asked for is no more. */
  | {
      readonly type: 'CONNECTED';
      readonly sessionId: SessionId | null;
      readonly password: string | null;
      readonly timeoutMillis: number;
      /** The server only reads. */
      readonly readOnly: boolean;
    }
  | { readonly type: 'CALL'; readonly cxid: number; readonly operation: Operation }
  | { readonly type: 'REPLY'; readonly cxid: number; readonly answer: Answer }
  /** A client's sign of life, and the server's answer to it (opcode ping). */
  | { readonly type: 'CLIENTPING' }
  /** A watch has fired (WatcherEvent). */
  | {
      readonly type: 'EVENT';
      readonly event: WatchEventType;
      readonly path: string;
      /** Of the change; ZXID_NONE before 3.9. */
      readonly zxid: Zxid;
    };

export type Packet = Notification | MalformedNotification | InitialMessage | QuorumPacket | ClientPacket;
export type PacketType = Packet['type'];

/** A sign of life and nothing else: between servers, or of a client. */
export function isPing(type: PacketType): boolean {
  return type === 'PING' || type === 'CLIENTPING';
}

/** What people sort messages by: shape and colour of a message on the stage. */
export type PacketFamily = 'election' | 'discovery' | 'sync' | 'broadcast' | 'client' | 'other';

export const PACKET_FAMILY: Readonly<Record<PacketType, PacketFamily>> = {
  NOTIFICATION: 'election',
  MALFORMED: 'other',
  INITIAL: 'other',
  FOLLOWERINFO: 'discovery',
  OBSERVERINFO: 'discovery',
  LEADERINFO: 'discovery',
  ACKEPOCH: 'discovery',
  DIFF: 'sync',
  TRUNC: 'sync',
  SNAP: 'sync',
  NEWLEADER: 'sync',
  UPTODATE: 'sync',
  PROPOSAL: 'broadcast',
  ACK: 'broadcast',
  COMMIT: 'broadcast',
  INFORM: 'broadcast',
  COMMITANDACTIVATE: 'broadcast',
  INFORMANDACTIVATE: 'broadcast',
  REQUEST: 'client',
  SYNC: 'client',
  REVALIDATE: 'client',
  CONNECT: 'client',
  CONNECTED: 'client',
  CALL: 'client',
  REPLY: 'client',
  EVENT: 'client',
  CLIENTPING: 'other',
  PING: 'other',
};
