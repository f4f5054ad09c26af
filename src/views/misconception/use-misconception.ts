/** The misconception whose run is on show, and the moment that refutes it. */
import { useMemo } from 'react';
import { momentHere } from '../../app/misconception.ts';
import type { Place } from '../../app/session.ts';
import type { SetMisconception } from '../../misconceptions/misconception.ts';
import { misconceptionOf } from '../../misconceptions/misconceptions.ts';
import { useLab, useLabState, usePlace } from '../lab.ts';

export interface ShownMisconception {
  readonly set: SetMisconception;
  /** Null where the steps of the run were changed. */
  readonly moment: Place | null;
  readonly isThere: boolean;
}

/** Null for any other run, and in lessons. */
export function useMisconception(): ShownMisconception | null {
  const { session } = useLab();
  // The session has another scenario whenever it has been raised.
  const run = useLabState((state) => state.run);
  const inLesson = useLabState(({ lesson }) => lesson !== null);
  const { branch, cursor } = usePlace();
  const found = useMemo(() => {
    const set = run < 0 ? null : misconceptionOf(session.scenario);
    return set === null ? null : { set, moment: momentHere(session, set.misconception) };
  }, [session, run]);
  if (found === null || inLesson) return null;
  const { set, moment } = found;
  return { set, moment, isThere: moment !== null && moment.branch === branch && moment.cursor === cursor };
}
