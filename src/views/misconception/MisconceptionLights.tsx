/** Arranges the page for the moment when one is opened, and lights there what its words point at. */
import { useEffect } from 'react';
import { applyShow } from '../../app/show.ts';
import { isInspected } from '../../lessons/light.ts';
import type { Misconception } from '../../misconceptions/misconception.ts';
import { useLab } from '../lab.ts';
import { LightRules } from '../lesson/Lights.tsx';
import { useMisconception } from './use-misconception.ts';

export function MisconceptionLights() {
  const { store } = useLab();
  const shown = useMisconception();
  const misconception = shown?.set.misconception;
  // Another one whenever a run is opened.
  const moment = shown?.moment;
  useEffect(() => {
    const { branch, cursor, screen } = store.getState();
    // Who comes back to another place has the page as it was left.
    if (misconception === undefined || moment?.branch !== branch || moment.cursor !== cursor) return;
    applyShow(store, misconception.show);
    // To a class it would cover the stage.
    const { panels, togglePanel } = store.getState();
    if (screen === 'lecture' && panels.inspector && !needsInspector(misconception)) togglePanel('inspector');
  }, [store, misconception, moment]);
  return shown?.isThere === true ? <LightRules lights={shown.set.misconception.lights} /> : null;
}

/** What is to be seen is nowhere else. */
function needsInspector({ show, lights }: Misconception): boolean {
  return (show.look ?? 'inside') !== 'inside' || lights.every(isInspected);
}
