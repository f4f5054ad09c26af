/** Lists of transactions, as logs and the committedLog hold them: servers that hold the same hold one list. */
import { type AppendList, append } from '../../base/append-list.ts';
import { sharing } from '../../base/recent.ts';
import type { Txn } from './txn.ts';

/** With `txn` at the end. */
export const withTxn: (txns: AppendList<Txn>, txn: Txn) => AppendList<Txn> = sharing(append<Txn>);
