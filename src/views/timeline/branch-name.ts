/** What a branch is called: as the visitor named it, else by the deed that opened it, "Freeze S3 at 6.492". */
import { useLab, useLabState } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { deedText } from '../story/action-text.ts';
import { deedOf } from './branches.ts';

export function useBranchName(): (branch: number) => string {
  const names = useLabState((state) => state.branchNames);
  const deedName = useDeedName();
  return (branch) => names[branch] ?? deedName(branch);
}

export function useDeedName(): (branch: number) => string {
  const { session } = useLab();
  const words = useLabWords();
  return (branch) => {
    const deed = deedOf(session, session.branch(branch));
    if (deed === null) return words.time.root;
    if (deed.otherwise !== undefined) return words.compare.otherwise(Object.entries(deed.otherwise));
    if (deed.actions.length === 0) return words.time.changed(deed.at);
    return words.time.branchAt(deedText(deed.actions, words), deed.at);
  };
}
