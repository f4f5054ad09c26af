/** A snapshot: the tree and the sessions as they were at one zxid. */
import type { Zxid } from '../ids.ts';
import type { DataTree } from './data-tree.ts';
import type { Sessions } from './sessions.ts';

export interface Snapshot {
  /** lastProcessedZxid when it was taken: the suffix of its file name. */
  readonly zxid: Zxid;
  readonly tree: DataTree;
  readonly sessions: Sessions;
}

const HEADER_BYTES = 400;
const SESSION_BYTES = 16;

/** About what the file takes on disk; the leader weighs log files against it (LearnerHandler.syncFollower). */
export function snapshotBytes(snapshot: Snapshot): number {
  return HEADER_BYTES + snapshot.tree.bytes + Object.keys(snapshot.sessions).length * SESSION_BYTES;
}
