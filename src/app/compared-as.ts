/** How two branches are compared: each on a stage of its own, or both over each other in one diagram. Remembered for the next visit. */
import { type StoreApi, createStore } from 'zustand/vanilla';

export type ComparedAs = 'beside' | 'overlaid';

const KEY = 'zabscope.comparedAs';

export const comparedAs: StoreApi<{ readonly as: ComparedAs }> = createStore(() => ({
  as: stored((kept) => kept.getItem(KEY)) === 'overlaid' ? 'overlaid' : 'beside',
}));

export function compareAs(as: ComparedAs): void {
  comparedAs.setState({ as });
  stored((kept) => kept.setItem(KEY, as));
}

function stored<T>(access: (kept: Storage) => T): T | null {
  try {
    return access(globalThis.localStorage);
  } catch {
    // There is none, or it is forbidden: the choice lasts as long as the page.
    return null;
  }
}
