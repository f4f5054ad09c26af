/**
 * The address of the page and the last place of a visitor. The fragment names what is shown, so a reload or a
 * copied address leads back to it; the same text is remembered for the next visit. A link that was opened, good or
 * bad, takes the place of what is remembered only when the visitor goes on from it.
 */
import type * as keptRun from './kept-run.ts';
import type * as link from '../scenario/link.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Share } from '../scenario/share.ts';
import type { Entry } from '../sim/entry.ts';
import type { Moment } from '../sim/moment.ts';
import { type Marks, type Opened, type Session, NO_MARKS } from './session.ts';
import type { LabState, LabStore } from './store.ts';

/** What of the browser this needs. */
export interface AddressBar {
  /** The fragment, `#` included, or ''. */
  readonly read: () => string;
  /** Without a new step in the browser's history. */
  readonly replace: (fragment: string) => void;
  /** The fragment for the next visit; null when there is none, or nothing may be stored. */
  readonly recall: () => string | null;
  readonly remember: (fragment: string) => void;
  /** What this very tab kept: for a reload. Null when there is nothing. */
  readonly recallRun: () => string | null;
  readonly rememberRun: (text: string) => void;
  /** Calls back once after `millis`, or at once when the page is about to go. */
  readonly later: (callback: () => Promise<void>, millis: number) => void;
}

/** Reads and writes links. */
export type LinkCodec = Pick<typeof link, 'encodeShare' | 'decodeShare'>;

/** What a tab keeps for its reload. */
export type RunKeeper = Pick<typeof keptRun, 'linesOfRun' | 'recalledRun' | 'marksOf'>;

/** How far the address may lag behind: browsers do not like it changed at every event. */
const LAG_MILLIS = 500;
/** And while the run passes by, when nobody reads it: a link takes a digest of everything, which is long with many servers. */
const LAG_PASSING_MILLIS = 6000;

export class Address<M = Moment, E = Entry> {
  readonly #session: Session<M, E>;
  readonly #store: LabStore;
  readonly #bar: AddressBar;
  readonly #codec: Promise<LinkCodec>;
  #isScheduled = false;
  /** What of the address is on show already, written or opened: the browser reporting it back is no news. */
  #named = '';
  readonly #keeper: Promise<RunKeeper>;
  /** What changes now is named by the address already. */
  #isOpening = false;

  constructor(
    session: Session<M, E>,
    store: LabStore,
    { bar, codec, keeper }: { bar: AddressBar; codec: Promise<LinkCodec>; keeper: Promise<RunKeeper> },
  ) {
    this.#session = session;
    this.#store = store;
    this.#bar = bar;
    this.#codec = codec;
    this.#keeper = keeper;
    store.subscribe((state, before) => {
      const isSamePlace =
        state.run === before.run &&
        state.branch === before.branch &&
        state.cursor === before.cursor &&
        state.selection === before.selection &&
        state.lesson === before.lesson &&
        state.bookmarks === before.bookmarks &&
        state.branchNames === before.branchNames &&
        state.firstLook === before.firstLook;
      // The first look begins anew at every visit until somebody goes on from it.
      if (!isSamePlace && !state.firstLook && !this.#isOpening) this.#schedule();
      // Whoever stops it may read it.
      else if (isPassing(before) && !isPassing(state) && this.#isScheduled) this.#writeIn(LAG_MILLIS);
    });
  }

  /**
   * Opens what the address names, else the last place, paused. Returns false when there is neither, or the link cannot
   * be opened, which becomes a notice that keeps it: the session then shows `fallback`.
   */
  async open(fallback: Scenario): Promise<boolean> {
    const fragment = this.#bar.read();
    if (fragment.length > 1) return this.#openFragment(fragment, fallback);
    const last = this.#bar.recall();
    if (last === null) return false;
    const { decoded, opened, marks } = await this.#replay(last);
    if (!decoded.ok) return false;
    if (!opened.ok || opened.value.mismatch !== null) {
      // A place of an older version, which nobody asked for: begin afresh without a word.
      this.#openQuietly(() => this.#store.getState().show(this.#session.open(fallback), null));
      return false;
    }
    this.#show(opened.value, decoded.value, marks);
    return true;
  }

  /** Whether the address or the last visit names a place. */
  hasPlace(): boolean {
    return this.#bar.read().length > 1 || this.#bar.recall() !== null;
  }

  /** To be called when the fragment has changed under the page. Returns what `open` does. */
  async onChanged(fallback: Scenario): Promise<boolean> {
    const fragment = this.#bar.read();
    if (fragment.length <= 1 || fragment === this.#named) return true;
    // What was about to be written is still the last place.
    if (this.#isScheduled) this.#bar.remember(await this.link());
    return this.#openFragment(fragment, fallback);
  }

  /** The fragment for what is shown now. */
  async link(): Promise<string> {
    const state = this.#store.getState();
    const share = this.#session.share(state, state.selection, state);
    const { lesson } = state;
    const { encodeShare } = await this.#codec;
    return encodeShare(lesson === null ? share : { ...share, lesson });
  }

  /** The step of a lesson is found by whoever plays lessons: it is led to, not counted. */
  #show({ place, selection }: Opened, { lesson }: Share, marks: Marks): void {
    this.#store.getState().show(place, selection, marks);
    if (lesson !== undefined) this.#store.setState({ lesson: { ...lesson, asks: false } });
  }

  /** Opens a link in the session, with all that this tab kept of the run where it is its last place. */
  async #replay(fragment: string) {
    const codec = await this.#codec;
    const { recalledRun, marksOf } = await this.#keeper;
    const decoded = await codec.decodeShare(fragment);
    if (!decoded.ok) return { decoded, opened: decoded, marks: NO_MARKS };
    const { scenario } = decoded.value;
    const kept = await recalledRun(this.#bar.recallRun(), { fragment, scenario }, codec);
    const opened = this.#session.openShare(decoded.value, kept.beside);
    return { decoded, opened, marks: opened.ok ? marksOf(this.#session, opened.value, kept) : NO_MARKS };
  }

  async #openFragment(fragment: string, fallback: Scenario): Promise<boolean> {
    this.#named = fragment;
    const { decoded, opened, marks } = await this.#replay(fragment);
    const { show, tell } = this.#store.getState();
    if (!opened.ok) {
      this.#openQuietly(() => show(this.#session.open(fallback), null));
      tell({ kind: 'badLink', problem: opened.error, text: fragment });
      return false;
    }
    const { mismatch } = opened.value;
    if (decoded.ok) this.#openQuietly(() => this.#show(opened.value, decoded.value, marks));
    if (mismatch !== null) tell({ kind: 'mismatch', ...mismatch });
    return true;
  }

  #openQuietly(open: () => void): void {
    this.#isScheduled = false;
    this.#isOpening = true;
    open();
    this.#isOpening = false;
  }

  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    this.#writeIn(isPassing(this.#store.getState()) ? LAG_PASSING_MILLIS : LAG_MILLIS);
  }

  #writeIn(millis: number): void {
    this.#bar.later(async () => {
      // Written sooner, or what was opened meanwhile is named by the address already.
      if (!this.#isScheduled) return;
      this.#isScheduled = false;
      await this.#write();
    }, millis);
  }

  async #write(): Promise<void> {
    const { linesOfRun } = await this.#keeper;
    const run = linesOfRun(this.#session, this.#store.getState(), await this.#codec);
    const fragment = await this.link();
    const lines = await run;
    this.#named = fragment;
    this.#bar.replace(fragment);
    this.#bar.remember(fragment);
    this.#bar.rememberRun([fragment, ...lines].join('\n'));
  }
}

/** Whether the place is one of many on the way. */
function isPassing({ playing, scrubbing }: LabState): boolean {
  return playing || scrubbing;
}
