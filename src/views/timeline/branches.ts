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

/** Every other branch, in order of where it parts. */
export function branchesBeside(session: Session, shown: number): readonly BranchView[] {
  const current = session.branch(shown);
  return session.branches
    .filter((branch) => branch.id !== shown)
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
