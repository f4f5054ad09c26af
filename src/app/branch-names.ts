/** What the visitor calls branches, instead of the deeds that opened them. */
import { NAME_MAX } from './bookmarks.ts';
import { namedBranches } from './branches.ts';
import type { Lab } from './lab.ts';

/** Without a letter in it, the name is the deed's again. Can be taken back, as a bookmark can. */
export function nameBranch({ store }: Lab, branch: number, name: string): void {
  const { branchNames, mark } = store.getState();
  const { [branch]: before = '', ...others } = branchNames;
  const named = name.trim().slice(0, NAME_MAX);
  if (named !== before) mark({ branchNames: named === '' ? others : { ...others, [branch]: named } });
}

/** Lets the branch on show be named, where there is another that it is to be told from. */
export function startNaming({ session, store }: Lab): void {
  const { branch, panels, togglePanel, tell } = store.getState();
  if (panels.naming || namedBranches(session, branch).length > 1) togglePanel('naming');
  else tell({ kind: 'noBranch' });
}
