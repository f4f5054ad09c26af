/** What stands around lessons, and the words of one, in the visitor's language. */
import { enLessons } from '../../locales/en-lessons.ts';
import type { Language } from '../../locales/language.ts';
import type { LessonWords, TaughtLesson } from '../../lessons/words.ts';
import { useCatalogue, useLabState } from '../lab.ts';

export function useLessonsWords() {
  return useCatalogue('lessons', enLessons);
}

export function useLanguage(): Language {
  return useLabState(({ translation }) => translation?.language ?? 'en');
}

export function useWordsOf(taught: TaughtLesson): LessonWords {
  return taught.words[useLanguage()];
}
