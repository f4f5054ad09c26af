/**
 * What the scenario menu offers: the scenarios that come with the program, and runs that a real ensemble went through; and
 * what the scenes of lessons and challenges and the runs of misconceptions are called there.
 */
import { ensure } from '../base/assert.ts';
import { challengeOf } from '../challenges/challenges.ts';
import { LESSONS } from '../lessons/lessons.ts';
import type { Language } from '../locales/language.ts';
import { misconceptionOf } from '../misconceptions/misconceptions.ts';
import { RECORDED_TITLES, recordedScenario } from '../replay/recorded.ts';
import { BUILTIN_SCENARIOS } from '../scenario/builtin.ts';
import type { LabStore } from './store.ts';

export const BUILTIN = BUILTIN_SCENARIOS;

export const RECORDINGS = RECORDED_TITLES;

/** Opens the scenario of a recording at its start. */
export function openRecording(store: LabStore, name: string): void {
  store.getState().openScenario(ensure(recordedScenario(name), `recording ${name}`));
}

/** The lesson that a scenario belongs to, by its number and title, the challenge or the misconception; null for any other scenario. */
export function titleOfScene(scenarioId: string, language: Language): string | null {
  const misconception = misconceptionOf({ id: scenarioId });
  if (misconception !== null) return misconception.words[language].said;
  const set = challengeOf({ id: scenarioId });
  if (set !== null) return set.words[language].title;
  const taught = LESSONS.find(({ lesson }) => Object.values(lesson.scenes).some(({ id }) => id === scenarioId));
  const isOwn = BUILTIN.every(({ id }) => id !== scenarioId);
  return taught === undefined || !isOwn ? null : `${taught.lesson.number} ${taught.words[language].title}`;
}
