/** Branches as the timeline shows them: where each leaves the one on show, and what opened it. */
import { namedBranches } from '../../app/branches.ts';
import { otherwiseOf } from '../../app/otherwise.ts';
import type { Session } from '../../app/session.ts';
import { sharedLength } from '../../history/shared-length.ts';
import type { Action } from '../../sim/action.ts';
import type { Behaviour } from '../../zookeeper/config/behaviour.ts';

interface BranchDeed {
  /** None where the steps ahead were changed, or the behaviour. */
  readonly actions: readonly Action[];
  readonly at: number;
  /** Of a branch that differs from its parent in behaviour from the start, in what. */
  readonly otherwise?: Partial<Behaviour>;
}

export interface BranchView {
  readonly id: number;
  /** Where it parts from the branch on show. */
  readonly forkCursor: number;
  readonly forkTime: number;
}

type Run = ReturnType<Session['branch']>;

/** What a branch was opened for, and when that was done; null for the root. */
export function deedOf(session: Session, branch: Run): BranchDeed | null {
  const { fork } = branch;
  if (fork === null) return null;
  const otherwise = otherwiseOf(session, branch.id);
  if (otherwise !== null) return { actions: [], at: 0, otherwise };
  const { actions, cursor } = fork;
  return { actions, at: branch.timeAt(actions.length === 0 ? cursor : cursor + 1) };
}

/** Every other branch worth a name, in order of where it parts. */
export function branchesBeside(session: Session, shown: number): readonly BranchView[] {
  const current = session.branch(shown);
  return namedBranches(session, shown)
    .filter((branch) => branch.id !== shown)
    .map((branch): BranchView => {
      const forkCursor = sharedLength(current, branch);
      return {
        id: branch.id,
        forkCursor,
        forkTime: current.timeAt(Math.min(forkCursor, current.length)),
      };
    })
    .toSorted((a, b) => a.forkCursor - b.forkCursor || a.id - b.id);
}

/** What lies so close to each other, in order, that it would overlap: no further than `within` from the first of them. */
export function clustered<T>(
  members: readonly T[],
  within: number,
  placeOf: (member: T) => number,
): readonly (readonly T[])[] {
  const clusters: T[][] = [];
  for (const member of members) {
    const last = clusters.at(-1);
    const start = last?.[0];
    if (last !== undefined && start !== undefined && placeOf(member) - placeOf(start) <= within) last.push(member);
    else clusters.push([member]);
  }
  return clusters;
}
