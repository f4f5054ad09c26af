/** What a branch is called: "Freeze S3 at 6.492", by the deed that opened it. */
import { useLabWords } from '../lab-words.ts';
import { deedText } from '../story/action-text.ts';
import type { BranchView } from './branches.ts';

export function useBranchName(): (deed: BranchView['deed']) => string {
  const words = useLabWords();
  return (deed) => {
    if (deed === null) return words.time.root;
    if (deed.otherwise !== undefined) return words.compare.otherwise(Object.entries(deed.otherwise));
    if (deed.actions.length === 0) return words.time.changed(deed.at);
    return words.time.branchAt(deedText(deed.actions, words), deed.at);
  };
}
