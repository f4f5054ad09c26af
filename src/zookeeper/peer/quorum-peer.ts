/** The volatile state of one server process (QuorumPeer), cut into slices that change together. */
import type { Slice } from '../../base/slice.ts';
import type { QuorumVerifier } from '../config/ensemble.ts';
import type { Database } from '../database/database.ts';
import type { CnxManager } from '../election/cnx-manager.ts';
import type { Election } from '../election/fast-leader-election.ts';
import type { Epoch, Sid } from '../ids.ts';
import type { VoteFact } from '../notes.ts';
import type { ServerState, SyncMode, ZabState } from '../packets.ts';
import type { ClientService } from '../processors/client-service.ts';
import type { SyncRequestProcessor } from '../processors/sync-request-processor.ts';
import type { Leader } from '../quorum/leader.ts';
import type { Learner } from '../quorum/learner.ts';

export interface QuorumPeer extends Slice {
  readonly kind: 'server';
  readonly sid: Sid;
  /** The newest committed configuration. */
  readonly quorumVerifier: QuorumVerifier;
  /** The newest one proposed or learned; the same unless a reconfiguration is under way. */
  readonly lastSeenQuorumVerifier: QuorumVerifier;
  /** A reconfiguration has named the leader: when the present role is over, no election is held. */
  readonly reconfigFlag: boolean;
  /** It was an observer, knows its next role, and waits a moment before it takes it. */
  readonly pausing: boolean;
  readonly state: ServerState;
  readonly zabState: ZabState;
  readonly syncMode: SyncMode;
  /** In memory; the files may be ahead only while a write completes. */
  readonly acceptedEpoch: Epoch;
  readonly currentEpoch: Epoch;
  /** The oracle of two voters is asked where a quorum lacks: from the start, but not once someone has followed. */
  readonly needOracle: boolean;
  /** Whom of `observerMasters` this observer turns to next (QuorumPeer.nextObserverMaster). */
  readonly nextObserverMaster: number;
  /** What the last election decided; its peerEpoch is raised when the new epoch serves (updateElectionVote). */
  readonly currentVote: VoteFact;
  readonly cnx: CnxManager;
  readonly election: Election;
  readonly database: Database;
  readonly log: SyncRequestProcessor;
  readonly clients: ClientService;
  /** Non-null while it leads: from taking the role, in state LEADING, to shutting it down. */
  readonly leader: Leader | null;
  /** Non-null while it follows or observes, in state FOLLOWING or OBSERVING. */
  readonly learner: Learner | null;
  /** How many roles were taken: what an earlier role left in the log thread is not acknowledged by a later one. */
  readonly role: number;
  /** The role is over and waits for the log thread before the server looks for a leader again. */
  readonly leaving: boolean;
  /** What the database in use has taken the place of, since an operator restored a snapshot; null without. */
  readonly shelved: Omit<Database, keyof Slice> | null;
}
