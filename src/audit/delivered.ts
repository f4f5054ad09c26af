/** What the audit knows to be delivered: the transactions of the run, in zxid order. */
import { type AppendList, itemAt, lastItem } from '../base/append-list.ts';
import { firstIndex } from '../base/binary-search.ts';
import type { TxnBody } from '../zookeeper/database/txn.ts';
import { type Zxid, ZXID_ZERO } from '../zookeeper/ids.ts';

/** A transaction that some server applied as committed, or that a leader began with. */
export interface Delivered {
  readonly zxid: Zxid;
  readonly body: TxnBody;
  /** Of the tree that ends with it; null where none was seen. */
  readonly digest: number | null;
  readonly nodeCount: number;
}

/** Position of `zxid` among what was delivered, or of the first larger one. */
export function positionOf(delivered: AppendList<Delivered>, zxid: Zxid): number {
  // Almost always it is new.
  if (zxid > (lastItem(delivered)?.zxid ?? ZXID_ZERO)) return delivered.length;
  return firstIndex(delivered.length, (index) => (itemAt(delivered, index)?.zxid ?? ZXID_ZERO) >= zxid);
}
