/** Branches as the timeline shows them: where each leaves the one on show, and what opened it. */
import type { Session } from '../../app/session.ts';
import type { Action } from '../../sim/action.ts';

export interface BranchView {
  readonly id: number;
  /** The action that opened it; null for the root. */
  readonly action: Action | null;
  /** Where it parts from the branch on show. */
  readonly forkCursor: number;
  readonly forkTime: number;
  readonly endTime: number;
}

type Run = ReturnType<Session['branch']>;

/**
 * Every other branch, in order of where it parts. Left out are those that the one on show went on from at once:
 * each of several actions at the same place opens a branch, and only the last of them was ever meant to be seen.
 */
export function branchesBeside(session: Session, shown: number): readonly BranchView[] {
  const current = session.branch(shown);
  return session.branches
    .filter((branch) => branch.id !== shown && !isPassedThrough(current, branch))
    .map((branch): BranchView => {
      const forkCursor = partingCursor(current, branch);
      return {
        id: branch.id,
        action: branch.fork?.action ?? null,
        forkCursor,
        forkTime: current.timeAt(Math.min(forkCursor, current.length)),
        endTime: branch.timeAt(branch.length),
      };
    })
    .toSorted((a, b) => a.forkCursor - b.forkCursor || a.id - b.id);
}

function isPassedThrough(current: Run, branch: Run): boolean {
  for (let at: Run | undefined = current; at?.fork !== undefined && at.fork !== null; at = at.fork.parent) {
    if (at.fork.parent === branch) return branch.fork !== null && at.fork.cursor === branch.start + 1;
  }
  return false;
}

/** Branches that part so close to each other that their names would overlap. */
export function clustered<T extends { readonly forkTime: number }>(
  branches: readonly T[],
  within: number,
): readonly (readonly T[])[] {
  const clusters: T[][] = [];
  for (const branch of branches) {
    const last = clusters.at(-1);
    const start = last?.[0];
    if (last !== undefined && start !== undefined && branch.forkTime - start.forkTime <= within) last.push(branch);
    else clusters.push([branch]);
  }
  return clusters;
}

/** How many events two branches share. */
function partingCursor(a: Run, b: Run): number {
  const pathOf = (run: Run): readonly { id: number; until: number }[] => {
    const path: { id: number; until: number }[] = [];
    let until = run.length;
    for (let at: Run | undefined = run; at !== undefined; at = at.fork?.parent) {
      path.unshift({ id: at.id, until });
      until = Math.min(until, at.fork?.cursor ?? 0);
    }
    return path;
  };
  const [one, two] = [pathOf(a), pathOf(b)];
  let shared = 0;
  for (const [depth, step] of one.entries()) {
    const other = two[depth];
    if (other?.id !== step.id) break;
    shared = Math.min(step.until, other.until);
  }
  return shared;
}

/** A, B, C …: the root is A. */
export function branchLetter(id: number): string {
  return id < 26
    ? String.fromCharCode(65 + id)
    : `${String.fromCharCode(64 + Math.floor(id / 26))}${String.fromCharCode(65 + (id % 26))}`;
}
