/** Where the cluster stands, and the last event as a sentence; read aloud while paused or stepping. */
import { isDenied } from '../../app/ask.ts';
import { askWhy, askWhyNot } from '../../app/commands.ts';
import { useFacts, useLab, useLabState, useLastEntry } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { sentence, tell } from './narrate.ts';
import { whoIn } from './who.ts';
import { statusOf } from './status.ts';
import { useWhyWords } from '../why/why-words.ts';
import styles from './Caption.module.css';

export function useLastSentence(): string {
  const words = useLabWords();
  const facts = useFacts();
  const entry = useLastEntry();
  return entry === null ? words.sentence(words.event.start) : sentence(tell(entry, whoIn(facts, words), words), words);
}

/** The last event as a sentence, rendered by itself: what holds it need not follow the run. */
export function LastSentence() {
  return useLastSentence();
}

/** For the transport: it stands still, after which event. */
export function PausedAfter() {
  return useLabWords().time.paused(useLastSentence());
}

export function Caption() {
  const words = useLabWords();
  const facts = useFacts();
  const lab = useLab();
  const why = useWhyWords();
  const asked = useLabState((state) => state.asked);
  const playing = useLabState((state) => state.playing);
  const last = useLastSentence();
  const [title = '', ...more] = statusOf(facts, words);
  return (
    <section className={styles.caption}>
      <h1>{words.sentence(title)}</h1>
      {more.length > 0 && <p className={styles.more}>{words.sentences(more)}</p>}
      <p className={styles.last} aria-live={playing ? 'off' : 'polite'}>
        {last}
      </p>
      <p className={styles.asks}>
        <button
          type="button"
          aria-keyshortcuts="Y"
          aria-expanded={asked !== null && !isDenied(asked.question)}
          onClick={() => askWhy(lab)}
        >
          {why.askWhy} <kbd aria-hidden="true">Y</kbd>
        </button>
        <button
          type="button"
          aria-keyshortcuts="Shift+Y"
          aria-expanded={asked !== null && isDenied(asked.question)}
          onClick={() => askWhyNot(lab)}
        >
          {why.askWhyNot} <kbd aria-hidden="true">⇧Y</kbd>
        </button>
      </p>
    </section>
  );
}
