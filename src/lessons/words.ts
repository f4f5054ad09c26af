/** The words of a lesson in one language. What the run knows stands in them as `{name}`. */
import type { Language } from '../locales/language.ts';
import type { Lesson, Prediction } from './lesson.ts';

/** All that a lesson says; made from its data, so that a string that is missing, or too many, fails the types. */
export type WordsOf<L extends Lesson> = {
  readonly title: string;
  readonly question: string;
  readonly steps: { readonly [S in L['steps'][number] as S['id']]: StepWordsOf<S> };
};

type StepWordsOf<S> = { readonly title: string; readonly says: string } & (S extends { readonly predict: infer P }
  ? PredictionWordsOf<P>
  : unknown);

type PredictionWordsOf<P> = P extends Prediction
  ? {
      readonly ask: string;
      /** Why it is so. */
      readonly answer: string;
      readonly wrong: { readonly [W in keyof P['wrong'] & string]: string };
    } & ([NamedChoice<P>] extends [never] ? unknown : { readonly choices: Readonly<Record<NamedChoice<P>, string>> })
  : unknown;

type NamedChoice<P extends Prediction> = Extract<P['choices'][number], { readonly named: true }>['id'];

/** The same of a lesson that is not known by type. */
export interface LessonWords {
  readonly title: string;
  readonly question: string;
  readonly steps: Readonly<Record<string, StepWords>>;
}

export interface StepWords {
  readonly title: string;
  readonly says: string;
  readonly ask?: string;
  readonly answer?: string;
  readonly wrong?: Readonly<Record<string, string>>;
  readonly choices?: Readonly<Record<string, string>>;
}

/** A lesson and what it says in every language there is. */
export interface TaughtLesson {
  readonly lesson: Lesson;
  readonly words: Readonly<Record<Language, LessonWords>>;
}

export function taught<const L extends Lesson>(lesson: L, words: Readonly<Record<Language, WordsOf<L>>>): TaughtLesson {
  return { lesson, words };
}

/** The names that a text has in braces. */
export function namesIn(text: string): readonly string[] {
  return Array.from(text.matchAll(/\{(\w+)\}/g), ([, name = '']) => name);
}

/** The text with values for its names. */
export function filled(text: string, valueOf: (name: string) => string): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => valueOf(name));
}
