/** What a speaker reads: the clock, what is on the screen, what is not yet, and what comes next. */
import { useStore } from 'zustand';
import { Icon } from '../../widgets/Icon.tsx';
import { useShownChallenge } from '../challenge/shown-challenge.ts';
import { useLab, useLabState } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { useLessonState, usePlayer } from '../lesson/use-player.ts';
import { ChallengeNotes } from './ChallengeNotes.tsx';
import { LessonPart } from './LessonPart.tsx';
import { RunPart } from './RunPart.tsx';
import { TalkClock } from './TalkClock.tsx';
import { useSpeakerWords } from './speaker-words.ts';
import styles from './SpeakerPage.module.css';

export function SpeakerPage({ own }: { readonly own: Window }) {
  const lab = useLab();
  const words = useSpeakerWords();
  const inLesson = useLabState(({ lesson }) => lesson?.free === false);
  const blank = useStore(lab.store, (state) => state.blank);
  const taught = useLessonState((state) => state.taught);
  const set = useShownChallenge();
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1 className="sr">{words.title}</h1>
        <TalkClock own={own} />
      </header>
      <main className={styles.main}>
        {blank && (
          <p className={styles.blank} role="status">
            {words.blank}
          </p>
        )}
        {inLesson && taught !== null ? (
          <LessonPart key={taught.lesson.id} taught={taught} own={own} />
        ) : (
          <>
            {set !== null && <ChallengeNotes set={set} />}
            <RunPart />
          </>
        )}
      </main>
      <footer className={styles.foot}>
        <Drive inLesson={inLesson} />
        <p className={styles.keys}>{words.keys}</p>
      </footer>
    </div>
  );
}

/** The screen from here. */
function Drive({ inLesson }: { readonly inLesson: boolean }) {
  const { store } = useLab();
  const player = usePlayer();
  const words = useSpeakerWords();
  const labWords = useLabWords();
  const playing = useLabState((state) => state.playing);
  const blank = useLabState((state) => state.blank);
  const { step, togglePlay, setBlank } = store.getState();
  const move = (direction: 1 | -1): void => {
    if (!inLesson) step(direction);
    else if (direction === 1) player.next();
    else player.back();
  };
  return (
    <div className={styles.drive} role="group" aria-label={labWords.time.transport}>
      <button type="button" onClick={() => move(-1)}>
        <Icon name="back" size={20} />
        {words.back}
      </button>
      <button type="button" onClick={togglePlay}>
        <Icon name={playing ? 'pause' : 'play'} size={20} />
        {playing ? words.pause : words.play}
      </button>
      <button type="button" aria-pressed={blank} onClick={() => setBlank(!blank)}>
        <Icon name="stop" size={20} />
        {words.blankScreen}
      </button>
      <button type="button" className={styles.on} onClick={() => move(1)}>
        {words.forward}
        <Icon name="forward" size={20} />
      </button>
    </div>
  );
}
