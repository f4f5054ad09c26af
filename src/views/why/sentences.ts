/** An answer as the sentences it comes to: what is read aloud. */
import { sentence, tell } from '../story/narrate.ts';
import type { Answer } from './answer.ts';
import { type Shown, reasonNote, shortened, SENTENCES_MAX } from './shorten.ts';
import { type Told, saidText } from './why-words.ts';
import type { Cause } from './causes.ts';

/** The chain of an answer as far as it is shown; all of it once somebody has asked for that. */
export function shownChain({ head, headIndex, causes }: Answer, whole: boolean): readonly Shown[] {
  const max = whole ? causes.length : SENTENCES_MAX - (head === null ? 0 : 1);
  return shortened(causes, { max, keepsNewest: head === null || causes[0]?.index === headIndex });
}

export function causeText({ entry }: Cause, { words, who }: Pick<Told, 'words' | 'who'>): string {
  return sentence(tell(entry, who, words, reasonNote(entry)), words);
}

/** No more than are shown before somebody asks for all. */
export function sentencesOf(answer: Answer, told: Told): readonly string[] {
  const { why } = told;
  const said = [...(answer.head === null ? [] : [answer.head]), ...answer.reasons.map((reason) => reason.said)];
  const chain = shownChain(answer, false).flatMap((shown) => ('cause' in shown ? [causeText(shown.cause, told)] : []));
  const next = answer.next === null ? [] : [`${why.next} ${causeText(answer.next, told)}`];
  const head = answer.head === null ? 0 : 1;
  const sentences = said.map((one) => saidText(one, why));
  return [...sentences.slice(0, head), ...chain, ...sentences.slice(head, SENTENCES_MAX - next.length), ...next];
}
