/** Over the stage: how the cluster stands, the last event in a sentence, and what a lecturer reaches for. */
import { openSpeaker } from '../../app/speaker.ts';
import { Icon } from '../../widgets/Icon.tsx';
import { ICONS } from '../../widgets/later-icons.ts';
import { useFacts, useLab, useLabState } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { textWidth } from '../stage/text-width.ts';
import { useLessonsWords } from '../lesson/lesson-words.ts';
import { usePlayer } from '../lesson/use-player.ts';
import { useSpeakerWords } from '../speaker/speaker-words.ts';
import { useLastSentence } from '../story/Caption.tsx';
import { statusOf } from '../story/status.ts';
import { useSize } from '../use-size.ts';
import { useRef } from 'react';
import { useScreenWords } from './screen-words.ts';
import styles from './CaptionBand.module.css';

const TITLE_FONT = 28;

export function CaptionBand() {
  const lab = useLab();
  const { store } = lab;
  const speaker = useSpeakerWords();
  const words = useLabWords();
  const screens = useScreenWords();
  const facts = useFacts();
  const playing = useLabState((state) => state.playing);
  const inspects = useLabState((state) => state.panels.inspector);
  const last = useLastSentence();
  const free = useLabState(({ lesson }) => lesson?.free === true);
  const inLesson = useLabState(({ lesson }) => lesson?.free === false);
  const player = usePlayer();
  const lessons = useLessonsWords();
  const says = useRef<HTMLDivElement>(null);
  const { width } = useSize(says);
  const { title, rest } = fitted(statusOf(facts, words), width, words.sentences);
  const { togglePanel, setBlank, setScreen } = store.getState();
  return (
    <header className={styles.band}>
      <div className={styles.says} ref={says}>
        <h1>{title}</h1>
        <p aria-live={playing ? 'off' : 'polite'}>{playing && rest !== '' ? rest : last}</p>
      </div>
      <div className={styles.tools}>
        {free && (
          <button type="button" onClick={player.comeBack}>
            <Icon name={ICONS.undo} size={24} />
            {lessons.backToLesson}
          </button>
        )}
        {inLesson && (
          <>
            <button type="button" aria-label={lessons.back} title={lessons.back} onClick={player.back}>
              <Icon name="back" size={24} />
            </button>
            <button type="button" className={styles.next} onClick={player.next}>
              {lessons.next}
              <Icon name="forward" size={24} />
            </button>
          </>
        )}
        <button type="button" aria-pressed={inspects} aria-keyshortcuts="i" onClick={() => togglePanel('inspector')}>
          <Icon name="panelRight" size={24} />
          {screens.inspector}
        </button>
        <button
          type="button"
          aria-label={speaker.open}
          title={speaker.open}
          aria-keyshortcuts="Shift+P"
          onClick={() => openSpeaker(lab)}
        >
          <Icon name={ICONS.speaker} size={24} />
        </button>
        <button
          type="button"
          aria-label={screens.blank}
          title={screens.blank}
          aria-keyshortcuts="b"
          onClick={() => setBlank(true)}
        >
          <Icon name="stop" size={24} />
        </button>
        <button type="button" aria-keyshortcuts="p" onClick={() => setScreen('lab')}>
          <Icon name="close" size={24} />
          {screens.leave}
        </button>
      </div>
    </header>
  );
}

/** As many of the phrases as have room in one line; the others follow. */
function fitted(
  phrases: readonly string[],
  room: number,
  joined: (phrases: readonly string[]) => string,
): { readonly title: string; readonly rest: string } {
  let count = 1;
  while (count < phrases.length && textWidth(joined(phrases.slice(0, count + 1)), TITLE_FONT) <= room) count += 1;
  return { title: joined(phrases.slice(0, count)), rest: joined(phrases.slice(count)) };
}
