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

/** Just after another branch parts from the one on show, and after the whole deed that it was opened for. */
export function placeOnBranch<M, E>(session: Session<M, E>, shown: number, other: number): Place {
  const [here, there] = [session.branch(shown), session.branch(other)];
  const shared = sharedLength(here, there);
  const deed = there.fork?.cursor === shared ? there.fork.actions.length : 0;
  return { branch: other, cursor: Math.min(shared + Math.max(1, deed), there.length) };
}

/** The next branch in the order they were opened, just after it parts from the one on show; null after the last. */
export function placeOnNextBranch<M, E>(session: Session<M, E>, shown: number, direction: Direction): Place | null {
  const named = namedBranches(session, shown);
  const next = named[named.findIndex(({ id }) => id === shown) + direction];
  return next === undefined ? null : placeOnBranch(session, shown, next.id);
}
