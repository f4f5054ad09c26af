/** What a server's own tree is made of, asked by position. */
import { itemAt, lastItem } from '../base/append-list.ts';
import { firstIndex } from '../base/binary-search.ts';
import type { History } from '../zookeeper/database/history.ts';
import { type Zxid, ZXID_ZERO } from '../zookeeper/ids.ts';

/** Where `zxid` lies, or the first larger one. */
export function indexIn(history: History, zxid: Zxid): number {
  // Almost always the last is asked for.
  if (lastItem(history) === zxid) return history.length - 1;
  return firstIndex(history.length, (index) => (itemAt(history, index) ?? ZXID_ZERO) >= zxid);
}

/** What comes right before `zxid`; null when nothing does. */
export function predecessorIn(history: History, zxid: Zxid): Zxid | null {
  return itemAt(history, indexIn(history, zxid) - 1);
}
