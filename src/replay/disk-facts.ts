/** The tree and the transactions that a server's disk holds, in a recording's words. */
import { sortedEntries } from '../base/persistent-map.ts';
import { type DataTree, nodeAt, parentPath } from '../zookeeper/database/data-tree.ts';
import { applyTxn } from '../zookeeper/database/process-txn.ts';
import { ERROR_CODES, type TxnBody } from '../zookeeper/database/txn.ts';
import { ZXID_ZERO, nextZxid, zxidText } from '../zookeeper/ids.ts';
import { type Durable, loggedTxns, restore } from '../zookeeper/peer/durable.ts';
import { dataText } from './operation.ts';
import type { Facts } from './recording.ts';

/** Znodes by path as newest snapshot and log give them; ZooKeeper's own are left out. */
export function treeOnDisk(durable: Durable): Facts {
  const znodes: Record<string, Facts> = {};
  const counters = childCounters(durable);
  for (const [path, node] of sortedEntries(restore(durable, applyTxn).tree.nodes)) {
    if (path === '/' || path === '/zookeeper' || path.startsWith('/zookeeper/')) continue;
    const { data, version, czxid, mzxid, ephemeralOwner } = node;
    znodes[path] = {
      data: dataText(data),
      version,
      czxid: zxidText(czxid),
      mzxid: zxidText(mzxid),
      cversion: counters.get(path) ?? node.cversion,
      ...(ephemeralOwner === null ? {} : { ephemeral: true }),
    };
  }
  return znodes;
}

/**
 * Child counters as the recorder's own replay of a log gives them, where they differ from the server's: a
 * closeSession counts as a change of each ephemeral's parent, until the next create says what the counter is.
 * (The clients of the same recordings read the server's: two creates and two such deletions give a visible 4.)
 */
function childCounters(durable: Durable): ReadonlyMap<string, number> {
  const snapshot = durable.snapshots.at(-1);
  const counters = new Map<string, number>();
  const count = (body: TxnBody): void => {
    if (body.type === 'create') counters.set(parentPath(body.path), body.parentCVersion);
    if (body.type === 'multi' && body.txns.every(({ type }) => type !== 'error')) body.txns.forEach(count);
    if (body.type !== 'closeSession') return;
    for (const path of body.paths) {
      const parent = parentPath(path);
      const known =
        counters.get(parent) ?? (snapshot === undefined ? 0 : (nodeAt(snapshot.tree, parent)?.cversion ?? 0));
      counters.set(parent, known + 1);
    }
  };
  for (const { body } of loggedTxns(durable.logFiles, nextZxid(snapshot?.zxid ?? ZXID_ZERO))) count(body);
  return counters;
}

/** `[zxid, type, client, path or detail]` of every transaction in the log files; `nameOf` tells whose session it is. */
export function logOnDisk(durable: Durable, nameOf: (sessionId: string) => string): readonly (readonly string[])[] {
  return Array.from(loggedTxns(durable.logFiles, ZXID_ZERO), ({ zxid, sessionId, body }) => {
    const detail = detailOf(body);
    return [zxidText(zxid), body.type, nameOf(sessionId), ...(detail === '' ? [] : [detail])];
  });
}

function detailOf(body: TxnBody): string {
  switch (body.type) {
    case 'createSession':
      return '';
    case 'closeSession':
      return body.paths.join(' ');
    case 'error':
      return `err=${ERROR_CODES[body.error]}`;
    case 'multi':
      return body.txns.map(partOf).join(' ');
    default:
      return body.path;
  }
}

function partOf(body: TxnBody): string {
  return body.type === 'error' ? `error:${ERROR_CODES[body.error]}` : `${body.type}:${detailOf(body)}`;
}

export function ephemeralCount(tree: DataTree): number {
  return sortedEntries(tree.nodes).filter(([, node]) => node.ephemeralOwner !== null).length;
}
