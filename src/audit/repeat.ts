/**
 * What a SNAP allows to come once more. A leader forwards from the moment it decides on a SNAP, and sends it as its tree is by
 * then (LearnerHandler.run): what was applied in between is in the snapshot, and comes again behind it.
 *
 *     decided                    sent
 *        │  2·5   2·6   2·7       │                 SNAP 2·7 │ 2·5 2·6 2·7 once more │ 2·8 …
 *
 * Past NEWLEADER nothing may come again: what comes then is seen by clients.
 */
import type { Zxid } from '../zookeeper/ids.ts';

/** Transactions `after < zxid <= upTo` may still come, each once and in order. */
export interface Repeats {
  readonly after: Zxid;
  readonly upTo: Zxid;
}

export function isRepeat(repeats: Repeats | null, zxid: Zxid): boolean {
  return repeats !== null && zxid > repeats.after && zxid <= repeats.upTo;
}

/** What may come again once `zxid` has been applied; null: nothing. */
export function repeatsAfter({ after, upTo }: Repeats, zxid: Zxid): Repeats | null {
  if (zxid >= upTo) return null;
  return { after: zxid > after ? zxid : after, upTo };
}
