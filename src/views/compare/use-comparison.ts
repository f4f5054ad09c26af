/** The branch on show and another, event by event. Either is run on to where the other has been run to: what has not been run is not missing. */
import { useLab, useLabState, usePlace } from '../lab.ts';
import { type Comparison, comparisonOf } from './comparison.ts';

/** How far a branch is run on for that. */
const EVENTS_MAX = 5000;

export function useComparison(other: number): Comparison {
  const { session } = useLab();
  const { branch } = usePlace();
  // What is run on meanwhile belongs to the comparison, too.
  useLabState((state) => (state.playing ? null : state.length));
  const [first, second] = [session.branch(branch), session.branch(other)];
  session.ensureUntil(other, first.timeAt(first.length), EVENTS_MAX);
  session.ensureUntil(branch, second.timeAt(second.length), EVENTS_MAX);
  return comparisonOf(first, second);
}
