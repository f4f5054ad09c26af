import { type DataTree, nodeAt, parentPath } from '../../zookeeper/database/data-tree.ts';
import { applyBody } from '../../zookeeper/database/process-txn.ts';
import type { TxnBody, TxnHeader } from '../../zookeeper/database/txn.ts';
import type { Operation } from '../../zookeeper/client/operations.ts';
import type { Fact } from '../fact.ts';
import { invariant } from '../invariant.ts';

/** Judged by the leader's tree as it will be after all that it proposed before. */
export const versionDiscipline = invariant({
  id: 'VersionDiscipline',
  name: 'Versions are kept',
  group: 'implementation',
  statement:
    'A conditional write succeeds where the version expected is the present one and nowhere else; sequential names only rise.',
  source: 'PrepRequestProcessor.checkAndIncVersion; ZOOKEEPER-1046',
  watches: ['proposed'],
  check: ({ note, audit, node, sid }) => {
    const before = audit.pendingTrees[node.id] ?? null;
    if (before === null) return null;
    const fact = brokenBy(before, note.operation, note.body, { zxid: note.zxid, sessionId: note.sessionId, time: 0 });
    return fact === null ? null : { servers: [sid], fact };
  },
});

function brokenBy(tree: DataTree, operation: Operation, body: TxnBody, header: TxnHeader): Fact | null {
  if (operation.op === 'multi' && body.type === 'multi') {
    let pending = tree;
    for (const [i, part] of operation.operations.entries()) {
      const txn = body.txns[i];
      if (txn === undefined) return null;
      const fact = brokenBy(pending, part, txn, header);
      if (fact !== null) return fact;
      pending = applyBody(pending, header, txn);
    }
    return null;
  }
  if (body.type === 'error' && body.error !== 'BADVERSION') return null;
  switch (operation.op) {
    case 'setData':
    case 'delete':
    case 'check':
    case 'setACL': {
      const { path, version: expected } = operation;
      const node = nodeAt(tree, path);
      const version = node === null ? null : operation.op === 'setACL' ? node.aversion : node.version;
      const fits = version !== null && (expected === -1 || expected === version);
      if (fits === (body.type !== 'error')) return null;
      return { kind: 'wrongVersion', path, expected, version, succeeded: body.type !== 'error' };
    }
    case 'create':
    case 'create2':
    case 'createTTL': {
      if (!operation.sequential || body.type !== 'create') return null;
      const count = nodeAt(tree, parentPath(body.path))?.cversion ?? null;
      // A 32-bit number: behind its largest comes the smallest.
      if (count === null || (body.parentCVersion === ((count + 1) | 0) && numberOf(body.path) === count)) return null;
      return { kind: 'wrongSequence', path: body.path, count };
    }
    default:
      return null;
  }
}

/** `%010d`, with a sign where it is negative. */
function numberOf(path: string): number {
  return Number(path.slice(-10));
}
