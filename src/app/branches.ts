/** Which branches of a session a visitor means, and how they lie to each other. */
import { sharedLength } from '../history/shared-length.ts';
import type { Timeline } from '../history/timeline.ts';
import type { Action } from '../sim/action.ts';
import type { Place, Session } from './session.ts';
import type { Direction } from './store.ts';

/**
 * The branches worth a name, in the order they were opened: without those that another went on from at once. Several
 * deeds at the same moment open one each, and only the last was ever meant to be seen.
 */
export function namedBranches<M, E>(session: Session<M, E>, shown: number): readonly Timeline<M, Action, E>[] {
  return session.branches.filter(
    (branch) =>
      branch.id === shown ||
      (session.isMeant(branch.id) && !session.branches.some(({ fork }) => isPassedThrough(branch, fork))),
  );
}

function isPassedThrough<M, E>(branch: Timeline<M, Action, E>, fork: Timeline<M, Action, E>['fork']): boolean {
  return (
    branch.fork !== null &&
    fork?.parent === branch &&
    fork.cursor === branch.fork.cursor + branch.fork.actions.length &&
    fork.wait === 0
  );
}

/** The branch to set beside another unless one is named: what it left, or the newest that left it; null without any. */
export function branchBeside<M, E>(session: Session<M, E>, shown: number): number | null {
  const named = namedBranches(session, shown);
  let { fork } = session.branch(shown);
  while (fork !== null && !named.includes(fork.parent)) ({ fork } = fork.parent);
  return fork?.parent.id ?? named.findLast(({ id }) => id !== shown)?.id ?? null;
}

/** The next branch in the order they were opened, just after it parts from the one on show; null after the last. */
export function placeOnNextBranch<M, E>(session: Session<M, E>, shown: number, direction: Direction): Place | null {
  const named = namedBranches(session, shown);
  const next = named[named.findIndex(({ id }) => id === shown) + direction];
  if (next === undefined) return null;
  return { branch: next.id, cursor: Math.min(sharedLength(session.branch(shown), next) + 1, next.length) };
}
