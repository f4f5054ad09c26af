/** The challenge that the run on show is an attempt at; null outside, and in lessons. */
import type { SetChallenge } from '../../challenges/challenge.ts';
import { challengeOf } from '../../challenges/challenges.ts';
import { useLab, useLabState } from '../lab.ts';

export function useShownChallenge(): SetChallenge | null {
  const { session } = useLab();
  // The scene is another wherever the run is.
  useLabState(({ branch, run }) => `${run} ${branch}`);
  const inLesson = useLabState(({ lesson }) => lesson !== null);
  return inLesson ? null : challengeOf(session.scenario);
}
