/**
 * Sessions that one server alone knows (LocalSessionTracker, UpgradeableSessionTracker): no transaction begins or ends
 * them, and they own nothing. One that asks for an ephemeral is upgraded first where the configuration allows it.
 */
import type { Operation } from '../client/operations.ts';
import { hasSession } from '../database/sessions.ts';
import type { SessionId } from '../ids.ts';
import type { Turn } from '../peer/turn.ts';
import { connectionOfSession, forgetConnection } from './client-connection.ts';

export interface LocalSession {
  readonly timeoutMillis: number;
  /** When it ends unless it is heard from: rounded up to whole ticks. */
  readonly due: number;
}

export function isLocalSession(turn: Turn, id: SessionId): boolean {
  return turn.peer.clients.localSessions[id] !== undefined;
}

/** A new one, or one that was heard from. */
export function keepLocalSession(turn: Turn, id: SessionId, timeoutMillis: number): void {
  const { tickMillis } = turn.config.timing;
  const due = (Math.floor((turn.now + timeoutMillis) / tickMillis) + 1) * tickMillis;
  const clients = turn.clients();
  clients.localSessions = { ...clients.localSessions, [id]: { timeoutMillis, due } };
  armLocalExpiry(turn);
}

/**
 * LeaderSessionTracker.removeSession, LearnerSessionTracker.removeSession: its own server closes it. Where the transaction
 * that makes it global is under way already the leader forgets that, too, and nobody counts its time until another leader
 * finds it in its database.
 */
export function removeSession(turn: Turn, id: SessionId): void {
  forgetLocalSession(turn, id);
  if (turn.peer.leader === null || !hasSession(turn.peer.leader.pendingSessions, id)) return;
  const leader = turn.leader();
  const { [id]: _, ...sessions } = leader.pendingSessions;
  const { [id]: __, ...expiry } = leader.expiry;
  const { [id]: ___, ...owners } = leader.owners;
  leader.pendingSessions = sessions;
  leader.expiry = expiry;
  leader.owners = owners;
}

/** It is over, or has become global. */
export function forgetLocalSession(turn: Turn, id: SessionId): void {
  const clients = turn.clients();
  const { [id]: _, ...others } = clients.localSessions;
  clients.localSessions = others;
}

/** This server alone decides that they are over. */
export function expireLocalSessions(turn: Turn): void {
  const sessions = Object.entries(turn.peer.clients.localSessions) as [SessionId, LocalSession][];
  for (const [sessionId, { due, timeoutMillis }] of sessions) {
    if (due > turn.now) continue;
    forgetLocalSession(turn, sessionId);
    if (turn.noting) turn.note({ kind: 'sessionExpired', sessionId, timeoutMillis });
    const connection = connectionOfSession(turn.peer.clients, sessionId);
    if (connection === null) continue;
    turn.close(connection.on);
    forgetConnection(turn, connection);
  }
  armLocalExpiry(turn);
}

function armLocalExpiry(turn: Turn): void {
  const dues = Object.values(turn.peer.clients.localSessions).map(({ due }) => due);
  if (dues.length > 0) turn.arm('localSessionExpiry', Math.max(0, Math.min(...dues) - turn.now));
}

/** Whether the whole ensemble must know the session for this (QuorumZooKeeperServer.checkUpgradeSession). */
export function needsGlobalSession(operation: Operation): boolean {
  if (operation.op === 'multi') return operation.operations.some(needsGlobalSession);
  return (operation.op === 'create' || operation.op === 'create2') && operation.ephemeral;
}
