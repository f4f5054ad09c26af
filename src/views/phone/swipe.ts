/** A finger drawn across a card turns to the one beside it, unless what it lies on scrolls that way itself. */
import { type TouchEvent, useRef } from 'react';
import type { Direction } from '../../app/store.ts';

/** Pixels; a shorter way is a tap, and a steeper one scrolls. */
const WAY_MIN = 56;
const SLOPE_MAX = 0.5;

interface Swipe {
  readonly onTouchStart: (event: TouchEvent<HTMLElement>) => void;
  readonly onTouchEnd: (event: TouchEvent<HTMLElement>) => void;
}

/** To the left leads on (1), as pages of a book do. */
export function useSwipe(onSwipe: (direction: Direction) => void): Swipe {
  const start = useRef<{ readonly x: number; readonly y: number; readonly taken: readonly Direction[] } | null>(null);
  return {
    onTouchStart: ({ touches, target, currentTarget }) => {
      const touch = touches[0];
      start.current =
        touch === undefined || touches.length > 1
          ? null
          : { x: touch.clientX, y: touch.clientY, taken: takenBy(target, currentTarget) };
    },
    onTouchEnd: ({ changedTouches }) => {
      const from = start.current;
      const touch = changedTouches[0];
      start.current = null;
      if (from === null || touch === undefined) return;
      const [dx, dy] = [touch.clientX - from.x, touch.clientY - from.y];
      if (Math.abs(dx) < WAY_MIN || Math.abs(dy) > SLOPE_MAX * Math.abs(dx)) return;
      const direction = dx < 0 ? 1 : -1;
      if (!from.taken.includes(direction)) onSwipe(direction);
    },
  };
}

/** The ways in which what a finger lies on moves itself. */
function takenBy(target: EventTarget, within: Element): readonly Direction[] {
  if (!(target instanceof Element)) return [];
  // In a text that is edited, both.
  if (target.closest('input, select, textarea') !== null) return [1, -1];
  const taken: Direction[] = [];
  for (let one: Element | null = target; one !== null && one !== within; one = one.parentElement) {
    const rest = one.scrollWidth - one.clientWidth;
    if (rest < 2 || getComputedStyle(one).overflowX === 'visible') continue;
    if (one.scrollLeft > 1) taken.push(-1);
    if (one.scrollLeft < rest - 1) taken.push(1);
  }
  return taken;
}
