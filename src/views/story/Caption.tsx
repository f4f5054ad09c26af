/** Where the cluster stands, and the last event as a sentence; read aloud while paused or stepping. */
import { useFacts, useLabState, useLastEntry } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { sentence, tell } from './narrate.ts';
import { whoIn } from './who.ts';
import { statusOf } from './status.ts';
import styles from './Caption.module.css';

export function useLastSentence(): string {
  const words = useLabWords();
  const facts = useFacts();
  const entry = useLastEntry();
  return entry === null ? `${words.event.start}.` : sentence(tell(entry, whoIn(facts, words), words), words);
}

export function Caption() {
  const words = useLabWords();
  const facts = useFacts();
  const playing = useLabState((state) => state.playing);
  const last = useLastSentence();
  const [title = '', ...more] = statusOf(facts, words);
  return (
    <section className={styles.caption}>
      <h1>{title}.</h1>
      {more.length > 0 && <p className={styles.more}>{more.map((phrase) => `${phrase}.`).join(' ')}</p>}
      <p className={styles.last} aria-live={playing ? 'off' : 'polite'}>
        {last}
      </p>
    </section>
  );
}
