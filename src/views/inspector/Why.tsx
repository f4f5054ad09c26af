/**
 * Why the last event happened: newest first, one sentence each, back along the chain of causes to what was done
 * from outside or to a wait that ran out. Of a long chain the middle is folded, never the end. Each leads to its place.
 */
import { eventAt } from '../../app/session.ts';
import { useMemo, useState } from 'react';
import { Icon } from '../../widgets/Icon.tsx';
import { useFacts, useLab, useLabState, usePlace } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { actionIcon } from '../story/acts.ts';
import { sentence, tell } from '../story/narrate.ts';
import { whoIn } from '../story/who.ts';
import { type Cause, causesOf } from './causes.ts';
import styles from './Why.module.css';

/** A longer chain is folded between these and its end. */
const NEWEST_SHOWN = 4;

export function Why() {
  const { session } = useLab();
  const words = useLabWords();
  const place = usePlace();
  const playing = useLabState((state) => state.playing);
  const causes = useMemo(
    () => (playing || eventAt(place) < 0 ? [] : causesOf(session.branch(place.branch), eventAt(place), session.sids)),
    [session, place, playing],
  );
  /** The event whose whole chain was asked for. */
  const [unfolded, setUnfolded] = useState<Cause['entry'] | null>(null);
  if (causes.length === 0) return <p className={styles.none}>{playing ? words.why.playing : words.why.none}</p>;
  const isFolded = causes.length > NEWEST_SHOWN + 2 && unfolded !== causes[0]?.entry;
  const hidden = isFolded ? causes.length - NEWEST_SHOWN - 1 : 0;
  return (
    <ol className={styles.why}>
      {causes.slice(0, isFolded ? NEWEST_SHOWN : undefined).map((cause, order) => (
        <Row key={cause.index} cause={cause} isNow={order === 0} />
      ))}
      {isFolded && (
        <>
          <li>
            <span className={styles.more} />
            <button type="button" onClick={() => setUnfolded(causes[0]?.entry ?? null)}>
              {words.why.earlier(hidden)}
            </button>
          </li>
          <Row cause={causes.at(-1) as Cause} isNow={false} />
        </>
      )}
    </ol>
  );
}

function Row({ cause: { index, entry }, isNow }: { readonly cause: Cause; readonly isNow: boolean }) {
  const { store } = useLab();
  const words = useLabWords();
  const facts = useFacts();
  const text = sentence(tell(entry, whoIn(facts, words), words), words);
  return (
    <li>
      {entry.action !== null ? (
        <Icon name={actionIcon(entry.action)} />
      ) : entry.kind === 'fired' || entry.kind === 'timedOut' ? (
        <span className={styles.wait} data-now={isNow}>
          <Icon name="clock" size={14} />
        </span>
      ) : (
        <span className={styles.dot} data-now={isNow} />
      )}
      <button type="button" onClick={() => store.getState().seek(index + 1)} aria-label={words.why.to(text)}>
        {text}
      </button>
      <time>{words.formats.time(entry.at)}</time>
    </li>
  );
}
