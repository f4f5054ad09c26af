/**
 * Everything that leaders ever proposed, and what each began with: the one history of a run that does not depend on
 * who has forgotten what. A server's own log may begin with a snapshot, or hold what a snapshot has superseded.
 */
import { type AppendList, append, emptyList, itemAt } from '../base/append-list.ts';
import type { TxnBody } from '../zookeeper/database/txn.ts';
import { type Epoch, type Zxid, ZXID_ZERO, counterOf, epochOf, zxidFrom } from '../zookeeper/ids.ts';

export interface EpochRecord {
  /** The last transaction of the history its leader began with. */
  readonly after: Zxid;
  /** By counter, from 1. */
  readonly bodies: AppendList<TxnBody>;
  /** Its leader left a counter out, or proposed in it before the run began: from there on nothing is known. */
  readonly hasGap: boolean;
}

export type Proposals = Readonly<Record<Epoch, EpochRecord>>;

export const NO_PROPOSALS: Proposals = {};

/** With a leader that begins `epoch` with everything up to `lastZxid`; the first one's word stands (Leadership2). */
export function withEpoch(proposals: Proposals, epoch: Epoch, lastZxid: Zxid): Proposals {
  const after = lastTxn(proposals, lastZxid);
  // An epoch upon itself, or upon a later one, is no history.
  if (proposals[epoch] !== undefined || epochOf(after) >= epoch) return proposals;
  return { ...proposals, [epoch]: { after, bodies: emptyList(), hasGap: false } };
}

/** With a proposal; one that leaves a counter out is not recorded, nor what follows it. */
export function withProposal(proposals: Proposals, zxid: Zxid, body: TxnBody): Proposals {
  const epoch = epochOf(zxid);
  const record = proposals[epoch];
  if (record === undefined || record.hasGap) return proposals;
  const { after, bodies } = record;
  if (counterOf(zxid) <= bodies.length) return proposals;
  if (bodies.length !== counterOf(zxid) - 1) return { ...proposals, [epoch]: { after, bodies, hasGap: true } };
  return { ...proposals, [epoch]: { after, bodies: append(bodies, body), hasGap: false } };
}

/**
 * Whether the history that ends with `end` holds `zxid`, by what leaders began with and proposed; null where that is
 * not known, because it was before the run.
 */
export function isInHistory(proposals: Proposals, zxid: Zxid, end: Zxid): boolean | null {
  const sought = lastTxn(proposals, zxid);
  let at = lastTxn(proposals, end);
  while (epochOf(at) > epochOf(sought)) {
    const record = proposals[epochOf(at)];
    if (record === undefined) return null;
    at = record.after;
  }
  return epochOf(at) === epochOf(sought) && at >= sought;
}

/** What the leader of its epoch proposed under `zxid`; null is nothing, 'unknown' where nobody listened. */
export function proposedAs(proposals: Proposals, zxid: Zxid): TxnBody | null | 'unknown' {
  const record = proposals[epochOf(zxid)];
  if (record === undefined) return 'unknown';
  return itemAt(record.bodies, counterOf(zxid) - 1) ?? (record.hasGap ? 'unknown' : null);
}

/** What leads up to `zxid`, itself included, from the first transaction after `after` on, as far back as is known. */
export function historyBetween(
  proposals: Proposals,
  after: Zxid,
  zxid: Zxid,
): readonly { readonly zxid: Zxid; readonly body: TxnBody }[] {
  const found: { zxid: Zxid; body: TxnBody }[] = [];
  for (let at = lastTxn(proposals, zxid); at > after; at = historyBefore(proposals, at)) {
    const body = itemAt(proposals[epochOf(at)]?.bodies ?? emptyList<TxnBody>(), counterOf(at) - 1);
    if (body === null) break;
    found.push({ zxid: at, body });
  }
  return found.toReversed();
}

/** The transaction before `zxid` in the history of whoever proposed it. */
export function historyBefore(proposals: Proposals, zxid: Zxid): Zxid {
  if (counterOf(zxid) > 1) return zxidFrom(epochOf(zxid), counterOf(zxid) - 1);
  return proposals[epochOf(zxid)]?.after ?? ZXID_ZERO;
}

/** (E,0) is no transaction: it stands for what the leader of E began with. */
function lastTxn(proposals: Proposals, zxid: Zxid): Zxid {
  return counterOf(zxid) === 0 ? (proposals[epochOf(zxid)]?.after ?? ZXID_ZERO) : zxid;
}
