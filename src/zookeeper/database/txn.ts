/** Transactions: what the log holds and what servers agree on the order of. */
import type { QuorumVerifier } from '../config/ensemble.ts';
import type { SessionId, Zxid } from '../ids.ts';
import type { Acl } from './acl.ts';

/** ZooKeeper's error codes (KeeperException.Code) that operations here can give. */
export const ERROR_CODES = {
  OK: 0,
  RUNTIMEINCONSISTENCY: -2,
  CONNECTIONLOSS: -4,
  UNIMPLEMENTED: -6,
  BADARGUMENTS: -8,
  NEWCONFIGNOQUORUM: -13,
  RECONFIGINPROGRESS: -14,
  NONODE: -101,
  NOAUTH: -102,
  BADVERSION: -103,
  NOCHILDRENFOREPHEMERALS: -108,
  NODEEXISTS: -110,
  NOTEMPTY: -111,
  SESSIONEXPIRED: -112,
  INVALIDACL: -114,
  AUTHFAILED: -115,
  SESSIONMOVED: -118,
  NOTREADONLY: -119,
  EPHEMERALONLOCALSESSION: -120,
  NOWATCHER: -121,
  RECONFIGDISABLED: -123,
  QUOTAEXCEEDED: -125,
} as const;

export type ErrorName = keyof typeof ERROR_CODES;

export type TxnBody =
  | { readonly type: 'createSession'; readonly timeoutMillis: number }
  /** `paths` are the session's ephemerals, deleted by this one transaction. */
  | { readonly type: 'closeSession'; readonly paths: readonly string[] }
  | {
      readonly type: 'create';
      readonly path: string;
      readonly data: string;
      /** Bytes the data stands for; larger than the text where a scenario says so. */
      readonly dataLength: number;
      readonly ephemeral: boolean;
      /** The parent's internal child-create counter after this create. */
      readonly parentCVersion: number;
      /** Absent: open to everybody. */
      readonly acl?: readonly Acl[];
      /** Absent: an ordinary node, or an ephemeral one. */
      readonly extended?: ExtendedType;
    }
  | { readonly type: 'delete'; readonly path: string }
  /** The leader's own: a container without children, or a TTL node whose time is over. */
  | { readonly type: 'deleteContainer'; readonly path: string }
  | {
      readonly type: 'setData';
      readonly path: string;
      readonly data: string;
      readonly dataLength: number;
      /** The version after this change. */
      readonly version: number;
    }
  /** A change of the ensemble; in the tree it sets /zookeeper/config, whose data is the configuration as text. */
  | {
      readonly type: 'reconfig';
      readonly path: string;
      readonly data: string;
      readonly dataLength: number;
      readonly version: number;
      /** Its version is the zxid of this transaction. */
      readonly config: QuorumVerifier;
    }
  /** `version` is the aversion after this change. */
  | { readonly type: 'setACL'; readonly path: string; readonly acl: readonly Acl[]; readonly version: number }
  /** Part of a multi; changes nothing. */
  | { readonly type: 'check'; readonly path: string; readonly version: number }
  | { readonly type: 'multi'; readonly txns: readonly TxnBody[] }
  /** A rejected write: it changes nothing, yet takes a zxid and is logged and committed like any other. */
  | { readonly type: 'error'; readonly error: ErrorName };

/** A container, or the milliseconds a TTL node may stay without children and changes. */
export type ExtendedType = 'CONTAINER' | number;

/** What the tree needs to know of a transaction besides its body. */
export interface TxnHeader {
  readonly zxid: Zxid;
  readonly sessionId: SessionId;
  /** The leader's clock when it prepared the transaction: ctime and mtime. */
  readonly time: number;
}

/** Immutable and shared between servers. */
export interface Txn extends TxnHeader {
  readonly cxid: number;
  readonly body: TxnBody;
}
