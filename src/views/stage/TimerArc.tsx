/** A wait: its sentence and an arc that shrinks clockwise as virtual time passes. */
import { useRef } from 'react';
import type { Catalogue } from '../../locales/en.ts';
import type { TimerFacts } from '../../sim/facts.ts';
import { READABLE, useFrame } from '../lab.ts';
import { timerText } from './belief.ts';
import { arcPath } from './geometry.ts';
import styles from './TimerArc.module.css';

interface TimerArcProps {
  readonly timer: TimerFacts;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly words: Catalogue;
}

export function TimerArc({ timer, anchor, words }: TimerArcProps) {
  const text = useRef<SVGTextElement>(null);
  const arc = useRef<SVGPathElement>(null);
  useFrame((now) => {
    const says = timerText(timer, now, words);
    if (text.current === null || text.current.textContent === says) return;
    // The arc is as fine as its sentence: nobody sees more, and every change costs a paint.
    text.current.textContent = says;
    arc.current?.setAttribute('d', timerPath(timer, now, 5));
  }, READABLE);
  const side = anchor === 'end' ? -1 : 1;
  return (
    <g>
      <g transform={`translate(${side * 6} -4)`}>
        <circle className={styles.whole} r={5} />
        <path className={styles.left} ref={arc} />
      </g>
      <text className={styles.text} textAnchor={anchor} x={side * 16} ref={text} />
    </g>
  );
}

export function timerPath(timer: TimerFacts, now: number, radius: number): string {
  const whole = Math.max(1, timer.due - timer.since);
  const left = Math.max(0, Math.min(0.99, (timer.due - now) / whole));
  return arcPath(radius, 2 * Math.PI * (1 - left), 2 * Math.PI);
}
