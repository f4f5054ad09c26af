/**
 * Why the last event happened: newest first, one sentence each, back along the chain of causes to what was done
 * from outside or to a wait that ran out. Each leads to its place in the run.
 */
import { useMemo } from 'react';
import { Icon } from '../../widgets/Icon.tsx';
import { useFacts, useLab, useLabState, usePlace } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { actionIcon } from '../story/acts.ts';
import { sentence, tell } from '../story/narrate.ts';
import { whoIn } from '../story/who.ts';
import { type Cause, causesOf } from './causes.ts';
import styles from './Why.module.css';

const CHAIN_MAX = 6;

export function Why() {
  const { session, store } = useLab();
  const words = useLabWords();
  const facts = useFacts();
  const place = usePlace();
  const playing = useLabState((state) => state.playing);
  const causes = useMemo(() => {
    if (playing || place.cursor === 0) return [];
    const timeline = session.branch(place.branch);
    return causesOf(timeline, place.cursor - 1, { countMax: CHAIN_MAX, sidOf: (node) => session.sids[node] ?? null });
  }, [session, place, playing]);
  if (causes.length === 0) return <p className={styles.none}>{words.why.none}</p>;
  const who = whoIn(facts, words);
  return (
    <ol className={styles.why}>
      {causes.map(({ index, entry }: Cause, order) => {
        const told = tell(entry, who, words);
        const text = sentence(told, words);
        return (
          <li key={index}>
            {entry.action === null ? (
              <span className={styles.dot} data-now={order === 0} />
            ) : (
              <Icon name={actionIcon(entry.action)} />
            )}
            <button type="button" onClick={() => store.getState().seek(index + 1)} aria-label={words.why.to(text)}>
              {text}
            </button>
            <time>{words.formats.time(entry.at)}</time>
          </li>
        );
      })}
    </ol>
  );
}
