/** What stands around misconceptions, and the words of one, in the visitor's language. */
import { enMisconceptions } from '../../locales/en-misconceptions.ts';
import type { MisconceptionWords, SetMisconception } from '../../misconceptions/misconception.ts';
import { useCatalogue } from '../lab.ts';
import { useLanguage } from '../lesson/lesson-words.ts';

export function useMisconceptionsWords() {
  return useCatalogue('misconceptions', enMisconceptions);
}

export function useWordsOf({ words }: SetMisconception): MisconceptionWords {
  return words[useLanguage()];
}
