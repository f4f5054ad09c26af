/**
 * Moments kept at regular distances, so that any other is a short replay away. When there are too many,
 * every second goes and the distance doubles: memory stays bounded, the first one never disappears.
 *
 *   start                                              start
 *     ●────●────●────●────●────●────●    cap 6   ⇒       ●─────────●─────────●─────────●
 */
import { ensure } from '../base/assert.ts';

export interface Checkpoint<Moment> {
  /** How many events have happened. */
  readonly cursor: number;
  readonly moment: Moment;
}

export interface Spacing {
  readonly strideEvents: number;
  readonly countMax: number;
}

export const SPACING: Spacing = { strideEvents: 256, countMax: 1024 };

export class Checkpoints<Moment> {
  readonly #start: number;
  readonly #countMax: number;
  #strideEvents: number;
  /** The k-th was kept at `start + k * stride`. */
  #moments: Moment[];

  constructor(start: number, first: Moment, spacing: Spacing) {
    this.#start = start;
    this.#countMax = spacing.countMax;
    this.#strideEvents = spacing.strideEvents;
    this.#moments = [first];
  }

  get count(): number {
    return this.#moments.length;
  }

  /** Whether the moment after `cursor` events is the next to keep. */
  isDue(cursor: number): boolean {
    return cursor === this.#start + this.#moments.length * this.#strideEvents;
  }

  /** Keeps a moment that is due. */
  add(moment: Moment): void {
    this.#moments.push(moment);
    if (this.#moments.length <= this.#countMax) return;
    this.#moments = this.#moments.filter((_, k) => k % 2 === 0);
    this.#strideEvents *= 2;
  }

  /** The last one kept at or before `cursor`. */
  nearest(cursor: number): Checkpoint<Moment> {
    const k = Math.min(Math.floor((cursor - this.#start) / this.#strideEvents), this.#moments.length - 1);
    return {
      cursor: this.#start + k * this.#strideEvents,
      moment: ensure(this.#moments[k], `checkpoint before ${cursor}`),
    };
  }
}
