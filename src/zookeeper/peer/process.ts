/** ZooKeeper as the kernel runs it: servers and clients. */
import type { Process } from '../../kernel/process.ts';
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
import type { ClientPart } from './client-part.ts';
import type { ZooKeeper } from './protocol.ts';

const PART: Omit<ClientPart, 'handleClient'> = {
  bootClient,
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
};

/** A process for each version that was asked for: runs of one release share theirs. */
const byVersion = new Map<string, Process<ZooKeeper>>();

/** With clients of `version`, as `3.9.3`: what they know of what is typed is no part of their state. */
export function zooKeeperOf(version: string): Process<ZooKeeper> {
  const known = byVersion.get(version);
  if (known !== undefined) return known;
  const process = zooKeeperWith({
    ...PART,
    handleClient: (state, input, env) => handleClient(state, input, env, version),
  });
  byVersion.set(version, process);
  return process;
}

/** With clients of the newest release. */
export const zooKeeper = zooKeeperOf('');
