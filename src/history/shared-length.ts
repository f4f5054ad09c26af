import type { Fork, Timeline } from './timeline.ts';

type Run<M, A, E> = Timeline<M, A, E>;

/** How many events two branches of one tree share. */
export function sharedLength<M, A, E>(first: Run<M, A, E>, second: Run<M, A, E>): number {
  const [one, other] = [pathOf(first), pathOf(second)];
  let shared = 0;
  for (const [depth, step] of one.entries()) {
    const beside = other[depth];
    if (beside?.id !== step.id) break;
    shared = Math.min(step.until, beside.until);
  }
  return shared;
}

/** From the root to a branch, each with the cursor up to which the branch follows it. */
function pathOf<M, A, E>(run: Run<M, A, E>): readonly { readonly id: number; readonly until: number }[] {
  const path = [{ id: run.id, until: run.length }];
  let fork: Fork<M, A, E> | null = run.fork;
  while (fork !== null) {
    path.unshift({ id: fork.parent.id, until: fork.cursor });
    fork = fork.parent.fork;
  }
  return path;
}
