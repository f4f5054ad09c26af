/**
 * Sessions of a server that only reads, in releases where they need not be local: what begins or ends one goes through
 * PrepRequestProcessor and FinalRequestProcessor alone. It gets a zxid of the read-only server, whose count begins at zero, is
 * in no log, and stays in the committedLog of the database that the next role goes on with (ZOOKEEPER-3526).
 * Simplified: none of them expires while the server only reads.
 */
import { ephemeralsOf } from '../database/data-tree.ts';
import { applyToDatabase, keepCommitted } from '../database/database.ts';
import type { TxnBody } from '../database/txn.ts';
import { type SessionId, type Zxid, nextZxid } from '../ids.ts';
import type { Turn } from '../peer/turn.ts';

export function createAlone(turn: Turn, sessionId: SessionId, timeoutMillis: number): void {
  applyAlone(turn, sessionId, { type: 'createSession', timeoutMillis });
}

/** Its ephemerals go with it, here and nowhere else. Returns the zxid that the client is told. */
export function closeAlone(turn: Turn, sessionId: SessionId): Zxid {
  const paths = ephemeralsOf(turn.peer.database.tree, sessionId);
  return applyAlone(turn, sessionId, { type: 'closeSession', paths });
}

function applyAlone(turn: Turn, sessionId: SessionId, body: TxnBody): Zxid {
  const clients = turn.clients();
  const zxid = nextZxid(clients.readOnlyZxid);
  clients.readOnlyZxid = zxid;
  const txn = { zxid, sessionId, cxid: 0, time: turn.wallClock, body };
  applyToDatabase(turn, txn);
  keepCommitted(turn.database(), txn, turn.config.timing.commitLogCount);
  return zxid;
}
