/** The branch on show and another, event by event. Either is run on to where the other has been run to: what has not been run is not missing. */
import type { Session } from '../../app/session.ts';
import { useLab, useLabState, usePlace } from '../lab.ts';
import { type Comparison, comparisonOf } from './comparison.ts';

type Run = ReturnType<Session['branch']>;

/** How far a branch is run on for that. */
const EVENTS_MAX = 5000;

export function useComparison(other: number): Comparison {
  const { session } = useLab();
  const { branch } = usePlace();
  // What is run on meanwhile belongs to the comparison, too.
  useLabState((state) => (state.playing ? null : state.length));
  const [first, second] = [session.branch(branch), session.branch(other)];
  runOn(session, second, first);
  runOn(session, first, second);
  return comparisonOf(first, second);
}

/** No farther than to the next event of its own: else each would have the other run on for ever. */
function runOn(session: Session, run: Run, until: Run): void {
  if (run.timeAt(run.length) >= until.timeAt(Math.max(0, until.length - 1))) return;
  session.ensureUntil(run.id, until.timeAt(until.length), EVENTS_MAX);
}
