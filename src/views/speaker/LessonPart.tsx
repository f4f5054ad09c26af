/** The notes of a lesson: the step in its own words, the answer before the class sees it, and the step after it. */
import { useEffect, useState } from 'react';
import { Prompter } from '../../app/prompter.ts';
import type { TaughtLesson } from '../../lessons/words.ts';
import { Icon } from '../../widgets/Icon.tsx';
import { useLessonsWords, useWordsOf } from '../lesson/lesson-words.ts';
import { useLessonState, usePlayer } from '../lesson/use-player.ts';
import { useValueText } from '../lesson/use-value-text.ts';
import { type LessonNotes, lessonNotes } from './lesson-notes.ts';
import { useSpeakerWords } from './speaker-words.ts';
import styles from './SpeakerPage.module.css';

interface LessonPartProps {
  readonly taught: TaughtLesson;
  readonly own: Window;
}

export function LessonPart({ taught, own }: LessonPartProps) {
  const player = usePlayer();
  const words = useSpeakerWords();
  const lessons = useLessonsWords();
  const said = useWordsOf(taught);
  const { step, phase, choice, finished } = useLessonState((state) => state);
  const write = useValueText();
  const [prompter] = useState(() => new Prompter(taught.lesson));
  const [notes, setNotes] = useState<LessonNotes | null>(null);
  useEffect(() => {
    // After the screen has what it shows: to know what comes takes a run of its own.
    const timer = own.setTimeout(() => {
      setNotes(lessonNotes(taught, said, { step, phase, choice }, prompter, write));
    });
    return () => own.clearTimeout(timer);
  }, [taught, said, step, phase, choice, prompter, own, write]);
  if (notes === null) return null;
  const { ask, next } = notes;
  return (
    <>
      <section aria-live="polite">
        <p className={styles.crumb}>
          {said.title} · {lessons.crumb(taught.lesson.number, step + 1, taught.lesson.steps.length)}
        </p>
        <h2>{notes.title}</h2>
        <Words text={notes.says} />
      </section>
      {ask !== null && (
        <section>
          <h3>{words.question}</h3>
          <p>
            <b>{ask.question}</b>
          </p>
          <ul className={styles.choices}>
            {ask.choices.map(({ id, name, isRight }, index) => (
              <li key={id}>
                <button
                  type="button"
                  aria-pressed={id === choice}
                  disabled={phase !== 'asks'}
                  onClick={() => player.choose(id)}
                >
                  <kbd>{index + 1}</kbd>
                  <span>{name}</span>
                  {id === choice && <em>{words.chosen}</em>}
                  {isRight && (
                    <em className={styles.right}>
                      <Icon name="tick" />
                      {words.right}
                    </em>
                  )}
                </button>
              </li>
            ))}
          </ul>
          <div className={styles.answer}>
            <h3>{phase === 'told' ? words.told : words.answer}</h3>
            <Words text={ask.answer} />
          </div>
        </section>
      )}
      <section className={styles.next}>
        <h3>{words.next}</h3>
        {next === null || finished ? (
          <p>{words.lastStep}</p>
        ) : (
          <>
            <p>
              <b>{next.title}</b>
            </p>
            <Words text={next.says} />
          </>
        )}
      </section>
    </>
  );
}

function Words({ text }: { readonly text: string }) {
  return text.split('\n\n').map((paragraph) => <p key={paragraph}>{paragraph}</p>);
}
