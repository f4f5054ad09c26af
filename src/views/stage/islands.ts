/** Servers are put on islands by dragging them off the ring; left without a cut, all go back. */
import type { Lab } from '../../app/lab.ts';
import { options, setOption } from '../options.ts';

export function toggleIslands({ session, store }: Lab): void {
  const { islands, moved } = options();
  const { setGrouping } = store.getState();
  if (islands !== null) return setGrouping(null);
  const { sids } = session;
  setOption({ islands: { before: moved }, drawing: false });
  // The ring is one island until somebody leaves it.
  setGrouping({ servers: sids, groups: sids.map(() => 'A'), next: sids.length });
}
