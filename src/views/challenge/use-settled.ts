/** What has been settled, for the card and the list. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { type Settled, keepSettled, recallSettled, withSettled } from '../../app/challenge-progress.ts';

const kept = (): Storage => window.localStorage;
const store = createStore<Settled>()(() => recallSettled(kept));

export function useSettled(): Settled {
  return useStore(store);
}

/** `deeds` null: that it cannot be done. */
export function settle(id: string, deeds: number | null): void {
  const before = store.getState();
  const after = withSettled(before, id, deeds);
  if (before[id] !== after[id]) setSettled(after);
}

/** All of it: brought from elsewhere, or forgotten. */
export function setSettled(settled: Settled): void {
  store.setState(settled, true);
  keepSettled(kept, settled);
}
