/** Back to where a value of a server last became what it is. */
import { cursorOfLastChange } from '../../app/last-change.ts';
import type { ServerFacts } from '../../sim/facts.ts';
import type { Sid } from '../../zookeeper/ids.ts';
import { useLab } from '../lab.ts';

/** A call that goes there, or says that there is no such place. */
export function useLastChange(sid: Sid): (pick: (server: ServerFacts) => unknown) => void {
  const { session, store } = useLab();
  return (pick) => {
    const { seek, tell, ...place } = store.getState();
    const found = cursorOfLastChange(session, place, sid, pick);
    if (found === null) tell({ kind: 'alwaysSo' });
    else seek(found);
  };
}
