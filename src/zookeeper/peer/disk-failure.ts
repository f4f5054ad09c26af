/**
 * What a server makes of a write that its disk has refused. Which thread asked for it decides:
 *
 *   the log thread        dies; what becomes of the role is the release's (`criticalThread`)
 *   snapshots             the process ends (ZooKeeperServer.takeSnapshot)
 *   epochs, a sync's txns the main thread gives its role up, and the server looks for a leader again
 *   before it looked      the process ends
 *
 * Simplified: of a refused batch nothing is on disk, and a log file that refused one takes the next where it left off.
 */
import { assertUnreachable } from '../../base/assert.ts';
import type { DiskFailure } from '../../kernel/process.ts';
import { loseLeader } from '../quorum/learner.ts';
import { stepDown } from '../quorum/leader.ts';
import { killLogThread, snapshotCompleted } from '../processors/sync-request-processor.ts';
import type { Write } from './protocol.ts';
import type { Turn } from './turn.ts';

/** ExitCode.UNEXPECTED_ERROR, TXNLOG_ERROR_TAKING_SNAPSHOT, QUORUM_PACKET_ERROR; and what SyncRequestProcessor once ended with. */
const EXIT = { finished: 0, starting: 1, snapshot: 10, logThread: 11, truncate: 13 };

/** `write` is not on disk and will not be. */
export function writeRefused(turn: Turn, write: Write, because: DiskFailure): void {
  if (turn.watching) turn.note({ kind: 'writeRefused', write: write.kind, because });
  if (write.purpose === 'boot') return turn.exit(EXIT.starting);
  switch (write.kind) {
    case 'txns':
      return write.purpose === 'log' ? logThreadFailed(turn) : roleFailed(turn, write);
    case 'snapshot':
    case 'snapshotStart':
      // The admin server tells whoever asked, and nothing else comes of it.
      return write.purpose === 'admin' ? snapshotCompleted(turn, write.purpose) : turn.exit(EXIT.snapshot);
    case 'truncate':
      return turn.exit(EXIT.truncate);
    case 'acceptedEpoch':
    case 'currentEpoch':
    case 'updatingEpoch':
      return roleFailed(turn, write);
    case 'config':
    case 'purge':
      // Told in the log, and nothing else.
      return;
    default:
      return assertUnreachable(write);
  }
}

/** SyncRequestProcessor.run: a critical thread has died. */
function logThreadFailed(turn: Turn): void {
  killLogThread(turn);
  if (turn.noting) turn.note({ kind: 'logThreadDied' });
  const { criticalThread } = turn.config.behaviour;
  if (criticalThread === 'exits') turn.exit(EXIT.logThread);
  // ZooKeeperServerShutdownHandler: there is no role to give up, and the process ends as if it had been asked to.
  else if (turn.config.standalone && criticalThread === 'endsRole') turn.exit(EXIT.finished);
}

/** The main thread's write: Leader.lead and Learner.syncWithLeader end with the exception. */
function roleFailed(turn: Turn, write: Write): void {
  const { peer } = turn;
  // ZOOKEEPER-2307: what the file does not say, memory has said already.
  if (!turn.config.behaviour.epochFileFirst) {
    if (write.kind === 'acceptedEpoch') peer.acceptedEpoch = write.epoch;
    if (write.kind === 'currentEpoch') peer.currentEpoch = write.epoch;
  }
  if (write.role !== peer.role || peer.leaving) return;
  if (write.purpose === 'leader') {
    if (peer.leader !== null) stepDown(turn, 'diskFailed');
    return;
  }
  if (peer.learner === null) return;
  turn.learner().blockedOn = null;
  loseLeader(turn, 'diskFailed');
}
