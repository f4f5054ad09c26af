/** Back to where a value last became what it is. */
import type { ServerFacts } from '../sim/facts.ts';
import { select } from '../sim/select.ts';
import type { Sid } from '../zookeeper/ids.ts';
import type { Place, Session } from './session.ts';

/** So many events at a server are looked at. */
const LOOKS_MAX = 5000;

/**
 * The cursor just after the event that last changed what `pick` reads of a server, before the event that led to
 * `place`; null when it was always so, or for longer than is looked back.
 */
export function cursorOfLastChange(
  session: Session,
  { branch, cursor }: Place,
  sid: Sid,
  pick: (server: ServerFacts) => unknown,
): number | null {
  const node = session.sids.indexOf(sid);
  const run = session.branch(branch);
  const valueAt = (at: number): unknown => {
    const server = session.facts(select, { branch, cursor: at }).servers[node];
    return server === undefined ? undefined : pick(server);
  };
  let looks = 0;
  for (let index = cursor - 2; index >= 0 && looks < LOOKS_MAX; index--) {
    // What happens elsewhere changes nothing here; what is done from outside may be done to several.
    const at = run.valueAt('node', index);
    if (at !== node && at !== -1) continue;
    looks += 1;
    if (valueAt(index) !== valueAt(index + 1)) return index + 1;
  }
  return null;
}

/** All that is shown of a server beside its log: what somebody means who names no value. */
export function mainValues({ status, zabState, state, vote, logicalClock, ...server }: ServerFacts): string {
  const { leader = null, zxid = null, peerEpoch = null } = vote ?? {};
  const epochs = [logicalClock, server.acceptedEpoch, server.currentEpoch, server.lastZxid];
  return [status, state, zabState, leader, zxid, peerEpoch, ...epochs].join(' ');
}
