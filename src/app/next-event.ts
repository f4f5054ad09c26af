/** Makes something that is pending happen next. */
import type { Action } from '../sim/action.ts';
import type { Lab } from './lab.ts';

/** `actions`: what lets it (`PendingFacts.actions`), one deed; and then it happens. */
export function takeNext({ store }: Pick<Lab, 'store'>, actions: readonly Action[]): void {
  const { act, step } = store.getState();
  if (actions.length === 0 || act(...actions)) step(1);
}
