/** What a client can ask of a server, and what it is answered. */
import type { Acl, AuthId } from '../database/acl.ts';
import type { ErrorName } from '../database/txn.ts';
import type { SessionId, Sid, Zxid } from '../ids.ts';

export type Operation =
  | {
      readonly op: 'create';
      readonly path: string;
      readonly data: string;
      readonly dataLength: number;
      readonly ephemeral: boolean;
      readonly sequential: boolean;
      /** Absent: open to everybody. */
      readonly acl?: readonly Acl[];
    }
  /** The same, answered with the node's Stat. */
  | {
      readonly op: 'create2';
      readonly path: string;
      readonly data: string;
      readonly dataLength: number;
      readonly ephemeral: boolean;
      readonly sequential: boolean;
      readonly acl?: readonly Acl[];
    }
  /** A node that the leader deletes once its last child is gone. */
  | {
      readonly op: 'createContainer';
      readonly path: string;
      readonly data: string;
      readonly dataLength: number;
      readonly acl?: readonly Acl[];
    }
  /** A node that the leader deletes when it has no children and was not changed for `ttlMillis`. */
  | {
      readonly op: 'createTTL';
      readonly path: string;
      readonly data: string;
      readonly dataLength: number;
      readonly sequential: boolean;
      readonly ttlMillis: number;
      readonly acl?: readonly Acl[];
    }
  | { readonly op: 'delete'; readonly path: string; readonly version: number }
  | {
      readonly op: 'setData';
      readonly path: string;
      readonly data: string;
      readonly dataLength: number;
      readonly version: number;
    }
  /** `watch`: be told once when what was read changes. */
  | { readonly op: 'getData'; readonly path: string; readonly watch: boolean }
  | { readonly op: 'exists'; readonly path: string; readonly watch: boolean }
  | { readonly op: 'getChildren'; readonly path: string; readonly watch: boolean }
  | { readonly op: 'getACL'; readonly path: string }
  /** `version` is compared with the aversion. */
  | { readonly op: 'setACL'; readonly path: string; readonly acl: readonly Acl[]; readonly version: number }
  /**
   * Incremental: whoever joins (or joins in another role) and whoever leaves. Or, where there are `members`: everybody who is in
   * it from then on, voters by `groups` with their weights (1 unless said) if any. `fromConfig`: the version expected, or -1.
   */
  | {
      readonly op: 'reconfig';
      readonly joining: readonly { readonly sid: Sid; readonly observer: boolean }[];
      readonly leaving: readonly Sid[];
      readonly fromConfig: Zxid;
      readonly members?: readonly { readonly sid: Sid; readonly observer: boolean; readonly weight?: number }[];
      readonly groups?: readonly (readonly Sid[])[];
    }
  | { readonly op: 'check'; readonly path: string; readonly version: number }
  | { readonly op: 'sync'; readonly path: string }
  | { readonly op: 'multi'; readonly operations: readonly Operation[] }
  /** getData and getChildren, several answered together. */
  | { readonly op: 'multiRead'; readonly operations: readonly Operation[] }
  /** The session's own ephemerals whose paths begin so. */
  | { readonly op: 'getEphemerals'; readonly path: string }
  /** How many nodes lie below, at any depth. */
  | { readonly op: 'getAllChildrenNumber'; readonly path: string }
  | { readonly op: 'whoAmI' }
  | { readonly op: 'addWatch'; readonly path: string; readonly mode: 'PERSISTENT' | 'PERSISTENT_RECURSIVE' }
  /** `local`: without its server, if there is none. */
  | { readonly op: 'removeWatches'; readonly path: string; readonly type: WatcherType; readonly local: boolean }
  /** Whether there is one, by its error. */
  | { readonly op: 'checkWatches'; readonly path: string; readonly type: WatcherType }
  /** The client's own, when it comes back: what it waits for, and the last zxid it saw. */
  | { readonly op: 'setWatches'; readonly relativeZxid: Zxid; readonly lists: WatchLists }
  /** addauth. */
  | { readonly op: 'auth'; readonly scheme: string; readonly auth: string }
  /** The leader's own (ContainerManager). */
  | { readonly op: 'deleteContainer'; readonly path: string }
  | { readonly op: 'createSession'; readonly timeoutMillis: number }
  | { readonly op: 'closeSession' };

export type OperationName = Operation['op'];

/** Watcher.WatcherType. */
export type WatcherType = 'DATA' | 'CHILDREN' | 'PERSISTENT' | 'PERSISTENT_RECURSIVE' | 'ANY';

/** Paths with watches, by kind. */
export interface WatchLists {
  readonly dataWatches: readonly string[];
  readonly existWatches: readonly string[];
  readonly childWatches: readonly string[];
  readonly persistentWatches: readonly string[];
  readonly persistentRecursiveWatches: readonly string[];
}

/** Whether the operation becomes a transaction (and is forwarded to the leader by a learner). */
export function isWrite(operation: Operation): boolean {
  switch (operation.op) {
    case 'create':
    case 'create2':
    case 'createContainer':
    case 'createTTL':
    case 'delete':
    case 'deleteContainer':
    case 'setData':
    case 'setACL':
    case 'reconfig':
    case 'check':
    case 'multi':
    case 'createSession':
    case 'closeSession':
      return true;
    default:
      return false;
  }
}

/** A znode's Stat as a client sees it. */
export interface Stat {
  readonly czxid: Zxid;
  readonly mzxid: Zxid;
  readonly pzxid: Zxid;
  readonly ctime: number;
  readonly mtime: number;
  readonly version: number;
  /** 2 × creates − children: every create and every delete of a child adds one. */
  readonly cversion: number;
  readonly aversion: number;
  /** Null unless the node is ephemeral. */
  readonly ephemeralOwner: SessionId | null;
  readonly dataLength: number;
  readonly numChildren: number;
}

/** What became of one write: of a create the path, of a setData the node's Stat right after it. */
export interface WriteResult {
  readonly error: ErrorName;
  readonly path?: string;
  readonly stat?: Stat;
}

export interface Answer extends WriteResult {
  /** The zxid of the write, or the answering server's last processed zxid. */
  readonly zxid: Zxid;
  readonly data?: string;
  readonly children?: readonly string[];
  /**
   * Of a multi or multiRead, in the order asked; of a multi `error` is the first of theirs that is not OK. Of one that
   * failed, those before the failure say OK though they were not done, and those behind it RUNTIMEINCONSISTENCY.
   */
  readonly results?: readonly (WriteResult | Answer)[];
  readonly acl?: readonly Acl[];
  /** getEphemerals. */
  readonly paths?: readonly string[];
  /** getAllChildrenNumber. */
  readonly count?: number;
  /** whoAmI: the user behind each identity, without secrets. */
  readonly identities?: readonly AuthId[];
}
