/**
 * The dictionary of Zab, Raft and Paxos as data: which concept, how like the others' is to ZooKeeper's, where each is
 * written, and where it is to be seen in the page. What the cells say stands beside it, in a file for each language.
 */

/** How the concept of another protocol stands to that of Zab. */
export type Likeness = 'same' | 'nearly' | 'none';

/**
 * Where it is written: `zk` is the protocol reference; `zab` Junqueira, Reed and Serafini, DSN 2011, by the names of its
 * parts; `raft` Ongaro and Ousterhout, USENIX ATC 2014, `raftx` its extended version and `diss` Ongaro's dissertation; `pms`
 * Lamport's Paxos Made Simple, `ptp` his Part-Time Parliament.
 */
export type Source =
  | `zk ${string}`
  | `zab ${ZabPart}`
  | `raft ${string}`
  | `raftx ${string}`
  | `diss ${string}`
  | `pms ${string}`
  | `ptp ${string}`;

export type ZabPart = 'primaryOrder' | 'phase1' | 'phase2' | 'phase3';

export interface Row {
  readonly id: string;
  readonly zab: readonly Source[];
  readonly raft: Other;
  readonly paxos: Other;
  readonly see: readonly See[];
}

interface Other {
  readonly like: Likeness;
  /** Where nothing corresponds: where one sees what there is instead. */
  readonly sources: readonly Source[];
}

/** By id. */
export type See = { readonly lesson: string } | { readonly misconception: string };

export interface RowWords {
  readonly concept: string;
  readonly zab: string;
  readonly raft: string;
  readonly paxos: string;
}
