/**
 * The address of the page and the last place of a visitor. The fragment names what is shown, so a reload or a
 * copied address leads back to it; the same text is remembered for the next visit. A link that was opened, good or
 * bad, takes the place of what is remembered only when the visitor goes on from it.
 */
import { digestOf } from '../base/digest.ts';
import type * as link from '../scenario/link.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Share } from '../scenario/share.ts';
import type { Entry } from '../sim/entry.ts';
import type { Moment } from '../sim/moment.ts';
import type { Bookmark, Opened, Session } from './session.ts';
import type { LabStore } from './store.ts';

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

/** How far the address may lag behind: browsers do not like it changed at every event. */
const LAG_MILLIS = 500;
/** And while it plays, when nobody reads it: a link takes a digest of everything. */
const LAG_PLAYING_MILLIS = 2000;
/** So many branches outlive a reload, the latest: each must be run again. */
const KEPT_MAX = 50;

/** A bookmark of a tab: which of the ends of branches, how many branches above it, after how many events, its name. */
type KeptMark = readonly [end: number, up: number, cursor: number, name: string];

/** What a tab kept beside its place. */
interface Kept {
  readonly beside: readonly Share[];
  readonly marks: readonly KeptMark[];
}

const NOTHING_KEPT: Kept = { beside: [], marks: [] };

export class Address<M = Moment, E = Entry> {
  readonly #session: Session<M, E>;
  readonly #store: LabStore;
  readonly #bar: AddressBar;
  readonly #codec: Promise<LinkCodec>;
  #isScheduled = false;
  /** What this wrote last: the browser reporting it back is no news. */
  #written = '';
  /** The links to the ends of branches: each is made once. */
  readonly #ends = new WeakMap<object, Promise<string>>();
  /** What changes now is named by the address already. */
  #isOpening = false;

  constructor(session: Session<M, E>, store: LabStore, bar: AddressBar, codec: Promise<LinkCodec>) {
    this.#session = session;
    this.#store = store;
    this.#bar = bar;
    this.#codec = codec;
    store.subscribe((state, before) => {
      const isSamePlace =
        state.run === before.run &&
        state.branch === before.branch &&
        state.cursor === before.cursor &&
        state.selection === before.selection &&
        state.lesson === before.lesson &&
        state.bookmarks === before.bookmarks &&
        state.firstLook === before.firstLook;
      // The first look begins anew at every visit until somebody goes on from it.
      if (!isSamePlace && !state.firstLook && !this.#isOpening) this.#schedule();
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
    const { decodeShare } = await this.#codec;
    const decoded = await decodeShare(last);
    if (!decoded.ok) return false;
    const kept = await this.#keptBeside(last, decoded.value);
    const opened = this.#session.openShare(decoded.value, kept.beside);
    if (!opened.ok || opened.value.mismatch !== null) {
      // A place of an older version, which nobody asked for: begin afresh without a word.
      this.#openQuietly(() => this.#store.getState().show(this.#session.open(fallback), null));
      return false;
    }
    this.#show(opened.value, decoded.value, kept);
    return true;
  }

  /** Whether the address or the last visit names a place. */
  hasPlace(): boolean {
    return this.#bar.read().length > 1 || this.#bar.recall() !== null;
  }

  /** To be called when the fragment has changed under the page. Returns what `open` does. */
  async onChanged(fallback: Scenario): Promise<boolean> {
    const fragment = this.#bar.read();
    if (fragment.length <= 1 || fragment === this.#written) return true;
    // What was about to be written is still the last place.
    if (this.#isScheduled) this.#bar.remember(await this.link());
    return this.#openFragment(fragment, fallback);
  }

  /** The fragment for what is shown now. */
  async link(): Promise<string> {
    const state = this.#store.getState();
    const share = this.#session.share(state, state.selection, state.bookmarks);
    const { lesson } = state;
    const { encodeShare } = await this.#codec;
    return encodeShare(lesson === null ? share : { ...share, lesson });
  }

  /** The step of a lesson is found by whoever plays lessons: it is led to, not counted. */
  #show(opened: Opened, { lesson }: Share, kept: Kept): void {
    const { place, selection } = opened;
    this.#store.getState().show(place, selection, this.#bookmarks(opened, kept));
    if (lesson !== undefined) this.#store.setState({ lesson: { ...lesson, asks: false } });
  }

  async #openFragment(fragment: string, fallback: Scenario): Promise<boolean> {
    const { decodeShare } = await this.#codec;
    const decoded = await decodeShare(fragment);
    const kept = decoded.ok ? await this.#keptBeside(fragment, decoded.value) : NOTHING_KEPT;
    const opened = decoded.ok ? this.#session.openShare(decoded.value, kept.beside) : decoded;
    const { show, tell } = this.#store.getState();
    if (!opened.ok) {
      this.#openQuietly(() => show(this.#session.open(fallback), null));
      tell({ kind: 'badLink', problem: opened.error, text: fragment });
      return false;
    }
    const { mismatch } = opened.value;
    if (decoded.ok) this.#openQuietly(() => this.#show(opened.value, decoded.value, kept));
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
    this.#bar.later(
      async () => {
        // What was opened meanwhile is named by the address already.
        if (!this.#isScheduled) return;
        this.#isScheduled = false;
        await this.#write();
      },
      this.#store.getState().playing ? LAG_PLAYING_MILLIS : LAG_MILLIS,
    );
  }

  /** The other branches, when this tab showed that very place before it was reloaded. */
  async #keptBeside(fragment: string, { scenario }: Share): Promise<Kept> {
    const [here, ...lines] = this.#bar.recallRun()?.split('\n') ?? [];
    if (here !== fragment) return NOTHING_KEPT;
    const { decodeShare } = await this.#codec;
    const ends = lines.filter((line) => line.startsWith('#'));
    const decoded = await Promise.all(ends.map((end) => decodeShare(end)));
    // They may differ in the steps that are ahead, in nothing that is there from the start.
    const own = digestOf({ ...scenario, script: [] });
    const beside = decoded.flatMap((share) =>
      share.ok && digestOf({ ...share.value.scenario, script: [] }) === own ? [share.value] : [],
    );
    // Bookmarks count the ends.
    const marks =
      beside.length < ends.length ? [] : lines.slice(ends.length).map((line) => JSON.parse(line) as KeptMark);
    return { beside, marks };
  }

  /** Those of this tab where it showed that very place, else those of the link. */
  #bookmarks({ bookmarks, beside }: Opened, { marks }: Kept): readonly Bookmark[] {
    if (marks.length === 0) return bookmarks;
    return marks.flatMap(([end, up, cursor, name]) => {
      let branch = beside[end] ?? null;
      for (let i = 0; i < up && branch !== null; i++) branch = this.#session.branch(branch).fork?.parent.id ?? null;
      return branch === null ? [] : (this.#session.bookmarkAt(branch, { cursor, name }) ?? []);
    });
  }

  /** A link to every branch that none goes on from: together they hold all of them; then a line for every bookmark. */
  async #linesOfRun(): Promise<readonly string[]> {
    const { branches } = this.#session;
    const ends = branches.filter((branch) => !branches.some(({ fork }) => fork?.parent === branch)).slice(-KEPT_MAX);
    const marks = this.#store.getState().bookmarks.flatMap(({ branch, cursor, name }) => {
      for (const [i, end] of ends.entries()) {
        let up = 0;
        for (let one: typeof end | undefined = end; one !== undefined; one = one.fork?.parent, up++) {
          if (one.id === branch) return [JSON.stringify([i, up, cursor, name] satisfies KeptMark)];
        }
      }
      return [];
    });
    const links = await Promise.all(
      ends.map((branch) => {
        let link = this.#ends.get(branch);
        if (link === undefined) {
          const place = { branch: branch.id, cursor: branch.start };
          const share = this.#session.share(place, null);
          link = this.#codec.then(({ encodeShare }) => encodeShare(share));
          this.#ends.set(branch, link);
        }
        return link;
      }),
    );
    return [...links, ...marks];
  }

  async #write(): Promise<void> {
    const run = this.#linesOfRun();
    const fragment = await this.link();
    const lines = await run;
    this.#written = fragment;
    this.#bar.replace(fragment);
    this.#bar.remember(fragment);
    this.#bar.rememberRun([fragment, ...lines].join('\n'));
  }
}
