/**
 * Which transactions a tree is made of. The real tree does not know them and no handler asks: they tell an observer
 * what a snapshot holds, which its zxid alone does not once two histories have met.
 */
import { type AppendList, append, itemAt, itemsFrom, lastItem, listOf } from '../../base/append-list.ts';
import { firstIndex } from '../../base/binary-search.ts';
import { type Zxid, ZXID_ZERO } from '../ids.ts';

/** In zxid order, each once. */
export type History = AppendList<Zxid>;

/** With `zxid`; the same when it is there already, as after a replay over a fuzzy snapshot. */
export function withZxid(history: History, zxid: Zxid): History {
  if (zxid > (lastItem(history) ?? ZXID_ZERO)) return append(history, zxid);
  if (holds(history, zxid)) return history;
  // A TRUNC to a zxid that the log lacks leaves a later one behind (protocol reference §20.5); the leader's come after it.
  return listOf([...itemsFrom(history), zxid].toSorted((a, b) => a - b));
}

export function holds(history: History, zxid: Zxid): boolean {
  const index = firstIndex(history.length, (at) => (itemAt(history, at) ?? zxid) >= zxid);
  return itemAt(history, index) === zxid;
}
