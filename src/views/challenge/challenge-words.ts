/** What stands around challenges, and the words of one, in the visitor's language. */
import type { ChallengeWords, SetChallenge } from '../../challenges/challenge.ts';
import { enChallenges } from '../../locales/en-challenges.ts';
import { useCatalogue } from '../lab.ts';
import { useLanguage } from '../lesson/lesson-words.ts';

export function useChallengesWords() {
  return useCatalogue('challenges', enChallenges);
}

export function useWordsOf({ words }: SetChallenge): ChallengeWords {
  return words[useLanguage()];
}
