/** In a sentence or three: where two branches part, and what each has first that the other has not. */
import { select } from '../../sim/select.ts';
import { useLab, usePlace } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { sentence, tell } from '../story/narrate.ts';
import { whoIn } from '../story/who.ts';
import type { Comparison } from './comparison.ts';

export function useSummary(other: number, { shared, onlyFirst, onlySecond }: Comparison): string {
  const { session } = useLab();
  const words = useLabWords();
  const place = usePlace();
  const facts = session.facts(select, place);
  const firstOnly = ([index]: readonly number[], branch: number): string | null => {
    const timeline = session.branch(branch);
    return index === undefined
      ? null
      : sentence(tell(timeline.entryAt(index), whoIn(facts, words, timeline), words), words);
  };
  return words.compare.summary({
    at: session.branch(place.branch).timeAt(shared),
    shared,
    first: firstOnly(onlyFirst, place.branch),
    second: firstOnly(onlySecond, other),
  });
}
