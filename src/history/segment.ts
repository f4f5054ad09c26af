/**
 * A short stretch of a timeline decoded by replay: moments kept, entries with their notes. Inside it a step
 * forward or back is an array read.
 *
 *   start          seek here        end          the window of what is decoded begins just before the place
 *     │ · · · · · · · ■ ■ → → → · · │            asked for and grows forward; a step below it decodes from
 *                     └ window                   the start, so a far seek alone leaves next to nothing behind
 *
 * Segments are short and several are kept, rather than two of a whole stride: a list of events, a comparison
 * of branches and the cursor do not push each other out.
 */
import { ensure } from '../base/assert.ts';

export const SEGMENT_EVENTS = 32;
const HOT_SEGMENTS = 16;

/** The timeline a segment is part of. */
export interface Replay<Moment, Entry> {
  resume(moment: Moment): Moment;
  /** Makes event `index` happen again to a live moment that it comes next for. */
  replay(live: Moment, index: number): Entry;
  /** The moment after `cursor` events, by the shortest replay. */
  replayTo(cursor: number): Moment;
}

export class Segment<Moment, Entry> {
  readonly #source: Replay<Moment, Entry>;
  readonly #start: number;
  /** Cursor of the first moment of the window. */
  #first: number;
  /** The k-th is the moment after `first + k` events; one more than entries. */
  #moments: Moment[];
  #entries: Entry[] = [];

  /** Opens its window at `first`, a cursor in the segment. */
  constructor(source: Replay<Moment, Entry>, start: number, first: number) {
    this.#source = source;
    this.#start = start;
    this.#first = first;
    this.#moments = [source.replayTo(first)];
  }

  entryAt(index: number): Entry {
    this.#reach(index, index + 1);
    return ensure(this.#entries[index - this.#first], `entry ${index}`);
  }

  momentAt(cursor: number): Moment {
    this.#reach(cursor, cursor);
    return ensure(this.#moments[cursor - this.#first], `moment ${cursor}`);
  }

  /** The moment after the segment, when it has been decoded so far. */
  get last(): Moment | null {
    return this.#moments[this.#start + SEGMENT_EVENTS - this.#first] ?? null;
  }

  /** Makes the window hold the moments from cursor `from` to cursor `to`. */
  #reach(from: number, to: number): void {
    if (from < this.#first) this.#prepend();
    this.#decode(this.#moments, this.#entries, to);
  }

  #prepend(): void {
    const moments = [this.#source.replayTo(this.#start)];
    const entries: Entry[] = [];
    const end = this.#first;
    this.#first = this.#start;
    this.#decode(moments, entries, end);
    // Of the moment both have, the one that was handed out already stays.
    this.#moments = [...moments.slice(0, -1), ...this.#moments];
    this.#entries = [...entries, ...this.#entries];
  }

  /** Goes on from the last of `moments`, which begin at the start of the window. */
  #decode(moments: Moment[], entries: Entry[], to: number): void {
    for (let index = this.#first + entries.length; index < to; index++) {
      const live = this.#source.resume(ensure(moments.at(-1), `moment ${index}`));
      entries.push(this.#source.replay(live, index));
      moments.push(live);
    }
  }
}

interface Hot<Moment, Entry> {
  readonly key: string;
  readonly segment: Segment<Moment, Entry>;
}

/** The segments used last, of all timelines of a tree. */
export class HotSegments<Moment, Entry> {
  /**
   * Least recently used first. An array, not a Map: whenever a Map makes room after so many insertions its old table
   * goes on pointing at the new one, and a table among what lives long, though dead, keeps all later ones from the
   * quick collections of young memory, with every moment they held.
   */
  readonly #hot: Hot<Moment, Entry>[] = [];

  find(key: string): Segment<Moment, Entry> | null {
    const place = this.#hot.findIndex((one) => one.key === key);
    const found = this.#hot[place];
    if (found === undefined) return null;
    this.#hot.splice(place, 1);
    this.#hot.push(found);
    return found.segment;
  }

  keep(key: string, segment: Segment<Moment, Entry>): void {
    this.#hot.push({ key, segment });
    if (this.#hot.length > HOT_SEGMENTS) this.#hot.shift();
  }
}
