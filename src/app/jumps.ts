/** Jumps along a branch, to just after the next thing of a sort, or the one before. */
import {
  FLAG_COMMIT,
  FLAG_EPOCH,
  FLAG_LEADER,
  FLAG_LOST,
  FLAG_PHASE,
  FLAG_VIOLATION,
  FLAG_VOTE,
} from '../sim/flags.ts';
import type { Lab } from './lab.ts';
import type { Direction } from './store.ts';

/** What one may jump to, by the mark that such an event leaves. */
const MASKS = {
  change: FLAG_PHASE | FLAG_VOTE,
  commit: FLAG_COMMIT,
  epoch: FLAG_EPOCH,
  leader: FLAG_LEADER,
  lost: FLAG_LOST,
  violation: FLAG_VIOLATION,
} as const;

export type Aim = keyof typeof MASKS;
export const AIMS = Object.keys(MASKS) as readonly Aim[];

/** Where there is none, as far as the run can be told, it stays and says so. Pauses. */
export function jump({ session, store }: Lab, aim: Aim, direction: Direction): void {
  const { branch, cursor, seek } = store.getState();
  const mask = MASKS[aim];
  const found =
    direction === 1
      ? session.indexOfMark({ branch, cursor }, mask)
      : session.branch(branch).previousMark(cursor - 1, mask);
  if (found !== null) return seek(found + 1);
  store.setState({ playing: false, notice: { kind: 'notMet' } });
}
