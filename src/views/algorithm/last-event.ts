/** The last event of a run that happened at one node. */
import type { Session } from '../../app/session.ts';
import type { Entry } from '../../sim/entry.ts';

type Run = Pick<ReturnType<Session['branch']>, 'valueAt' | 'entryAt'>;

/** Further back nobody looks: a node that has been silent for so long is down. */
const LOOK_EVENTS = 5000;

export interface LastEvent {
  readonly index: number;
  readonly entry: Entry;
}

export function lastEventAt(run: Run, cursor: number, node: number): LastEvent | null {
  for (let index = cursor - 1; index >= Math.max(0, cursor - LOOK_EVENTS); index--) {
    if (run.valueAt('node', index) === node) return { index, entry: run.entryAt(index) };
  }
  return null;
}
