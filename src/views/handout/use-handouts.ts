/** What handouts are made of: the steps of a lesson in its words, or bookmarks with what has happened there. */
import { useState } from 'react';
import { Prompter } from '../../app/prompter.ts';
import { LANGUAGES } from '../../locales/language.ts';
import type { TaughtLesson } from '../../lessons/words.ts';
import { select } from '../../sim/select.ts';
import { useFacts, useLab, useLabState } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { useScreenWords } from '../lecture/screen-words.ts';
import { useLanguage, useWordsOf } from '../lesson/lesson-words.ts';
import { usePlayer } from '../lesson/use-player.ts';
import { useValueText } from '../lesson/use-value-text.ts';
import { lessonNotes } from '../speaker/lesson-notes.ts';
import { sentence, tell } from '../story/narrate.ts';
import { statusOf } from '../story/status.ts';
import { whoIn } from '../story/who.ts';
import type { Handout, HandoutStep } from './handout-page.ts';
import { type Making, type Pictured, picturesOfLesson, picturesOfRun, toldBookmarks } from './make-handout.ts';
import { useHandoutWords } from './handout-words.ts';

export interface Wanted {
  readonly title: string;
  readonly answers: boolean;
}

export interface HandoutMaker {
  readonly steps: number;
  /** It has questions, and so answers. */
  readonly asks: boolean;
  /** Null when it was cancelled. */
  readonly make: (wanted: Wanted, making: Making) => Promise<Handout | null>;
}

export function useRunHandout(): HandoutMaker {
  const lab = useLab();
  const { session } = lab;
  const words = useHandoutWords();
  const labWords = useLabWords();
  const { views } = useScreenWords();
  const facts = useFacts();
  const frame = useFrame();
  const count = useLabState(({ bookmarks }) => bookmarks.length);
  const stepOf = ({ place, pictures }: Pictured, name: string): HandoutStep => {
    const run = session.branch(place.branch);
    const who = whoIn(facts, labWords, run);
    const last =
      place.cursor === 0
        ? labWords.sentence(labWords.event.start)
        : sentence(tell(run.entryAt(place.cursor - 1), who, labWords), labWords);
    const title = name === '' ? last.replace(/[.。]$/, '') : name;
    const status = labWords.sentences(statusOf(session.facts(select, place), labWords));
    return {
      title,
      place: words.place(labWords.formats.time(place.millis), place.cursor),
      says: name === '' ? [status] : [`${last} ${status}`],
      ask: null,
      pictures,
      pictureName: words.picture(title),
    };
  };
  return {
    steps: count,
    asks: false,
    make: async ({ title }, making) => {
      const names = toldBookmarks(lab).map(({ name }) => name);
      const found = await picturesOfRun(lab, views, making);
      if (found === null) return null;
      return {
        ...(await frame(words.link)),
        title,
        intro: '',
        steps: found.map((one, index) => stepOf(one, names[index] ?? '')),
        answers: null,
      };
    },
  };
}

export function useLessonHandout(taught: TaughtLesson): HandoutMaker {
  const lab = useLab();
  const player = usePlayer();
  const words = useHandoutWords();
  const labWords = useLabWords();
  const { views } = useScreenWords();
  const said = useWordsOf(taught);
  const write = useValueText();
  const frame = useFrame();
  const [prompter] = useState(() => new Prompter(taught.lesson));
  const { steps } = taught.lesson;
  return {
    steps: steps.length,
    asks: steps.some(({ predict }) => predict !== undefined),
    make: async ({ title, answers }, making) => {
      const link = await frame(words.lessonLink, `#lesson=${taught.lesson.id}`);
      const found = await picturesOfLesson(lab, player, views, making);
      if (found === null) return null;
      const told = steps.map((_, step) =>
        lessonNotes(taught, said, { step, phase: 'shows', choice: null }, prompter, write),
      );
      return {
        ...link,
        title,
        intro: said.question,
        steps: found.flatMap(({ pictures, place }, index): readonly HandoutStep[] => {
          const notes = told[index];
          if (notes === undefined || notes === null) return [];
          return [
            {
              title: notes.title,
              place: words.place(labWords.formats.time(place.millis), place.cursor),
              says: notes.says.split('\n\n'),
              ask:
                notes.ask === null
                  ? null
                  : { question: notes.ask.question, choices: notes.ask.choices.map(({ name }) => name) },
              pictures,
              pictureName: words.picture(notes.title),
            },
          ];
        }),
        answers: answers
          ? {
              title: words.answers,
              of: told.flatMap((notes, index) => {
                if (notes?.ask == null) return [];
                const right = notes.ask.choices
                  .filter(({ isRight }) => isRight)
                  .map(({ name }) => labWords.sentence(name));
                return [
                  {
                    number: index + 1,
                    title: notes.ask.question,
                    right: right.join(' '),
                    says: notes.ask.answer.split('\n\n'),
                  },
                ];
              }),
            }
          : null,
      };
    },
  };
}

/** What is the same of every handout: its language, and the address printed on it. */
function useFrame(): (name: string, fragment?: string) => Promise<Pick<Handout, 'language' | 'link' | 'predict'>> {
  const { address } = useLab();
  const words = useHandoutWords();
  const language = useLanguage();
  return async (name, fragment) => {
    const url = new URL(fragment ?? (await address.link()), window.location.href);
    // Only the sender speaks to a class.
    url.searchParams.delete('lecture');
    return {
      language: LANGUAGES.find((one) => one.language === language)?.tag ?? language,
      link: { name, url: url.href },
      predict: words.predict,
    };
  };
}
