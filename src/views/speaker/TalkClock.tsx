/** How long the talk has lasted and how long is left; its length is the speaker's to set. */
import { useEffect, useState } from 'react';
import { MINUTES_MAX, type Talk, keepTalk, minutesIn, recallTalk, timeOf } from '../../app/talk-clock.ts';
import { useSpeakerWords } from './speaker-words.ts';
import styles from './TalkClock.module.css';

const kept = (): Storage => window.sessionStorage;

export function TalkClock({ own }: { readonly own: Window }) {
  const { clock: words } = useSpeakerWords();
  const [talk, setTalk] = useState(() => recallTalk(kept, Date.now()));
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => keepTalk(kept, talk), [talk]);
  useEffect(() => {
    // The clock of the window it is in: that of a page behind another one goes slower.
    const timer = own.setInterval(() => setNow(Date.now()), 500);
    return () => own.clearInterval(timer);
  }, [own]);
  const { elapsed, left } = timeOf(talk, now);
  const change = (changed: Partial<Talk>): void => {
    setTalk({ ...talk, ...changed });
    setNow(Date.now());
  };
  return (
    <div className={styles.clock}>
      <p>
        <span>{words.elapsed}</span>
        <b>{words.clock(elapsed)}</b>
      </p>
      <p data-over={left < 0}>
        <span>{left < 0 ? words.over : words.left}</span>
        <b>{words.clock(left)}</b>
      </p>
      <label>
        <span>{words.minutes}</span>
        <input
          type="number"
          min={1}
          max={MINUTES_MAX}
          defaultValue={talk.minutes}
          onChange={({ target }) => {
            const minutes = minutesIn(target.value);
            if (minutes !== null) change({ minutes });
          }}
        />
      </label>
      <button type="button" onClick={() => change({ since: Date.now() })}>
        {words.again}
      </button>
    </div>
  );
}
