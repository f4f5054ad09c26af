/** A wait: its sentence and an arc that shrinks clockwise as virtual time passes. */
import { useRef } from 'react';
import type { Catalogue } from '../../locales/en.ts';
import type { TimerFacts } from '../../sim/facts.ts';
import { useBeat } from '../lab.ts';
import { timerText } from './belief.ts';
import { arcPath } from './geometry.ts';
import { setText } from '../set-text.ts';
import { textWidth, wrapText } from './text-width.ts';
import styles from './TimerArc.module.css';

interface TimerArcProps {
  readonly timer: TimerFacts;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Pixels for its longest line. */
  readonly room: number;
  readonly words: Catalogue;
}

const ARC_WIDTH = 16;
const FONT_SIZE = 12;

export function TimerArc({ timer, anchor, room, words }: TimerArcProps) {
  const text = useRef<SVGTextElement>(null);
  const more = useRef<SVGTextElement>(null);
  const says = useRef('');
  const arc = useRef<SVGPathElement>(null);
  useBeat((now) => {
    const said = timerText(timer, now, words);
    if (says.current === said) return;
    // The arc is as fine as its sentence: nobody sees more, and every change costs a paint.
    says.current = said;
    const [first = '', ...rest] = wrapText(said, room - ARC_WIDTH, FONT_SIZE);
    setText(text.current, first);
    setText(more.current, rest.join(' '));
    arc.current?.setAttribute('d', timerPath(timer, now, 5));
  });
  const side = anchor === 'end' ? -1 : 1;
  // A middle that moves with every digit would tremble.
  const start = anchor === 'middle' ? -textWidth(timerText(timer, timer.since, words), FONT_SIZE) / 2 : 0;
  return (
    <g transform={`translate(${start} 0)`}>
      <g transform={`translate(${side * 6} -4)`}>
        <circle className={styles.whole} r={5} />
        <path className={styles.left} ref={arc} />
      </g>
      <text className={styles.text} textAnchor={anchor === 'end' ? 'end' : 'start'} x={side * ARC_WIDTH} ref={text} />
      <text
        className={styles.text}
        textAnchor={anchor === 'end' ? 'end' : 'start'}
        x={side * ARC_WIDTH}
        y={14}
        ref={more}
      />
    </g>
  );
}

export function timerPath(timer: TimerFacts, now: number, radius: number): string {
  const whole = Math.max(1, timer.due - timer.since);
  const left = Math.max(0, Math.min(0.99, (timer.due - now) / whole));
  return arcPath(radius, 2 * Math.PI * (1 - left), 2 * Math.PI);
}
