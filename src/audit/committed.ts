/** What leaders have counted a quorum for, asked of a later leader's history. */
import { type Epoch, type Zxid, ZXID_ZERO, counterOf } from '../zookeeper/ids.ts';
import type { Audit } from './ghost.ts';
import { isInHistory } from './proposals.ts';

/** The largest zxid that a leader of an epoch before `epoch` committed and a history that ends with `last` does not hold; null if there is none. */
export function committedAndMissing(
  { committedBy, proposals }: Audit,
  { epoch, last }: { readonly epoch: Epoch; readonly last: Zxid },
): Zxid | null {
  let missing = ZXID_ZERO;
  for (const key in committedBy) {
    const earlier = Number(key) as Epoch;
    const zxid = committedBy[earlier] ?? ZXID_ZERO;
    if (earlier >= epoch || zxid <= missing) continue;
    if (!(isInHistory(proposals, zxid, last) ?? zxid <= last)) missing = zxid;
  }
  return missing === ZXID_ZERO ? null : missing;
}

/** Whether any leader has counted a quorum for `zxid`, or began with it; (E,0) is no transaction, and never in doubt. */
export function isCommitted({ committedBy, proposals }: Pick<Audit, 'committedBy' | 'proposals'>, zxid: Zxid): boolean {
  if (counterOf(zxid) === 0) return true;
  return Object.values(committedBy).some((last) => isInHistory(proposals, zxid, last) ?? zxid <= last);
}
