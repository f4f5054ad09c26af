/** The answer that is open. It belongs to the moment it was asked of, so it is worked out once, wherever one goes then. */
import { hidesFuture } from '../../app/store.ts';
import type { Lab } from '../../app/lab.ts';
import type { Asked, Question } from '../../app/question.ts';
import type { LabWords } from '../../locales/translation.ts';
import { select } from '../../sim/select.ts';
import { useFacts, useLab, useLabState, usePlace } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { whoIn } from '../story/who.ts';
import type { Answer } from './answer.ts';
import { answerTo } from './answers.ts';
import { type Lit, litBy } from './lit.ts';
import { type Told, questionText, useWhyWords } from './why-words.ts';

export interface OpenAnswer {
  readonly asked: Asked;
  readonly title: string;
  readonly answer: Answer;
  readonly told: Told;
  readonly lit: Lit;
}

const known = new WeakMap<Asked, OpenAnswer>();

function open({ session, store }: Lab, asked: Asked, words: LabWords, why: Told['why']): OpenAnswer {
  const found = known.get(asked);
  if (found !== undefined && found.told.why === why) return found;
  const { question, place } = asked;
  const facts = session.facts(select, place);
  const run = session.branch(place.branch);
  const told: Told = { words, why, facts, run, who: whoIn(facts, words, run) };
  const whole = answerTo({ question, facts, run, cursor: place.cursor });
  // Whoever is to predict what comes is not told.
  const answer = hidesFuture(store.getState()) ? { ...whole, next: null } : whole;
  const made = { asked, answer, told, title: questionText(question, told), lit: litBy(answer, asked, run) };
  known.set(asked, made);
  return made;
}

/** Null while nothing is asked. */
export function useOpenAnswer(): OpenAnswer | null {
  const lab = useLab();
  const words = useLabWords();
  const why = useWhyWords();
  const asked = useLabState((state) => state.asked);
  return asked === null ? null : open(lab, asked, words, why);
}

/** What is to be marked in every view; null while nothing is asked. */
export function useLit(): Lit | null {
  return useOpenAnswer()?.lit ?? null;
}

/** A question about the place on show, in words. */
export function useQuestionText(): (question: Question) => string {
  const { session } = useLab();
  const words = useLabWords();
  const why = useWhyWords();
  const facts = useFacts();
  const run = session.branch(usePlace().branch);
  return (question) => questionText(question, { words, why, facts, run, who: whoIn(facts, words, run) });
}
