import { ephemeralsOf, nodeAt } from '../../zookeeper/database/data-tree.ts';
import { hasSession } from '../../zookeeper/database/sessions.ts';
import type { TxnBody } from '../../zookeeper/database/txn.ts';
import { invariant } from '../invariant.ts';

/** A session id is given once: whoever owns a node and is not among the sessions is gone for good. */
export const ephemeralsEnd = invariant({
  id: 'EphemeralsEnd',
  name: 'Ephemerals end with their session',
  group: 'implementation',
  statement:
    'Where the end of a session is applied none of its ephemeral nodes is left, and none is created for it afterwards.',
  source: 'ZOOKEEPER-2355, -1208, -4541, -4837; DataTree.killSession',
  watches: ['applied'],
  check: ({ note, peer, sid }) => {
    const { zxid, sessionId, body } = note;
    if (peer === null) return null;
    const { tree, sessions } = peer.database;
    const left =
      body.type === 'closeSession'
        ? (ephemeralsOf(tree, sessionId)[0] ?? null)
        : hasSession(sessions, sessionId)
          ? null
          : (ephemeralPaths(body).find((path) => nodeAt(tree, path)?.ephemeralOwner === sessionId) ?? null);
    return left === null ? null : { servers: [sid], fact: { kind: 'ephemeralLeft', zxid, path: left, sessionId } };
  },
});

function ephemeralPaths(body: TxnBody): readonly string[] {
  if (body.type === 'multi') return body.txns.flatMap(ephemeralPaths);
  return body.type === 'create' && body.ephemeral ? [body.path] : [];
}
