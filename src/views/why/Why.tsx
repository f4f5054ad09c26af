/** Why the last event happened, wherever one goes; and the way to ask about anything else. */
import { useMemo, useState } from 'react';
import { eventAt } from '../../app/session.ts';
import type { Entry } from '../../sim/entry.ts';
import { useFacts, useLab, useLabState, usePlace } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { whoIn } from '../story/who.ts';
import { causesOf } from './causes.ts';
import { Chain } from './Chain.tsx';
import { SENTENCES_MAX, shortened } from './shorten.ts';
import { useWhyWords } from './why-words.ts';
import styles from './Why.module.css';

export function Why() {
  const { session } = useLab();
  const words = useLabWords();
  const why = useWhyWords();
  const facts = useFacts();
  const place = usePlace();
  const playing = useLabState((state) => state.playing);
  const run = session.branch(place.branch);
  const causes = useMemo(
    () => (playing || eventAt(place) < 0 ? [] : causesOf(session.branch(place.branch), eventAt(place), session.sids)),
    [session, place, playing],
  );
  /** The event whose whole chain was asked for. */
  const [unfolded, setUnfolded] = useState<Entry | null>(null);
  const [newest] = causes;
  if (newest === undefined) return <p className={styles.none}>{playing ? words.why.playing : words.why.none}</p>;
  const max = unfolded === newest.entry ? causes.length : SENTENCES_MAX;
  return (
    <Chain
      shown={shortened(causes, { max, keepsNewest: true })}
      told={{ words, why, who: whoIn(facts, words, run) }}
      isNow
      onUnfold={() => setUnfolded(newest.entry)}
    />
  );
}
