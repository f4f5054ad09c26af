/**
 * A short stretch of a timeline decoded by replay: every moment kept, every entry with its notes. Inside it
 * a step forward or back is an array read. Segments are short and several are kept, rather than two of a
 * whole stride: a far seek then replays most of its way without notes, and a list of events, a comparison
 * of branches and the cursor do not push each other out.
 */
import { ensure } from '../base/assert.ts';

export const SEGMENT_EVENTS = 32;
const HOT_SEGMENTS = 16;

/** Makes event `index` of a timeline happen again to a live moment that it comes next for. */
export interface Replay<Moment, Entry> {
  resume(moment: Moment): Moment;
  replay(live: Moment, index: number, noting: boolean): Entry;
}

export class Segment<Moment, Entry> {
  readonly #source: Replay<Moment, Entry>;
  readonly #start: number;
  /** The k-th is the moment after `start + k` events; one more than entries. */
  readonly #moments: Moment[];
  readonly #entries: Entry[] = [];

  constructor(source: Replay<Moment, Entry>, start: number, first: Moment) {
    this.#source = source;
    this.#start = start;
    this.#moments = [first];
  }

  entryAt(index: number): Entry {
    this.#decodeTo(index + 1);
    return ensure(this.#entries[index - this.#start], `entry ${index}`);
  }

  momentAt(cursor: number): Moment {
    this.#decodeTo(cursor);
    return ensure(this.#moments[cursor - this.#start], `moment ${cursor}`);
  }

  /** The moment after the segment, when decoding has come that far. */
  get last(): Moment | null {
    return this.#moments[SEGMENT_EVENTS] ?? null;
  }

  #decodeTo(cursor: number): void {
    for (let index = this.#start + this.#entries.length; index < cursor; index++) {
      const live = this.#source.resume(ensure(this.#moments[index - this.#start], `moment ${index}`));
      this.#entries.push(this.#source.replay(live, index, true));
      this.#moments.push(live);
    }
  }
}

/** The segments used last, of all timelines of a tree. */
export class HotSegments<Moment, Entry> {
  /** Least recently used first. */
  readonly #segments = new Map<string, Segment<Moment, Entry>>();

  find(key: string): Segment<Moment, Entry> | null {
    const segment = this.#segments.get(key);
    if (segment === undefined) return null;
    this.#segments.delete(key);
    this.#segments.set(key, segment);
    return segment;
  }

  keep(key: string, segment: Segment<Moment, Entry>): void {
    this.#segments.set(key, segment);
    if (this.#segments.size <= HOT_SEGMENTS) return;
    for (const oldest of this.#segments.keys()) {
      this.#segments.delete(oldest);
      return;
    }
  }
}
