/**
 * Parts of the page that the first picture does not need: asked for as soon as the script runs, so that nothing is
 * loaded once somebody works with the page, and drawn without a flicker because they are there by then.
 */
import { useSyncExternalStore } from 'react';

/** A hook for what `load` brings; null until it has come. */
export function later<T>(load: () => Promise<T>): () => T | null {
  let value: T | null = null;
  const listeners = new Set<() => void>();
  const bring = async () => {
    value = await load();
    for (const listener of listeners) listener();
  };
  void bring();
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return function useLater() {
    return useSyncExternalStore(subscribe, () => value);
  };
}
