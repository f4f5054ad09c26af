/** ZooKeeper as the kernel runs it: servers and clients. */
import { bootClient, handleClient } from '../client/client.ts';
import { withDigest } from '../database/ad-hash.ts';
import { fuzzySnapshot } from '../database/fuzzy-snapshot.ts';
import { activateConfig, activateGossip, seeConfig } from '../quorum/reconfiguration.ts';
import { applyTxn } from '../database/process-txn.ts';
import { answerSync, applyCommitted, establish } from '../processors/final-request-processor.ts';
import { expireLocalSessions } from '../processors/local-session-tracker.ts';
import { flushWait } from '../processors/flush-delay.ts';
import { prepare } from '../processors/prep-request-processor.ts';
import { containerCheckFired } from '../quorum/container-manager.ts';
import { activateLastSeen, activateProposed } from '../quorum/leader-reconfig.ts';
import {
  OBSERVER_MASTER,
  observerMasterPingFired,
  passRevalidation,
  passSync,
  proposalCommitted,
  proposalReceived,
  startObserverMaster,
  stopObserverMaster,
} from '../quorum/observer-master.ts';
import { expireSessions, setOwner, submitRequest, touchSession, trackSessions } from '../quorum/session-tracker.ts';
import { clientAccepted, clientGone, goOnReading, receiveFromClient } from './client-port.ts';
import { writeRefused } from './disk-failure.ts';
import { operate } from './operated.ts';
import { finishAlone, standaloneLoaded, startStandalone } from './standalone.ts';
import { zooKeeperWith } from './servers-alone.ts';

export const zooKeeper = zooKeeperWith({
  bootClient,
  handleClient,
  clientAccepted,
  receiveFromClient,
  clientGone,
  goOnReading,
  establish,
  answerSync,
  submitRequest,
  prepare,
  applyCommitted,
  applyTxn,
  withDigest,
  fuzzySnapshot,
  trackSessions,
  touchSession,
  setOwner,
  expireSessions,
  expireLocalSessions,
  containerCheckFired,
  OBSERVER_MASTER,
  startObserverMaster,
  stopObserverMaster,
  observerMasterPingFired,
  proposalReceived,
  proposalCommitted,
  passRevalidation,
  passSync,
  writeRefused,
  operate,
  startStandalone,
  standaloneLoaded,
  finishAlone,
  flushWait,
  seeConfig,
  activateConfig,
  activateGossip,
  activateProposed,
  activateLastSeen,
});
