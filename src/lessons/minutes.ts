/** How long a lesson takes whoever reads it and answers it, by what it has to read, to watch and to decide. */
import { type Lesson, type Stand, WATCHED_SECONDS } from './lesson.ts';
import type { LessonWords } from './words.ts';

/** Of prose on a technical matter, read once, in English. */
const WORDS_A_MINUTE = 200;
/** To find what is lit, in each place that is shown. */
const SECONDS_TO_LOOK = 5;
/** To make up one's mind about a question. */
const SECONDS_TO_DECIDE = 20;

/** Minutes, not rounded, of somebody who reads every text but of the wrong answers one, of usual length. */
export function minutesOf({ steps }: Lesson, words: LessonWords): number {
  let [read, places, watched, questions] = [0, 0, 0, 0];
  for (const step of steps) {
    const { title, says, ask = '', answer = '', choices = {}, wrong = {} } = words.steps[step.id] ?? {};
    const wrongs = Object.values(wrong).map(wordsIn);
    read += [title, says, ask, answer, ...Object.values(choices)].reduce((sum, text) => sum + wordsIn(text ?? ''), 0);
    read += wrongs.reduce((sum, count) => sum + count / wrongs.length, 0);
    watched += secondsOf(step);
    places += 1;
    if (step.predict === undefined) continue;
    // The branch of a wrong answer is watched as well, and takes as long.
    watched += 2 * secondsOf(step.predict.answer);
    places += 2;
    questions += 1;
  }
  const seconds = watched + places * SECONDS_TO_LOOK + questions * SECONDS_TO_DECIDE;
  return read / WORDS_A_MINUTE + seconds / 60;
}

/** Of the way to a place. */
function secondsOf({ until, acts, seconds = WATCHED_SECONDS }: Stand): number {
  return until === undefined && acts === undefined ? 0 : seconds;
}

function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}
