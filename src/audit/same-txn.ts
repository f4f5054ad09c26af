import type { TxnBody } from '../zookeeper/database/txn.ts';

/** TxnEqual of the specifications: the same zxid is not enough. */
export function sameTxn(a: TxnBody, b: TxnBody): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
