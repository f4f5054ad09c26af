/** What history needs to know of a simulation: how to go on from a moment, by one event or by one action. */

/** The columns kept for every event of a timeline, however long: small numbers only. */
export interface Row {
  readonly at: number;
  /** Index into the simulation's list of entry kinds. */
  readonly kind: number;
  /** Node it happened at, or -1. */
  readonly node: number;
  readonly other: number;
  /** Index into the simulation's list of packet types, or -1. */
  readonly packet: number;
  /** The zxid it is about, or -1. */
  readonly zxid: number;
  /** Number of the event that caused it. */
  readonly by: number;
  /** When what arrived was sent. */
  readonly since: number;
  /** Bits the simulation defines: phase changed, vote changed, committed, … */
  readonly flags: number;
}

/**
 * A simulation as history sees it. A moment is either *kept* (never changes again) or *live* (advanced in
 * place by `step` and `act`); `resume` makes a live one from either, after which the original counts as kept.
 */
export interface Machine<Moment, Action, Entry> {
  resume(moment: Moment): Moment;
  /**
   * Makes the next event happen; null when nothing is pending. `noting`: whether the entry shall carry notes. `notesMax`:
   * whoever handles it stops right after so many notes, to be looked at; nothing may go on from there.
   */
  step(live: Moment, noting: boolean, notesMax?: number): Entry | null;
  /** As `step`, and tells the row of the event alone: nothing else of it is built. */
  advance(live: Moment): Row | null;
  /**
   * Applies an action that `refusal` allows. It is one event, `wait` milliseconds after the last one, or just before
   * what comes next if that is sooner.
   */
  act(live: Moment, action: Action, wait: number, noting: boolean, notesMax?: number): Entry;
  /** Why `action` makes no sense at this moment, as a catalogue key, or null when it may be done. */
  refusal(moment: Moment, action: Action): string | null;
  row(entry: Entry): Row;
  digest(moment: Moment): string;
  sameAction(a: Action, b: Action): boolean;
}
