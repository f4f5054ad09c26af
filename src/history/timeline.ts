/**
 * One possible course of a run. Numbers of every event in columns, a moment each stride, the rest by
 * replay. A fork owns only what comes after its fork point and reads the rest from its parent:
 *
 *   root    0 1 2 3 4 5 6 7 …
 *   fork          └ 3' 4' 5' …     start 3: event 3 is its deed, events 0 to 2 are the root's
 *
 * A cursor counts events that have happened, 0 to `length`; an index names one event, 0 to `length - 1`.
 */
import { assert, ensure } from '../base/assert.ts';
import { firstIndex } from '../base/binary-search.ts';
import { type Spacing, Checkpoints } from './checkpoints.ts';
import type { Machine, Row } from './machine.ts';
import { Rows } from './rows.ts';
import { type HotSegments, type Replay, SEGMENT_EVENTS, Segment } from './segment.ts';

/** An event whose row has flags. */
export interface Mark {
  readonly index: number;
  readonly flags: number;
}

/** What all timelines of one tree share. */
export interface Shared<Moment, Action, Entry> {
  readonly machine: Machine<Moment, Action, Entry>;
  readonly spacing: Spacing;
  readonly hot: HotSegments<Moment, Entry>;
}

/** Where a timeline leaves its parent. */
export interface Fork<Moment, Action, Entry> {
  readonly parent: Timeline<Moment, Action, Entry>;
  readonly cursor: number;
  /** Milliseconds between the event before and the first action. */
  readonly wait: number;
  /** One deed: an event each, one right after the other. None where the past goes on as it would, with something else in store. */
  readonly actions: readonly Action[];
}

export class Timeline<Moment, Action, Entry> implements Replay<Moment, Entry> {
  /** Names it among the timelines of its tree. */
  readonly id: number;
  readonly fork: Fork<Moment, Action, Entry> | null;
  /** Its first own event. */
  readonly start: number;
  readonly #shared: Shared<Moment, Action, Entry>;
  readonly #rows = new Rows();
  /** The own events whose rows have flags. */
  readonly #marks: number[] = [];
  readonly #checkpoints: Checkpoints<Moment>;
  readonly #first: Moment;
  /** The state after `length` events, advanced in place by `extend`. */
  #frontier: Moment;
  #ended = false;

  /** `first` is the moment that its first own event happens to. A fork's actions must not be refused there. */
  constructor(
    shared: Shared<Moment, Action, Entry>,
    id: number,
    first: Moment,
    fork: Fork<Moment, Action, Entry> | null,
  ) {
    this.#shared = shared;
    this.id = id;
    this.fork = fork;
    this.start = fork?.cursor ?? 0;
    this.#first = first;
    this.#checkpoints = new Checkpoints(this.start, first, shared.spacing);
    this.#frontier = shared.machine.resume(first);
    for (let i = 0; i < (fork?.actions.length ?? 0); i++)
      this.#record(shared.machine.row(this.#again(this.#frontier, this.start + i, true)));
  }

  /** Events run so far, those of its parents included. */
  get length(): number {
    return this.start + this.#rows.length;
  }

  /** Nothing is pending after the last event. */
  get ended(): boolean {
    return this.#ended;
  }

  /** Runs up to `count` more events. Returns how many happened: fewer only where the run ends. */
  extend(count: number): number {
    for (let ran = 0; ran < count; ran++) {
      const row = this.#ended ? null : this.#shared.machine.advance(this.#frontier);
      if (row === null) {
        this.#ended = true;
        return ran;
      }
      this.#record(row);
    }
    return count;
  }

  /** One number of event `index`. */
  valueAt(column: keyof Row, index: number): number {
    const owner = this.#ownerOf(index);
    return owner.#rows.at(column, index - owner.start);
  }

  rowAt(index: number): Row {
    const owner = this.#ownerOf(index);
    const value = (column: keyof Row): number => owner.#rows.at(column, index - owner.start);
    return {
      at: value('at'),
      kind: value('kind'),
      node: value('node'),
      other: value('other'),
      packet: value('packet'),
      zxid: value('zxid'),
      by: value('by'),
      since: value('since'),
      flags: value('flags'),
    };
  }

  /** Event `index`, with notes. */
  entryAt(index: number): Entry {
    return this.#ownerOf(index).#segmentOf(index).entryAt(index);
  }

  /** The kept state after `cursor` events. */
  momentAt(cursor: number): Moment {
    const holder = this.holderOf(cursor);
    return cursor === holder.start ? holder.#first : holder.#segmentOf(cursor - 1).momentAt(cursor);
  }

  /** Inside event `index`: as it is right after the handler's first `notes` notes. To be looked at, made anew at every call. */
  momentInside(index: number, notes: number): Moment {
    const owner = this.#ownerOf(index);
    const live = this.resume(owner.momentAt(index));
    owner.#again(live, index, true, notes);
    return live;
  }

  /**
   * Whose moment after `cursor` events it is. A branch that begins with a deed leaves the moment before it to its
   * parent; one that begins with something else in store has a moment of its own there.
   */
  holderOf(cursor: number): Timeline<Moment, Action, Entry> {
    if (!(cursor >= 0 && cursor <= this.length)) assert(false, `${cursor} events have been run`);
    // oxlint-disable-next-line typescript/no-this-alias -- the walk starts here
    let holder: Timeline<Moment, Action, Entry> = this;
    while (
      holder.fork !== null &&
      (cursor < holder.start || (cursor === holder.start && holder.fork.actions.length > 0))
    )
      holder = holder.fork.parent;
    return holder;
  }

  digestAt(cursor: number): string {
    return this.#shared.machine.digest(this.momentAt(cursor));
  }

  /** When the last of `cursor` events happened; 0 before the first. */
  timeAt(cursor: number): number {
    return cursor === 0 ? 0 : this.valueAt('at', cursor - 1);
  }

  /** How many of the events run so far happened at or before `time`. */
  cursorAtTime(time: number): number {
    return firstIndex(this.length, (index) => this.valueAt('at', index) > time);
  }

  /** The first event from `from` on, and before `until`, with one of the flags of `mask`; null when there is none. */
  nextMark(from: number, mask: number, until: number = this.length): number | null {
    for (const mark of this.marks(from, until)) if ((mark.flags & mask) !== 0) return mark.index;
    return null;
  }

  /** The last event before `before` with one of the flags of `mask`; null when there is none. */
  previousMark(before: number, mask: number): number | null {
    for (let k = this.#marksBefore(before) - 1; k >= 0; k--) {
      const { index, flags } = this.#markAt(k);
      if ((flags & mask) !== 0) return index;
    }
    return this.fork?.parent.previousMark(Math.min(before, this.start), mask) ?? null;
  }

  /** The events with flags from `from` on and before `until`, in order. */
  *marks(from: number, until: number): Generator<Mark> {
    if (this.fork !== null && from < this.start) yield* this.fork.parent.marks(from, Math.min(until, this.start));
    for (let k = this.#marksBefore(from); k < this.#marks.length; k++) {
      const mark = this.#markAt(k);
      if (mark.index >= until) return;
      yield mark;
    }
  }

  /** For segments, as are the next two. */
  resume(moment: Moment): Moment {
    return this.#shared.machine.resume(moment);
  }

  replay(live: Moment, index: number): Entry {
    return this.#again(live, index, true);
  }

  replayTo(cursor: number): Moment {
    const block = Math.floor((cursor - this.start) / SEGMENT_EVENTS);
    const start = this.start + block * SEGMENT_EVENTS;
    const before = this.#shared.hot.find(`${this.id}:${block - 1}`)?.last ?? null;
    const from = before === null ? this.#checkpoints.nearest(cursor) : { cursor: start, moment: before };
    if (from.cursor === cursor) return from.moment;
    const live = this.resume(from.moment);
    for (let index = from.cursor; index < cursor; index++) this.#again(live, index, false);
    return live;
  }

  /** Own event `index`, for the first time or once more. */
  #again(live: Moment, index: number, noting: boolean, notesMax?: number): Entry {
    const { machine } = this.#shared;
    const action = this.fork?.actions[index - this.start];
    if (action !== undefined)
      return machine.act(live, action, index === this.start ? (this.fork?.wait ?? 0) : 0, noting, notesMax);
    return ensure(machine.step(live, noting, notesMax), `event ${index} of a replay`);
  }

  #record(row: Row): void {
    if (row.flags !== 0) this.#marks.push(this.length);
    this.#rows.push(row);
    if (!this.#checkpoints.isDue(this.length)) return;
    this.#checkpoints.add(this.#frontier);
    this.#frontier = this.resume(this.#frontier);
  }

  #ownerOf(index: number): Timeline<Moment, Action, Entry> {
    if (!(index >= 0 && index < this.length)) assert(false, `event ${index} has been run`);
    // oxlint-disable-next-line typescript/no-this-alias -- the walk starts here
    let owner: Timeline<Moment, Action, Entry> = this;
    while (index < owner.start) owner = ensure(owner.fork, 'fork').parent;
    return owner;
  }

  /** The segment with event `index`. One that is not hot opens right before it: whoever shows a moment asks what led there. */
  #segmentOf(index: number): Segment<Moment, Entry> {
    const { hot } = this.#shared;
    const block = Math.floor((index - this.start) / SEGMENT_EVENTS);
    const known = hot.find(`${this.id}:${block}`);
    if (known !== null) return known;
    const segment = new Segment(this, this.start + block * SEGMENT_EVENTS, index);
    hot.keep(`${this.id}:${block}`, segment);
    return segment;
  }

  #markAt(k: number): Mark {
    const index = this.#marks[k] as number;
    return { index, flags: this.#rows.at('flags', index - this.start) };
  }

  /** How many of its own marks lie before `index`. */
  #marksBefore(index: number): number {
    return firstIndex(this.#marks.length, (k) => (this.#marks[k] as number) >= index);
  }
}
