/** What a place of the timeline would show, beside the pointer that is over it: its time, how the servers stand, what has just happened. */
import { hidesFuture } from '../../app/store.ts';
import { useEffect, useRef, useState } from 'react';
import { useLab, useLabState, usePlace } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { useMovesWords } from '../moves-words.ts';
import { select } from '../../sim/select.ts';
import { sentence, tell } from '../story/narrate.ts';
import { statusOf } from '../story/status.ts';
import { whoIn } from '../story/who.ts';
import { type TimelineLayout, timeAtX } from './layout.ts';
import styles from './ScrubPreview.module.css';

/** Of the box, which stays on the page. */
const WIDTH = 280;

interface Pointed {
  /** In the timeline. */
  readonly x: number;
  /** On the page. */
  readonly left: number;
  readonly bottom: number;
}

/** Listens to the pointer over the element it is put into. */
export function ScrubPreview({ layout }: { readonly layout: TimelineLayout }) {
  const ground = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  useEffect(() => {
    const over = ground.current?.parentElement;
    if (over === null || over === undefined) return undefined;
    // At once, not in the next frame: where the pointer scrubs, the page is rendered once for both.
    const move = (event: PointerEvent): void => {
      const box = over.getBoundingClientRect();
      const left = Math.max(8, Math.min(event.clientX - WIDTH / 2, window.innerWidth - WIDTH - 8));
      setPointed({ x: event.clientX - box.left, left: Math.round(left), bottom: window.innerHeight - box.top + 8 });
    };
    const leave = (): void => setPointed(null);
    over.addEventListener('pointermove', move);
    for (const type of ['pointerleave', 'pointercancel'] as const) over.addEventListener(type, leave);
    return () => {
      leave();
      over.removeEventListener('pointermove', move);
      for (const type of ['pointerleave', 'pointercancel'] as const) over.removeEventListener(type, leave);
    };
  }, []);
  return (
    <div ref={ground} className={styles.ground} aria-hidden="true">
      {pointed !== null && (
        <>
          <i className={styles.line} style={{ transform: `translateX(${pointed.x}px)` }} />
          <div
            className={styles.box}
            style={{ transform: `translateX(${pointed.left}px)`, bottom: pointed.bottom, width: WIDTH }}
          >
            <Caption time={timeAtX(layout, pointed.x)} />
          </div>
        </>
      )}
    </div>
  );
}

function Caption({ time }: { readonly time: number }) {
  const { session } = useLab();
  const words = useLabWords();
  const { timeline } = useMovesWords();
  const { branch, cursor: shown } = usePlace();
  const hides = useLabState(hidesFuture);
  const run = session.branch(branch);
  const cursor = run.cursorAtTime(time);
  const isUnknown = (time > run.timeAt(run.length) && !run.ended) || (hides && cursor > shown);
  if (isUnknown) {
    return (
      <p>
        <time>{words.formats.time(time)}</time> {timeline.unknown}
      </p>
    );
  }
  const facts = session.facts(select, { branch, cursor });
  const [title] = statusOf(facts, words);
  const last =
    cursor === 0 ? words.event.start : sentence(tell(run.entryAt(cursor - 1), whoIn(facts, words, run), words), words);
  return (
    <>
      <p>
        <time>{words.formats.time(run.timeAt(cursor))}</time> <b>{title}</b>
      </p>
      <p>{last}</p>
    </>
  );
}
