/**
 * The work behind the page: one scenario, run as far as anybody looked, with all its branches. A plain
 * object without any notion of what is shown; `store.ts` keeps where in it the visitor is.
 */
import { ensure } from '../base/assert.ts';
import { digestOf } from '../base/digest.ts';
import { type Result, err, ok } from '../base/result.ts';
import { type Intervention, type Refused, Branches } from '../history/branches.ts';
import { sharedLength } from '../history/shared-length.ts';
import type { Machine } from '../history/machine.ts';
import type { Timeline } from '../history/timeline.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Selection } from '../scenario/selection.ts';
import { type Share, CURSOR_MAX, DIGEST_DIGITS } from '../scenario/share.ts';
import type { Action } from '../sim/action.ts';
import type { Entry } from '../sim/entry.ts';
import { FLAG_ACTION, FLAG_COMMIT, FLAG_EPOCH, FLAG_LEADER, FLAG_PHASE, FLAG_VOTE } from '../sim/flags.ts';
import type { Moment, ScriptStep } from '../sim/moment.ts';
import { partingTime } from '../sim/script.ts';
import type { Sid } from '../zookeeper/ids.ts';

/** No branch grows longer: what a link needs replayed stays within seconds. */
export const EVENTS_MAX = CURSOR_MAX;

/** What a jump along the run stops at. */
const TURNING_POINTS = FLAG_PHASE | FLAG_VOTE;
/** What makes a run more than pings. */
const ANY_CHANGE = TURNING_POINTS | FLAG_ACTION | FLAG_COMMIT | FLAG_EPOCH | FLAG_LEADER;
/** When so little has happened for so long, nothing more is to be expected: every wait of a server is shorter. */
const QUIET_MILLIS = 30_000;
/** A run laid aside keeps its checkpoints: some tens of megabytes at most. */
const SHELF_MAX = 4;
/** How many events are run at a time in search of a change. */
const LOOK_EVENTS = 100;
/** One to show, one to compare it with, and where one comes from. */
const INSIDE_MAX = 4;
/** How far ahead the next event at a server is looked for. */
const LOOK_EVENTS_MAX = 5000;

/** Somewhere in the run: after `cursor` events of branch `branch`. */
export interface Place {
  /** Id of a timeline; the root is 0. */
  readonly branch: number;
  readonly cursor: number;
  /** Inside the event that comes next, right after so many notes of its handler; 0, or left out, before it. */
  readonly notes?: number;
}

/** A place to be found again; its name is '' where it was given none. */
export interface Bookmark {
  readonly branch: number;
  readonly cursor: number;
  readonly name: string;
}

/** What a visitor has put on a run to find the way in it: no part of what happens. */
export interface Marks {
  /** In the order they were set. */
  readonly bookmarks: readonly Bookmark[];
  /** By branch, of those that were given one. */
  readonly branchNames: Readonly<Record<number, string>>;
}

export const NO_MARKS: Marks = { bookmarks: [], branchNames: {} };

/** Whether a bookmark lies on the way of a branch. */
export function isOnBranch<M, E>(session: Session<M, E>, bookmark: Bookmark, branch: number): boolean {
  if (bookmark.branch === branch) return true;
  return bookmark.cursor <= sharedLength(session.branch(branch), session.branch(bookmark.branch));
}

/** The event on show at a place: the last one, or the one that the place is inside of; -1 at the start. */
export function eventAt({ cursor, notes = 0 }: Place): number {
  return notes > 0 ? cursor : cursor - 1;
}

/** The place that `place` is compared with, to see what changed: a note or an event earlier; null at the start. */
export function placeBefore({ branch, cursor, notes = 0 }: Place): Place | null {
  if (notes > 0) return { branch, cursor, notes: notes - 1 };
  return cursor === 0 ? null : { branch, cursor: cursor - 1 };
}

/** Why a share could not be opened. Facts: the catalogue has the words. */
export type OpenProblem =
  | { readonly reason: 'unreachable'; readonly cursor: number }
  /** It points at a server that its scenario does not have. */
  | { readonly reason: 'noSuchServer'; readonly sid: Sid }
  /** An intervention, counted from 1, makes no sense where it is said to happen. */
  | { readonly reason: 'refused'; readonly intervention: number; readonly because: string };

export interface Opened {
  readonly place: Place;
  readonly selection: Selection | null;
  /** Set when the run is not the one its author saw: another version of the engine made that. */
  readonly mismatch: { readonly expected: string; readonly actual: string } | null;
  readonly marks: Marks;
  /** The branches that were to be there too, in order; null for what was not possible. */
  readonly beside: readonly (number | null)[];
}

export interface Engine<M, E> {
  readonly machine: Machine<M, Action, E>;
  readonly start: (scenario: Scenario) => M;
  /** The same moment with other steps ahead; those already taken are the same in both. */
  readonly withScript: (moment: M, script: readonly ScriptStep[]) => M;
}

/** All there is of a run that is not on show. */
interface Shelved<M, E> {
  readonly scenario: Scenario;
  readonly place: Place;
  readonly marks: Marks;
  readonly branches: Branches<M, Action, E>;
  readonly edits: Edit[];
  readonly passed: Set<number>;
  readonly scenarios: Map<number, Scenario>;
}

/** A change of the steps: from the place where it was made to the place it led to. */
interface Edit {
  readonly from: Place;
  readonly to: Place;
}

export class Session<M = Moment, E = Entry> {
  readonly #engine: Engine<M, E>;
  readonly #facts = new WeakMap<(moment: M) => unknown, WeakMap<M & object, unknown>>();
  #scenario: Scenario;
  #branches: Branches<M, Action, E>;
  /** Runs laid aside, the last first. */
  #shelf: readonly Shelved<M, E>[] = [];
  /** Left by `undo`, last first; any other action forgets them. */
  #undone: (Place | Edit)[] = [];
  /** Changes of the steps that are not undone, in order. */
  #edits: Edit[] = [];
  /** Branches that nobody asked for: they came about on the way to a changed plan. */
  #passed = new Set<number>();
  /** By branch, the scenario it follows where that has another script than its parent's, or another behaviour. */
  #scenarios = new Map<number, Scenario>();
  /** Moments inside events that were looked at last. */
  #inside: readonly { timeline: Timeline<M, Action, E>; cursor: number; notes: number; moment: M }[] = [];

  constructor(engine: Engine<M, E>, scenario: Scenario) {
    this.#engine = engine;
    this.#scenario = scenario;
    this.#branches = new Branches(engine.machine, engine.start(scenario));
  }

  get scenario(): Scenario {
    return this.#scenario;
  }

  /** The scenario with the script, and the behaviour, that branch `id` follows. */
  scenarioOf(id: number): Scenario {
    let branch = this.branch(id);
    for (; branch.fork !== null; branch = branch.fork.parent) {
      const scenario = this.#scenarios.get(branch.id);
      if (scenario !== undefined) return scenario;
    }
    return this.#scenario;
  }

  /** The servers in sid order: the n-th runs at node n of the world. */
  get sids(): readonly Sid[] {
    return this.#scenario.servers.map(({ sid }) => sid).toSorted((a, b) => a - b);
  }

  /** All branches, the root first. A timeline knows its `id`, its `fork` (parent, cursor, actions) and its `length`. */
  get branches(): readonly Timeline<M, Action, E>[] {
    return this.#branches.all;
  }

  branch(id: number): Timeline<M, Action, E> {
    return this.#branches.get(id);
  }

  /** Whether somebody asked for a branch; others only lie on the way to one. */
  isMeant(branch: number): boolean {
    return !this.#passed.has(branch);
  }

  interventions(branch: number): readonly Intervention<Action>[] {
    return this.#branches.interventionsOf(branch);
  }

  /** The runs laid aside, the last first, each with the place where it was left. */
  get shelf(): readonly { readonly scenario: Scenario; readonly place: Place }[] {
    return this.#shelf;
  }

  /** Lays the run aside as it is, to be taken up again at `place`; what was laid aside long ago is let go. */
  shelve(place: Place, marks = NO_MARKS): void {
    const { scenario } = this;
    const [branches, edits, passed, scenarios] = [this.#branches, this.#edits, this.#passed, this.#scenarios];
    this.#shelf = [{ scenario, place, marks, branches, edits, passed, scenarios }, ...this.#shelf].slice(0, SHELF_MAX);
  }

  /** Takes up a run that was laid aside, in exchange for the one that is shown at `place`. */
  takeUp(index: number, place: Place, marks = NO_MARKS): Pick<Opened, 'place' | 'marks'> {
    const run = ensure(this.#shelf[index], `shelved run ${index}`);
    this.#shelf = this.#shelf.filter((one) => one !== run);
    this.shelve(place, marks);
    this.#scenario = run.scenario;
    [this.#branches, this.#edits, this.#passed] = [run.branches, run.edits, run.passed];
    this.#scenarios = run.scenarios;
    this.#undone = [];
    return run;
  }

  /** Starts another scenario from its beginning; all branches of the old one are gone, unless they were laid aside. */
  open(scenario: Scenario): Place {
    this.#scenario = scenario;
    this.#branches = new Branches(this.#engine.machine, this.#engine.start(scenario));
    this.#undone = [];
    this.#edits = [];
    this.#passed = new Set();
    this.#scenarios = new Map();
    return { branch: 0, cursor: 0 };
  }

  /**
   * Runs everything again from a new start, as far as it has been run: for a watcher that comes late. The events are
   * the same, and so are branches and places.
   */
  runAgain(): void {
    const before = this.#branches.all;
    // Nobody watched those either.
    this.#shelf = [];
    this.#branches = new Branches(this.#engine.machine, this.#engine.start(this.#scenario));
    for (const { id, fork, length } of before) {
      const scenario = this.#scenarios.get(id);
      if (fork !== null && scenario !== undefined) {
        const isOther = scenario.toggles !== this.scenarioOf(fork.parent.id).toggles;
        const moment = (): M =>
          this.#engine.withScript(this.#branches.get(fork.parent.id).momentAt(fork.cursor), scenario.script);
        this.#branches.divert(fork.parent.id, fork.cursor, isOther ? this.#engine.start(scenario) : moment());
      } else if (fork !== null) this.#branches.act(fork.parent.id, fork.cursor, fork.actions, fork.wait);
      const timeline = this.#branches.get(id);
      timeline.extend(length - timeline.length);
    }
  }

  /**
   * Replays what somebody shared. After a problem the scenario is open at its beginning. `beside`: other branches of the
   * same run, to be there too, which may differ in their scripts and in their behaviour; what of them is not possible is left out.
   */
  openShare(
    share: Share,
    beside: readonly Pick<Share, 'scenario' | 'interventions'>[] = [],
  ): Result<Opened, OpenProblem> {
    const start = this.open(share.scenario);
    const stranger = serversOf(share.selection).find((sid) => !this.sids.includes(sid));
    if (stranger !== undefined) return err({ reason: 'noSuchServer', sid: stranger });
    const others = beside.map(({ scenario, interventions }) => {
      const begin =
        digestOf(scenario.toggles) === digestOf(share.scenario.toggles) ? start : this.behaving(scenario.toggles);
      const other = this.#replay(begin, interventions, scenario.script);
      return other.ok ? other.value.branch : null;
    });
    const replayed = this.#replay(start, share.interventions, share.scenario.script);
    if (!replayed.ok) {
      this.open(share.scenario);
      return replayed;
    }
    const { branch } = replayed.value;
    if (!this.#reach(branch, share.cursor)) return err({ reason: 'unreachable', cursor: share.cursor });
    const place = { branch, cursor: share.cursor };
    const bookmarks = (share.bookmarks ?? []).flatMap((one) => this.bookmarkAt(branch, one) ?? []);
    const branchNames = share.name === undefined ? {} : { [branch]: share.name };
    const mismatch = this.#mismatch(place, share.digest);
    return ok({ place, selection: share.selection, mismatch, marks: { bookmarks, branchNames }, beside: others });
  }

  /** A bookmark on the way of a branch, run that far; null where it ends before. */
  bookmarkAt(branch: number, { cursor, name }: Omit<Bookmark, 'branch'>): Bookmark | null {
    return this.#reach(branch, cursor) ? { branch, cursor, name } : null;
  }

  #replay(
    start: Place,
    interventions: Share['interventions'],
    script: readonly ScriptStep[],
  ): Result<Place, OpenProblem> {
    let place = start;
    let intervention = 1;
    // Branches share what happens before the first step that differs.
    let parting = partingTime(this.#scenario.script, script);
    const part = (until: number): void => {
      if (parting === null) return;
      const cursor = this.cursorBefore(place.branch, parting);
      if (cursor > until) return;
      place = this.divert({ branch: place.branch, cursor }, script);
      parting = null;
    };
    for (const { after, wait, actions } of deedsOf(interventions)) {
      part(after);
      if (!this.#reach(place.branch, after)) return err({ reason: 'unreachable', cursor: after });
      const acted = this.#branches.act(place.branch, after, actions, wait);
      if (!acted.ok) {
        intervention += actions.indexOf(acted.error.action);
        return err({ reason: 'refused', intervention, because: acted.error.reason });
      }
      intervention += actions.length;
      place = { branch: acted.value.id, cursor: after + actions.length };
    }
    part(Infinity);
    return ok(place);
  }

  /** The cursor of the last event of a branch before `time`, which is run that far. */
  cursorBefore(branch: number, time: number): number {
    this.ensureUntil(branch, time, EVENTS_MAX);
    return this.branch(branch).cursorAtTime(time - 0.5);
  }

  /**
   * Goes on from a place with another script, which is the same up to there: on a branch of its own, the same one every
   * time.
   */
  divert(place: Place, script: readonly ScriptStep[]): Place {
    const holder = this.branch(place.branch).holderOf(place.cursor);
    const scenario = this.scenarioOf(place.branch);
    const isAhead = (id: number): boolean => {
      const own = this.scenarioOf(id);
      return own.toggles === scenario.toggles && partingTime(own.script, script) === null;
    };
    if (isAhead(holder.id)) return { branch: holder.id, cursor: place.cursor };
    const known = this.branches.find(
      ({ id, fork }) =>
        fork !== null &&
        fork.parent === holder &&
        fork.cursor === place.cursor &&
        fork.actions.length === 0 &&
        isAhead(id),
    );
    if (known !== undefined) return { branch: known.id, cursor: place.cursor };
    const moment = this.#engine.withScript(this.momentAt(place), script);
    const { id } = this.#branches.divert(holder.id, place.cursor, moment);
    this.#scenarios.set(id, { ...scenario, script });
    return { branch: id, cursor: place.cursor };
  }

  /**
   * The same scenario with another behaviour, from its beginning on: a branch that shares nothing with the others, since
   * servers are what they are before anything happens. The same one every time.
   */
  behaving(toggles: Scenario['toggles']): Place {
    const scenario = { ...this.#scenario, toggles };
    const known = this.branches.find(({ id }) => digestOf(this.scenarioOf(id).toggles) === digestOf(toggles));
    if (known !== undefined) return { branch: known.id, cursor: 0 };
    const { id } = this.#branches.divert(0, 0, this.#engine.start(scenario));
    this.#scenarios.set(id, scenario);
    return { branch: id, cursor: 0 };
  }

  /** All that another page needs to show the same. */
  share(place: Place, selection: Selection | null, { bookmarks, branchNames } = NO_MARKS): Share {
    const called = branchNames[place.branch];
    const own = bookmarks
      .filter((one) => isOnBranch(this, one, place.branch))
      .map(({ cursor, name }) => ({ cursor, name }))
      .toSorted((a, b) => a.cursor - b.cursor);
    return {
      ...(own.length > 0 && { bookmarks: own }),
      ...(called !== undefined && { name: called }),
      scenario: this.scenarioOf(place.branch),
      interventions: this.interventions(place.branch),
      cursor: place.cursor,
      selection,
      digest: this.#shortDigest(place),
    };
  }

  /** The kept state at a place: the same object as long as it was looked at not long ago. */
  momentAt({ branch, cursor, notes = 0 }: Place): M {
    const timeline = this.branch(branch);
    if (notes === 0) return timeline.momentAt(cursor);
    const known = this.#inside.find((one) => one.timeline === timeline && one.cursor === cursor && one.notes === notes);
    if (known !== undefined) return known.moment;
    const moment = timeline.momentInside(cursor, notes);
    this.#inside = [{ timeline, cursor, notes, moment }, ...this.#inside].slice(0, INSIDE_MAX);
    return moment;
  }

  /** The event on show at a place, with all its notes; null at the start. */
  lastEntry(place: Place): E | null {
    const index = eventAt(place);
    return index < 0 ? null : this.branch(place.branch).entryAt(index);
  }

  /** `select` of the moment at a place, computed once for each moment and selector. */
  facts<T>(select: (moment: M) => T, place: Place): T {
    const moment = this.momentAt(place) as M & object;
    let known = this.#facts.get(select);
    if (known === undefined) {
      known = new WeakMap();
      this.#facts.set(select, known);
    }
    if (!known.has(moment)) known.set(moment, select(moment));
    return known.get(moment) as T;
  }

  digest(place: Place): string {
    return this.branch(place.branch).digestAt(place.cursor);
  }

  /** Why `action` makes no sense here, as a catalogue key, or null when it may be done. */
  refusal(place: Place, action: Action): string | null {
    return this.#engine.machine.refusal(this.momentAt(place), action);
  }

  /**
   * Does `actions` here as one deed, `wait` milliseconds after the last event. The new place is just after them, on a
   * branch of its own. Where one of them makes no sense, none is done.
   */
  act(place: Place, actions: readonly Action[], wait = 0): Result<Place, Refused<Action>> {
    // Before its first step that differs a branch is its parent's, which has other steps ahead.
    const at = this.divert(place, this.scenarioOf(place.branch).script);
    const acted = this.#branches.act(at.branch, at.cursor, actions, wait);
    if (!acted.ok) return acted;
    this.#undone = [];
    return ok({ branch: acted.value.id, cursor: place.cursor + actions.length });
  }

  /** The steps were changed at `from`, which led to `to`, over branches `passed`: one deed more to take back. */
  edited(from: Place, to: Place, passed: readonly number[]): void {
    for (const id of passed) this.#passed.add(id);
    this.#edits.push({ from, to });
    this.#undone = [];
  }

  /** The place before the last deed of the branch, or before the steps were changed that led to it; null without one. */
  undo(place: Place): Place | null {
    const at = this.#edits.findLastIndex(({ to }) => to.branch === place.branch);
    const [edit] = at === -1 ? [] : this.#edits.splice(at, 1);
    if (edit !== undefined) {
      this.#undone.push(edit);
      return edit.from;
    }
    const { id, fork } = this.branch(place.branch);
    if (fork === null) return null;
    this.#undone.push({ branch: id, cursor: fork.cursor + fork.actions.length });
    return { branch: fork.parent.id, cursor: fork.cursor };
  }

  /** The place after the deed taken back last, or null. */
  redo(): Place | null {
    const undone = this.#undone.pop() ?? null;
    if (undone === null || 'branch' in undone) return undone;
    this.#edits.push(undone);
    return undone.to;
  }

  canUndo(place: Place): boolean {
    return this.branch(place.branch).fork !== null || this.#edits.some(({ to }) => to.branch === place.branch);
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** The cursor just after the previous change of a phase or vote; the start when there is none. */
  cursorOfChangeBefore({ branch, cursor }: Place): number {
    const previous = this.branch(branch).previousMark(cursor - 1, TURNING_POINTS);
    return previous === null ? 0 : previous + 1;
  }

  /** The cursor just after the next change of a phase or vote; null where it has grown quiet before one. */
  cursorOfChangeAfter({ branch, cursor }: Place): number | null {
    const next = this.indexOfMark({ branch, cursor }, TURNING_POINTS);
    return next === null ? null : next + 1;
  }

  /** The cursor just after the next event, or the previous, at a node; null where none is near. */
  cursorOfEventAt({ branch, cursor }: Place, node: number, direction: 1 | -1): number | null {
    const timeline = this.branch(branch);
    if (direction === -1) {
      for (let index = cursor - 2; index >= 0; index--) if (timeline.valueAt('node', index) === node) return index + 1;
      return null;
    }
    for (let index = cursor; index < this.ensureAhead({ branch, cursor: index }, LOOK_EVENTS); index++) {
      if (index - cursor > LOOK_EVENTS_MAX) return null;
      if (timeline.valueAt('node', index) === node) return index + 1;
    }
    return null;
  }

  /**
   * The cursor just after the last thing that happens by itself or by the script: what comes then is pings, as far as
   * QUIET_MILLIS can tell. Runs on as far as it must.
   */
  cursorOfEnd(branch: number): number {
    const { fork } = this.branch(branch);
    let end = fork === null ? 0 : fork.cursor + fork.actions.length;
    for (let next = this.indexOfMark({ branch, cursor: end }, ANY_CHANGE); next !== null;) {
      end = next + 1;
      next = this.indexOfMark({ branch, cursor: end }, ANY_CHANGE);
    }
    return end;
  }

  /** Runs on until `count` events lie ahead of a place, or the run ends. Returns the branch's length. */
  ensureAhead(place: Place, count: number): number {
    const timeline = this.branch(place.branch);
    const wanted = Math.min(place.cursor + count, EVENTS_MAX);
    if (timeline.length < wanted) timeline.extend(wanted - timeline.length);
    return timeline.length;
  }

  /** Runs on until an event after `time` is known, but no more than `countMax` events. Returns the branch's length. */
  ensureUntil(branch: number, time: number, countMax: number): number {
    const timeline = this.branch(branch);
    const wanted = Math.min(timeline.length + countMax, EVENTS_MAX);
    while (timeline.length < wanted && timeline.timeAt(timeline.length) <= time) {
      if (timeline.extend(1) === 0) break;
    }
    return timeline.length;
  }

  /** Whether nothing comes after what has been run of a branch. */
  isOver(branch: number): boolean {
    const timeline = this.branch(branch);
    return timeline.ended || timeline.length >= EVENTS_MAX;
  }

  /** The first event from a place on with one of the flags, unless nothing of the kind happens for long. Runs on as far as it must. */
  indexOfMark({ branch, cursor }: Place, mask: number): number | null {
    const timeline = this.branch(branch);
    const known = timeline.nextMark(cursor, mask);
    if (known !== null) return known;
    const scripted = this.scenarioOf(branch).script.at(-1)?.at ?? 0;
    const until = Math.max(timeline.timeAt(cursor), scripted) + QUIET_MILLIS;
    for (let from = timeline.length; timeline.timeAt(from) <= until && !this.isOver(branch);) {
      this.ensureAhead({ branch, cursor: from }, LOOK_EVENTS);
      const next = timeline.nextMark(from, mask);
      if (next !== null) return next;
      from = timeline.length;
    }
    return null;
  }

  #reach(branch: number, cursor: number): boolean {
    return cursor <= this.ensureAhead({ branch, cursor }, 0);
  }

  #shortDigest(place: Place): string {
    return this.digest(place).slice(0, DIGEST_DIGITS);
  }

  #mismatch(place: Place, expected: string | null): Opened['mismatch'] {
    if (expected === null) return null;
    const actual = this.#shortDigest(place);
    return actual === expected ? null : { expected, actual };
  }
}

function serversOf(selection: Selection | null): readonly Sid[] {
  if (selection?.kind === 'server') return [selection.sid];
  return selection?.kind === 'link' ? [selection.from, selection.to] : [];
}

/** Interventions that belong together, as one deed each. */
function deedsOf(
  interventions: Share['interventions'],
): readonly { readonly after: number; readonly wait: number; readonly actions: readonly Action[] }[] {
  const deeds: { after: number; wait: number; actions: Action[] }[] = [];
  for (const { after, wait, action, joined } of interventions) {
    const last = deeds.at(-1);
    if (joined === true && last !== undefined) last.actions.push(action);
    else deeds.push({ after, wait, actions: [action] });
  }
  return deeds;
}
