/**
 * A server that is no ensemble (ZooKeeperServerMain, ZooKeeperServer): it elects nobody, knows no epochs, and what it writes is
 * committed once it is on its own disk. Its requests go through PrepRequestProcessor, SyncRequestProcessor and
 * FinalRequestProcessor, reads too. What the leader of an ensemble keeps of sessions and of changes under way it keeps as well,
 * so it is a leader here whom nobody follows: in state LEADING, where ZooKeeper has no such state.
 */
import type { Txn } from '../database/txn.ts';
import { hasSessions } from '../database/sessions.ts';
import { ZXID_ZERO, type Zxid, epochOf } from '../ids.ts';
import { answerReads } from '../processors/final-request-processor.ts';
import { drawFirstRoll, isLogIdle, startLogThread } from '../processors/sync-request-processor.ts';
import { commit, startLeading } from '../quorum/leader.ts';
import { trackSessions } from '../quorum/session-tracker.ts';
import type { Turn } from './turn.ts';

/** No epochs, no election, and a snapshot first (ZooKeeperServerMain.runFromConfig). */
export function startStandalone(turn: Turn): void {
  const { peer } = turn;
  const { acceptedEpoch, currentEpoch } = peer;
  const { lastProcessedZxid: lastZxid } = peer.database;
  if (turn.watching) turn.note({ kind: 'started', lastZxid, acceptedEpoch, currentEpoch });
  drawFirstRoll(turn);
  startLogThread(turn);
  turn.listen('client');
  peer.role = 1;
  peer.state = 'LEADING';
  peer.zabState = 'BROADCAST';
  startLeading(turn);
}

/** The snapshot that it begins with is written (ZooKeeperServer.loadData): it serves, and counts on from its last zxid. */
export function standaloneLoaded(turn: Turn): void {
  const { lastProcessedZxid: zxid } = turn.peer.database;
  const leader = turn.leader();
  leader.phase = 'standalone';
  leader.epoch = epochOf(zxid < ZXID_ZERO ? ZXID_ZERO : zxid);
  leader.lastProposed = zxid;
  leader.lastCommitted = zxid;
  leader.servingSince = turn.now;
  turn.clients().serving = true;
  if (turn.watching) turn.note({ kind: 'standaloneStarted', lastZxid: zxid });
  if (hasSessions(turn.peer.database.sessions)) trackSessions(turn);
}

/** A batch is on disk: each goes on to FinalRequestProcessor, and the reads that came behind it. */
export function finishAlone(turn: Turn, txns: readonly Txn[]): void {
  for (const txn of txns) {
    commit(turn, txn, [turn.peer.sid]);
    for (const { on } of turn.peer.clients.connections) answerReads(turn, on);
  }
}

/** What a read that comes now has to wait for: whatever the log thread was handed before (SyncRequestProcessor.run). Null for nothing. */
export function readWaitsFor({ peer }: Turn): Zxid | null {
  if (peer.leader?.phase !== 'standalone' || isLogIdle(peer.log)) return null;
  return peer.leader.lastProposed;
}
