/**
 * The axis of time with its quiet stretches folded: where nothing happens for long, a short piece stands for it, and what
 * happens keeps its scale.
 *
 *   time     0 ─── 40        · · · · · · · ·        240 ── 260 …
 *   folded   0 ─── 40 ≈ 64 ── 84 …                  20 ms of quiet on either side, 12 units for the rest
 */

export interface Fold {
  /** In milliseconds: what is folded away. */
  readonly from: number;
  readonly to: number;
  /** Where it begins on the folded axis. */
  readonly at: number;
}

/** A gap this long is folded. */
const QUIET_MILLIS = 80;
/** What stays of it beside an event. */
const KEPT_MILLIS = 10;
/** What stands for the rest. */
export const FOLD_UNITS = 12;

export class Folds {
  readonly folds: Fold[] = [];
  /** Milliseconds that the folds so far take away. */
  #removed = 0;
  #last: number | null = null;
  /** The quiet after it, as far as it is known; null while that is short. */
  #open: Fold | null = null;

  /** When the last thing happened. */
  get last(): number {
    return this.#last ?? 0;
  }

  /** Something happens at `time`, which never falls. */
  add(time: number): void {
    const last = this.#last ?? 0;
    this.#last = time;
    this.#open = null;
    if (time - last < QUIET_MILLIS) return;
    const [from, to] = [last + KEPT_MILLIS, time - KEPT_MILLIS];
    this.folds.push({ from, to, at: from - this.#removed });
    this.#removed += to - from - FOLD_UNITS;
  }

  /** Nothing more happens up to `end`: that too is quiet, until something does. */
  reach(end: number): void {
    const from = this.last + KEPT_MILLIS;
    const isQuiet = this.#last !== null && end - this.#last >= QUIET_MILLIS;
    this.#open = isQuiet ? { from, to: end - KEPT_MILLIS, at: from - this.#removed } : null;
  }

  /** Where a time lies on the folded axis. */
  place(time: number): number {
    const fold = this.#at(time, 'from');
    if (fold === null) return time;
    if (time < fold.to) return fold.at + ((time - fold.from) / (fold.to - fold.from)) * FOLD_UNITS;
    return fold.at + FOLD_UNITS + time - fold.to;
  }

  /** The time at a place of the folded axis. */
  timeOf(value: number): number {
    const fold = this.#at(value, 'at');
    if (fold === null) return value;
    const into = value - fold.at;
    if (into < FOLD_UNITS) return fold.from + (into / FOLD_UNITS) * (fold.to - fold.from);
    return fold.to + into - FOLD_UNITS;
  }

  /** The folds that touch a window of the folded axis. */
  within(from: number, to: number): readonly Fold[] {
    const first = Math.max(
      0,
      this.#lastWhere((one) => one.at <= from),
    );
    const last = this.#lastWhere((one) => one.at <= to);
    const touching = this.folds.slice(first, last + 1);
    if (this.#open !== null && this.#open.at <= to) touching.push(this.#open);
    return touching.filter(({ at }) => at + FOLD_UNITS >= from);
  }

  /** The last fold that begins no later; null before the first. */
  #at(value: number, where: 'from' | 'at'): Fold | null {
    if (this.#open !== null && this.#open[where] <= value) return this.#open;
    return this.folds[this.#lastWhere((one) => one[where] <= value)] ?? null;
  }

  /** The last fold that `holds`, which is so for all before it; -1 for none. */
  #lastWhere(holds: (fold: Fold) => boolean): number {
    let low = 0;
    let high = this.folds.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (holds(this.folds[middle] as Fold)) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
