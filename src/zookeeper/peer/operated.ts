/**
 * What an operator has a server do, by a four-letter word or the admin server (StatResetCommand, CnxnStatResetCommand,
 * SetTraceMaskCommand, Commands). What it answers is in `operator/`. Simplified: nobody has to prove who he is, and how often he
 * may ask is not limited.
 */
import { assertUnreachable } from '../../base/assert.ts';
import { installSnapshot, takeSnapshot } from '../database/database.ts';
import { sessionsAfter } from '../database/sessions.ts';
import type { Snapshot } from '../database/snapshot.ts';
import { NO_WATCHES } from '../database/watches.ts';
import { ZXID_ZERO } from '../ids.ts';
import { NO_STATS } from '../processors/client-service.ts';
import { forgetConnection, sumOfStats } from '../processors/client-connection.ts';
import { trackSessions } from '../quorum/session-tracker.ts';
import type { OperatorCommand, StatsReset } from './protocol.ts';
import type { Turn } from './turn.ts';

/** Key of the random numbers by which connections are shed. */
const SHED_KEY = 5;

/** A server that does not serve changes nothing but its trace mask. */
export function operate(turn: Turn, command: OperatorCommand): void {
  if (command.kind === 'setTraceMask') {
    turn.clients().traceMask = command.mask;
    return;
  }
  const { serving, readOnly } = turn.peer.clients;
  if (!serving && !readOnly) return;
  switch (command.kind) {
    case 'resetStats':
      return resetStats(turn, command.by);
    case 'takeSnapshot':
      return beginSnapshot(turn);
    case 'restoreSnapshot':
      return restoreFromSnapshot(turn, command.snapshot);
    case 'shedConnections':
      return shedConnections(turn, command.percent);
    default:
      return assertUnreachable(command);
  }
}

/** ServerStats.reset, ServerCnxnFactory.resetAllConnectionStats: each leaves the other's counters as they are. */
function resetStats(turn: Turn, by: StatsReset): void {
  const clients = turn.clients();
  const { connections, reset } = clients;
  const counted = connections.map(({ on, stats, calls }) => ({ on, stats, waits: calls.length }));
  clients.connections = connections.map((connection) => ({ ...connection, stats: NO_STATS }));
  if (by === 'crst') {
    clients.pastStats = counted.reduce((sum, { stats }) => sumOfStats(sum, stats), clients.pastStats);
    clients.reset = { ...reset, kept: {}, waitedOn: Object.fromEntries(counted.map(({ on, waits }) => [on, waits])) };
    return;
  }
  const keptBefore = reset.kept;
  clients.pastStats = NO_STATS;
  clients.reset = {
    waited: counted.reduce((sum, { waits }) => sum + waits, 0),
    // The admin server's command leaves the leader's proposals alone.
    proposals: by === 'srst' ? (turn.peer.leader?.lastProposed ?? ZXID_ZERO) : reset.proposals,
    kept: Object.fromEntries(
      counted.map(({ on, stats }) => [on, sumOfStats(keptBefore[on] ?? NO_STATS, stats)] as const),
    ),
    waitedOn: reset.waitedOn,
  };
}

/** ZooKeeperServer.takeSnapshot(false, false): like the snapshot thread's, but the log is not rolled. One at a time. */
function beginSnapshot(turn: Turn): void {
  if (turn.peer.log.adminSnapshotting !== null) return;
  const snapshot = takeSnapshot(turn.peer.database);
  turn.log().adminSnapshotting = { ...snapshot, role: turn.peer.role };
  if (turn.noting) turn.note({ kind: 'snapshotAsked', zxid: snapshot.zxid });
  turn.flush({ kind: 'snapshotStart', zxid: snapshot.zxid, purpose: 'admin' });
}

/**
 * ZooKeeperServer.restoreFromSnapshot: another database takes the place of the one in memory. The disk is not touched, watches
 * are gone with the old tree, and counting zxids goes on where it was. The old database is still there: QuorumPeer holds
 * on to it, and it comes back with the end of the role.
 */
function restoreFromSnapshot(turn: Turn, snapshot: Snapshot): void {
  const { peer } = turn;
  const { tree, sessions, lastProcessedZxid, committedLog, digestLog } = peer.database;
  peer.shelved ??= { tree, sessions, lastProcessedZxid, committedLog, digestLog };
  installSnapshot(turn.database(), snapshot);
  turn.clients().watches = NO_WATCHES;
  if (turn.watching) {
    turn.note({
      kind: 'databaseRestored',
      zxid: snapshot.zxid,
      was: lastProcessedZxid,
      nodes: [tree.nodes.size, snapshot.tree.nodes.size],
      sessions: [Object.keys(sessions).length, Object.keys(snapshot.sessions).length],
    });
  }
  if (peer.leader === null) return;
  const leader = turn.leader();
  // What is outstanding will be applied to what was restored.
  leader.pendingTree = leader.outstandingProposals.reduce(
    (pending, { txn }) => turn.clientPart.applyTxn(pending, txn),
    snapshot.tree,
  );
  leader.pendingSessions = leader.outstandingProposals.reduce(
    (pending, { txn }) => sessionsAfter(pending, txn),
    snapshot.sessions,
  );
  trackSessions(turn);
}

/** ServerCnxnFactory.shedConnections: each is drawn by itself, all of them at 100. Their sessions live on. */
function shedConnections(turn: Turn, percent: number): void {
  const { connections } = turn.peer.clients;
  const shed = connections.filter(
    ({ on }) => percent >= 100 || turn.random(SHED_KEY, turn.now * 1000 + on) * 100 < percent,
  );
  if (turn.noting) turn.note({ kind: 'connectionsShed', percent, count: shed.length, of: connections.length });
  for (const connection of shed) {
    turn.close(connection.on);
    forgetConnection(turn, connection);
  }
}
