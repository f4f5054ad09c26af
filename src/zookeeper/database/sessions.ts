/** The sessions a database knows: id to timeout (ZKDatabase.sessionsWithTimeouts). */
import type { SessionId } from '../ids.ts';
import type { Txn } from './txn.ts';

export type Sessions = Readonly<Record<SessionId, number>>;

export const NO_SESSIONS: Sessions = {};

/** The sessions after `txn`. */
export function sessionsAfter(sessions: Sessions, txn: Txn): Sessions {
  if (txn.body.type === 'createSession') return withSession(sessions, txn.sessionId, txn.body.timeoutMillis);
  if (txn.body.type === 'closeSession') return withoutSession(sessions, txn.sessionId);
  return sessions;
}

export function hasSessions(sessions: Sessions): boolean {
  for (const _ in sessions) return true;
  return false;
}

export function hasSession(sessions: Sessions, id: SessionId): boolean {
  return sessions[id] !== undefined;
}

function withSession(sessions: Sessions, id: SessionId, timeoutMillis: number): Sessions {
  return { ...sessions, [id]: timeoutMillis };
}

function withoutSession(sessions: Sessions, id: SessionId): Sessions {
  const { [id]: _, ...others } = sessions;
  return others;
}
