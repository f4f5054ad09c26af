/**
 * What exists because of clients alone: they themselves, a server's port for them, and the transactions that only their
 * requests bring about; and what few ensembles have, followers that take observers in, configurations that change and
 * disks that refuse. In a run without any, servers elect, agree on an epoch, synchronize and serve without any of it, so a
 * page can show such a run while this is still on its way. `process.ts` puts it in.
 */
import type { Env, Input } from '../../kernel/process.ts';
import type { ClientState, bootClient } from '../client/client.ts';
import type { withDigest } from '../database/ad-hash.ts';
import type { fuzzySnapshot } from '../database/fuzzy-snapshot.ts';
import type { activateConfig, activateGossip, seeConfig } from '../quorum/reconfiguration.ts';
import type { applyTxn } from '../database/process-txn.ts';
import type { answerSync, applyCommitted, establish } from '../processors/final-request-processor.ts';
import type { expireLocalSessions } from '../processors/local-session-tracker.ts';
import type { flushWait } from '../processors/flush-delay.ts';
import type { prepare } from '../processors/prep-request-processor.ts';
import type { containerCheckFired } from '../quorum/container-manager.ts';
import type { activateLastSeen, activateProposed } from '../quorum/leader-reconfig.ts';
import type {
  OBSERVER_MASTER,
  observerMasterPingFired,
  passRevalidation,
  passSync,
  proposalCommitted,
  proposalReceived,
  startObserverMaster,
  stopObserverMaster,
} from '../quorum/observer-master.ts';
import type {
  expireSessions,
  setOwner,
  submitRequest,
  touchSession,
  trackSessions,
} from '../quorum/session-tracker.ts';
import type { clientAccepted, clientGone, goOnReading, receiveFromClient } from './client-port.ts';
import type { writeRefused } from './disk-failure.ts';
import type { operate } from './operated.ts';
import type { ZooKeeper } from './protocol.ts';
import type { finishAlone, standaloneLoaded, startStandalone } from './standalone.ts';

export interface ClientPart {
  readonly bootClient: typeof bootClient;
  readonly handleClient: (state: ClientState, input: Input<ZooKeeper>, env: Env<ZooKeeper>) => ClientState;
  readonly clientAccepted: typeof clientAccepted;
  readonly receiveFromClient: typeof receiveFromClient;
  readonly clientGone: typeof clientGone;
  readonly goOnReading: typeof goOnReading;
  readonly establish: typeof establish;
  readonly answerSync: typeof answerSync;
  readonly submitRequest: typeof submitRequest;
  readonly prepare: typeof prepare;
  readonly applyCommitted: typeof applyCommitted;
  readonly applyTxn: typeof applyTxn;
  readonly withDigest: typeof withDigest;
  readonly fuzzySnapshot: typeof fuzzySnapshot;
  readonly trackSessions: typeof trackSessions;
  readonly touchSession: typeof touchSession;
  readonly setOwner: typeof setOwner;
  readonly expireSessions: typeof expireSessions;
  readonly expireLocalSessions: typeof expireLocalSessions;
  readonly containerCheckFired: typeof containerCheckFired;
  readonly OBSERVER_MASTER: typeof OBSERVER_MASTER;
  readonly startObserverMaster: typeof startObserverMaster;
  readonly stopObserverMaster: typeof stopObserverMaster;
  readonly observerMasterPingFired: typeof observerMasterPingFired;
  readonly proposalReceived: typeof proposalReceived;
  readonly proposalCommitted: typeof proposalCommitted;
  readonly passRevalidation: typeof passRevalidation;
  readonly passSync: typeof passSync;
  readonly writeRefused: typeof writeRefused;
  readonly operate: typeof operate;
  readonly startStandalone: typeof startStandalone;
  readonly standaloneLoaded: typeof standaloneLoaded;
  readonly finishAlone: typeof finishAlone;
  readonly flushWait: typeof flushWait;
  readonly seeConfig: typeof seeConfig;
  readonly activateConfig: typeof activateConfig;
  readonly activateGossip: typeof activateGossip;
  readonly activateProposed: typeof activateProposed;
  readonly activateLastSeen: typeof activateLastSeen;
}

/** A run that has clients was begun by somebody who did not bring what they need. */
export class MissingClientPart extends Error {
  constructor() {
    super('clients in a run of servers alone: it was not begun with zookeeper/peer/process.ts');
  }
}
