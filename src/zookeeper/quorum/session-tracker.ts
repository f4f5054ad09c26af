/**
 * The leader's session tracker (SessionTrackerImpl, ExpiryQueue): sessions heard from live on, the others are
 * closed. Expiry times are rounded up to whole ticks, so that sessions expire in buckets.
 */
import { hasSession } from '../database/sessions.ts';
import type { ErrorName } from '../database/txn.ts';
import { type SessionId, type Sid, makerOf } from '../ids.ts';
import type { ForwardedRequest } from '../packets.ts';
import type { Turn } from '../peer/turn.ts';
import { isLocalSession } from '../processors/local-session-tracker.ts';
import { asksForSession } from '../processors/prep-request-processor.ts';
import { watchContainers } from './container-manager.ts';
import { propose } from './propose.ts';

/** Everybody gets a whole timeout from a new leader. */
export function trackSessions(turn: Turn): void {
  const leader = turn.leader();
  const expiry: Record<SessionId, number> = {};
  for (const [id, timeoutMillis] of Object.entries(turn.peer.database.sessions) as [SessionId, number][]) {
    expiry[id] = bucketOf(turn, timeoutMillis);
  }
  leader.expiry = expiry;
  armExpiry(turn);
}

/** A request of a client at `owner`, this server or a learner; a session counts from its own on (PrepRequestProcessor). */
export function submitRequest(turn: Turn, request: ForwardedRequest, owner: Sid): void {
  const { operation, sessionId } = request;
  propose(turn, request, asksForSession(operation) ? checkSession(turn, sessionId, owner) : null);
  watchContainers(turn);
  if (operation.op === 'createSession') {
    setOwner(turn, sessionId, owner);
    touchSession(turn, sessionId);
  }
}

/**
 * Why a session may not ask through the server `owner` (SessionTrackerImpl.checkSession): it is known at another one by
 * now, or nowhere any more. Whoever asks first owns it.
 */
export function checkSession(turn: Turn, id: SessionId, owner: Sid): ErrorName | null {
  const leader = turn.leader();
  if (!hasSession(leader.pendingSessions, id)) {
    if (isLocalSession(turn, id)) return null;
    // SessionImpl.isClosing: it is known, and refused, until its end is applied.
    if (isClosing(turn, id)) return 'SESSIONEXPIRED';
    // LeaderSessionTracker.checkSession: another server's own; one that this server made is over.
    const isForeign = turn.config.service.localSessionsEnabled && makerOf(id) !== turn.peer.sid;
    return isForeign ? null : 'SESSIONEXPIRED';
  }
  const known = leader.owners[id];
  if (known === undefined) setOwner(turn, id, owner);
  return known === undefined || known === owner ? null : 'SESSIONMOVED';
}

function isClosing(turn: Turn, id: SessionId): boolean {
  return turn.leader().outstandingProposals.some(({ txn }) => txn.sessionId === id && txn.body.type === 'closeSession');
}

/** The session is connected to that server from now on. */
export function setOwner(turn: Turn, id: SessionId, owner: Sid): void {
  const leader = turn.leader();
  if (leader.owners[id] !== owner) leader.owners = { ...leader.owners, [id]: owner };
}

/** A session was heard from, here or through a learner. */
export function touchSession(turn: Turn, id: SessionId): void {
  const leader = turn.leader();
  const timeoutMillis = leader.pendingSessions[id];
  if (timeoutMillis === undefined) return;
  const due = bucketOf(turn, timeoutMillis);
  if (leader.expiry[id] === due) return;
  leader.expiry = { ...leader.expiry, [id]: due };
  armExpiry(turn);
}

/** Closes the sessions whose time has come, oldest bucket first: by a transaction, like any other change. */
export function expireSessions(turn: Turn): void {
  const expired = (Object.entries(turn.leader().expiry) as [SessionId, number][])
    .filter(([, due]) => due <= turn.now)
    // Not by when each was last heard of, which is what the order of the record's keys would say.
    .toSorted(([a, dueA], [b, dueB]) => dueA - dueB || (a < b ? -1 : 1));
  for (const [sessionId] of expired) {
    const leader = turn.leader();
    const { [sessionId]: _, ...others } = leader.expiry;
    const { [sessionId]: __, ...owners } = leader.owners;
    leader.expiry = others;
    leader.owners = owners;
    const timeoutMillis = leader.pendingSessions[sessionId];
    if (timeoutMillis === undefined) continue;
    if (turn.noting) turn.note({ kind: 'sessionExpired', sessionId, timeoutMillis });
    propose(turn, { sessionId, cxid: 0, operation: { op: 'closeSession' }, authInfo: [] });
  }
  armExpiry(turn);
}

/** ExpiryQueue.roundToNextInterval. */
function bucketOf(turn: Turn, timeoutMillis: number): number {
  const { tickMillis } = turn.config.timing;
  return (Math.floor((turn.now + timeoutMillis) / tickMillis) + 1) * tickMillis;
}

/** Wakes at the earliest end. */
function armExpiry(turn: Turn): void {
  const dues = Object.values(turn.leader().expiry);
  if (dues.length > 0) turn.arm('sessionExpiry', Math.max(0, Math.min(...dues) - turn.now));
}
