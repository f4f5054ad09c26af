/** All lessons by their arcs, the two talks, and how far the visitor has come. */
import type { LessonProgress } from '../../app/lesson-progress.ts';
import { LESSONS } from '../../lessons/lessons.ts';
import { ARCS, TALKS } from '../../lessons/lesson.ts';
import type { TaughtLesson } from '../../lessons/words.ts';
import { Icon } from '../../widgets/Icon.tsx';
import { Sheet } from '../../widgets/Sheet.tsx';
import { useLab, useLabState } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { ChallengeList } from '../challenge/ChallengeList.tsx';
import { ProgressPart } from './ProgressPart.tsx';
import { useLessonsWords, useWordsOf } from './lesson-words.ts';
import { useLessonState, usePlayer } from './use-player.ts';
import styles from './LessonsSheet.module.css';

export function LessonsSheet() {
  const open = useLabState((state) => state.panels.lessons);
  return open ? <OpenSheet /> : null;
}

function OpenSheet() {
  const { store } = useLab();
  const labWords = useLabWords();
  const words = useLessonsWords();
  const progress = useLessonState((state) => state.progress);
  const arcs = ARCS.map((arc) => ({ arc, of: LESSONS.filter(({ lesson }) => lesson.arc === arc) }));
  const talks = TALKS.map((talk) => ({ talk, of: LESSONS.filter(({ lesson }) => lesson.talks?.includes(talk)) }));
  return (
    <Sheet title={words.title} closeName={labWords.keys.close} onClose={() => store.getState().togglePanel('lessons')}>
      <div className={styles.lessons}>
        {arcs.map(
          ({ arc, of }) =>
            of.length > 0 && (
              <section key={arc}>
                <h3>{words.arcs[arc]}</h3>
                <ol>
                  {of.map((taught) => (
                    <Line key={taught.lesson.id} taught={taught} progress={progress.lessons[taught.lesson.id]} />
                  ))}
                </ol>
              </section>
            ),
        )}
        <ChallengeList />
        {talks.map(
          ({ talk, of }) =>
            of.length > 0 && (
              <section key={talk}>
                <h3>
                  {words.talks[talk]} <small>{words.talkSteps(of.length, minutesOf(of))}</small>
                </h3>
                <ol className={styles.talk}>
                  {of.map((taught) => (
                    <TalkLine key={taught.lesson.id} taught={taught} />
                  ))}
                </ol>
              </section>
            ),
        )}
        <ProgressPart />
      </div>
    </Sheet>
  );
}

function useOpenLesson(): (taught: TaughtLesson, step: number) => void {
  const player = usePlayer();
  const { store } = useLab();
  return (taught, step) => {
    const { panels, togglePanel } = store.getState();
    if (panels.lessons) togglePanel('lessons');
    player.open(taught, step);
  };
}

function Line({ taught, progress }: { readonly taught: TaughtLesson; readonly progress: LessonProgress | undefined }) {
  const words = useLessonsWords();
  const { title, question } = useWordsOf(taught);
  const open = useOpenLesson();
  const { lesson } = taught;
  // Who has finished it begins anew.
  const step = progress === undefined || progress.done ? 0 : Math.min(progress.step, lesson.steps.length - 1);
  return (
    <li>
      <button type="button" className={styles.line} onClick={() => open(taught, step)}>
        <span className={styles.number}>{lesson.number}</span>
        <span className={styles.name}>
          <b>{title}</b>
          <span>{question}</span>
        </span>
        <span className={styles.state}>
          {progress?.done === true ? (
            <>
              <Icon name="tick" /> {words.done}
            </>
          ) : progress === undefined ? (
            words.minutes(lesson.minutes)
          ) : (
            words.seen(step + 1, lesson.steps.length)
          )}
        </span>
      </button>
    </li>
  );
}

function TalkLine({ taught }: { readonly taught: TaughtLesson }) {
  const { title } = useWordsOf(taught);
  const open = useOpenLesson();
  return (
    <li>
      <button type="button" className={styles.link} onClick={() => open(taught, 0)}>
        {title}
      </button>
    </li>
  );
}

function minutesOf(lessons: readonly TaughtLesson[]): number {
  return lessons.reduce((sum, { lesson }) => sum + lesson.minutes, 0);
}
