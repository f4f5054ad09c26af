/** What a speaker reads about a step of a lesson: its words, the answer that the class does not see yet, and the next step. */
import { type Phase, partOf } from '../../app/lesson-player.ts';
import type { Prompter } from '../../app/prompter.ts';
import type { Choice, Question, Value } from '../../lessons/lesson.ts';
import { type TaughtLesson, type LessonWords, filled } from '../../lessons/words.ts';

export interface LessonNotes {
  readonly title: string;
  readonly says: string;
  readonly ask: AskNotes | null;
  readonly next: { readonly title: string; readonly says: string } | null;
}

export interface AskNotes {
  readonly question: string;
  readonly choices: readonly { readonly id: string; readonly name: string; readonly isRight: boolean }[];
  readonly answer: string;
}

export interface NotesAt {
  readonly step: number;
  readonly phase: Phase;
  readonly choice: string | null;
}

export function lessonNotes(
  { lesson }: TaughtLesson,
  { steps }: LessonWords,
  { step, phase, choice }: NotesAt,
  prompter: Prompter,
  write: (question: Question, value: Value) => string,
): LessonNotes | null {
  const data = lesson.steps[step];
  const told = data === undefined ? undefined : steps[data.id];
  if (data === undefined || told === undefined) return null;
  const text = (said: string, at: number, part: Parameters<Prompter['valuesAt']>[1]): string => {
    const values = prompter.valuesAt(at, part);
    return filled(said, (name) => {
      const asked = values?.get(name);
      return asked === undefined ? '…' : write(asked.question, asked.value);
    });
  };
  const { predict } = data;
  const nameOf = (one: Choice): string =>
    (one.named === true ? told.choices?.[one.id] : undefined) ??
    (predict === undefined ? '' : write(predict.question, one.is));
  const wrong = phase === 'wrong' && choice !== null ? (told.wrong?.[choice] ?? told.wrong?.['*']) : undefined;
  const right = predict === undefined ? null : prompter.rightChoice(step);
  const following = lesson.steps[step + 1];
  const followingWords = following === undefined ? undefined : steps[following.id];
  return {
    title: told.title,
    says: wrong === undefined ? text(told.says, step, 'step') : text(wrong, step, partOf(phase, choice)),
    ask:
      predict === undefined
        ? null
        : {
            question: told.ask ?? '',
            choices: predict.choices.map((one) => ({ id: one.id, name: nameOf(one), isRight: one.id === right?.id })),
            answer: text(told.answer ?? '', step, 'answer'),
          },
    next:
      followingWords === undefined
        ? null
        : { title: followingWords.title, says: text(followingWords.says, step + 1, 'step') },
  };
}
