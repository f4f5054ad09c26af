/** The tree and the transactions that a server's disk holds, in a recording's words. */
import { sortedEntries } from '../base/persistent-map.ts';
import type { DataTree } from '../zookeeper/database/data-tree.ts';
import { ERROR_CODES, type TxnBody } from '../zookeeper/database/txn.ts';
import { zxidText } from '../zookeeper/ids.ts';
import { type Durable, loggedTxns, restore } from '../zookeeper/peer/durable.ts';
import { ZXID_ZERO } from '../zookeeper/ids.ts';
import { dataText } from './operation.ts';
import type { Facts } from './recording.ts';

/** Znodes by path as newest snapshot and log give them; ZooKeeper's own are left out. */
export function treeOnDisk(durable: Durable): Facts {
  const znodes: Record<string, Facts> = {};
  for (const [path, node] of sortedEntries(restore(durable).tree.nodes)) {
    if (path === '/' || path === '/zookeeper' || path.startsWith('/zookeeper/')) continue;
    const { data, version, czxid, mzxid, cversion, ephemeralOwner } = node;
    znodes[path] = {
      data: dataText(data),
      version,
      czxid: zxidText(czxid),
      mzxid: zxidText(mzxid),
      cversion,
      ...(ephemeralOwner === null ? {} : { ephemeral: true }),
    };
  }
  return znodes;
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
