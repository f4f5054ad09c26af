/** What a bookmark is called: as the visitor named it, else by what has just happened there. */
import type { Bookmark } from '../../app/session.ts';
import { useFacts, useLab } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { sentence, tell } from '../story/narrate.ts';
import { whoIn } from '../story/who.ts';

export function useBookmarkName(): (bookmark: Bookmark) => string {
  const { session } = useLab();
  const words = useLabWords();
  const facts = useFacts();
  return ({ branch, cursor, name }) => {
    if (name !== '') return name;
    const run = session.branch(branch);
    if (cursor === 0) return words.event.start;
    return sentence(tell(run.entryAt(cursor - 1), whoIn(facts, words, run), words), words).replace(/[.。]$/, '');
  };
}
