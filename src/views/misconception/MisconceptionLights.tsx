/** Arranges the page for the moment when one is opened, and lights there what its words point at. */
import { useEffect } from 'react';
import { momentHere } from '../../app/misconception.ts';
import { applyShow } from '../../app/show.ts';
import { misconceptionOf } from '../../misconceptions/misconceptions.ts';
import { useLab, useLabState } from '../lab.ts';
import { LightRules } from '../lesson/Lights.tsx';
import { useMisconception } from './use-misconception.ts';

export function MisconceptionLights() {
  const { session, store } = useLab();
  const run = useLabState((state) => state.run);
  const shown = useMisconception();
  useEffect(() => {
    const set = misconceptionOf(session.scenario);
    if (set === null) return;
    const moment = momentHere(session, set.misconception);
    const { branch, cursor } = store.getState();
    // Who comes back to another place has the page as it was left.
    if (moment?.branch === branch && moment.cursor === cursor) applyShow(store, set.misconception.show);
  }, [session, store, run]);
  return shown?.isThere === true ? <LightRules lights={shown.set.misconception.lights} /> : null;
}
