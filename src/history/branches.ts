/**
 * The tree of timelines that grows out of one start. Acting in the past opens a branch and leaves the old
 * future as it was; the same action at the same place leads to the branch that already exists.
 */
import { ensure } from '../base/assert.ts';
import { type Result, err, ok } from '../base/result.ts';
import { type Spacing, SPACING } from './checkpoints.ts';
import type { Machine } from './machine.ts';
import { HotSegments } from './segment.ts';
import { type Shared, Timeline } from './timeline.ts';

/** An action of the visitor's: one event, after `after` events of the run. */
export interface Intervention<Action> {
  readonly after: number;
  /** How many milliseconds after the event before it. */
  readonly wait: number;
  readonly action: Action;
  /** It belongs to one deed with the action right before it. */
  readonly joined?: true;
}

/** Which of the actions of a deed makes no sense, and why. */
export interface Refused<Action> {
  readonly action: Action;
  readonly reason: string;
}

export class Branches<Moment, Action, Entry> {
  readonly #shared: Shared<Moment, Action, Entry>;
  /** By id; the root is 0. */
  readonly #timelines: Timeline<Moment, Action, Entry>[];

  constructor(machine: Machine<Moment, Action, Entry>, first: Moment, spacing: Spacing = SPACING) {
    this.#shared = { machine, spacing, hot: new HotSegments() };
    this.#timelines = [new Timeline(this.#shared, 0, first, null)];
  }

  /** All of them, in the order they were opened; the root first. */
  get all(): readonly Timeline<Moment, Action, Entry>[] {
    return this.#timelines;
  }

  get(id: number): Timeline<Moment, Action, Entry> {
    return ensure(this.#timelines[id], `branch ${id}`);
  }

  /**
   * The branch in which `actions` are the events after `cursor` events of branch `id`, `wait` milliseconds after the
   * last of them; or the first of them that makes no sense there.
   */
  act(
    id: number,
    cursor: number,
    actions: readonly Action[],
    wait = 0,
  ): Result<Timeline<Moment, Action, Entry>, Refused<Action>> {
    const parent = this.get(id).holderOf(cursor);
    const known = this.#timelines.find(
      ({ fork }) =>
        fork !== null &&
        fork.parent === parent &&
        fork.cursor === cursor &&
        fork.wait === wait &&
        this.#isSameDeed(fork.actions, actions),
    );
    if (known !== undefined) return ok(known);
    const moment = parent.momentAt(cursor);
    const refused = this.#refused(moment, actions, wait);
    if (refused !== null) return err(refused);
    const branch = new Timeline(this.#shared, this.#timelines.length, moment, { parent, cursor, wait, actions });
    this.#timelines.push(branch);
    return ok(branch);
  }

  /**
   * A branch that shares `cursor` events with branch `id` and goes on from `moment`: the same state with something else
   * in store. What is in store is the caller's to compare, so this always opens a new one.
   */
  divert(id: number, cursor: number, moment: Moment): Timeline<Moment, Action, Entry> {
    const parent = this.get(id).holderOf(cursor);
    const branch = new Timeline(this.#shared, this.#timelines.length, moment, { parent, cursor, wait: 0, actions: [] });
    this.#timelines.push(branch);
    return branch;
  }

  /** The actions that lead to branch `id`, in order: with the start, all there is to say about it. */
  interventionsOf(id: number): readonly Intervention<Action>[] {
    const { fork } = this.get(id);
    if (fork === null) return [];
    const { parent, cursor, wait, actions } = fork;
    // It may part from its parent amid a deed.
    const before = this.interventionsOf(parent.id).filter(({ after }) => after < cursor);
    const own = actions.map((action, i): Intervention<Action> => {
      return i === 0 ? { after: cursor, wait, action } : { after: cursor + i, wait: 0, action, joined: true };
    });
    return [...before, ...own];
  }

  #isSameDeed(one: readonly Action[], other: readonly Action[]): boolean {
    const { machine } = this.#shared;
    return one.length === other.length && one.every((action, i) => machine.sameAction(action, other[i] as Action));
  }

  /** Tried out on a moment that nobody keeps: what an action makes possible, the next may need. */
  #refused(moment: Moment, actions: readonly Action[], wait: number): Refused<Action> | null {
    const { machine } = this.#shared;
    const live = machine.resume(moment);
    for (const [i, action] of actions.entries()) {
      const reason = machine.refusal(live, action);
      if (reason !== null) return { action, reason };
      machine.act(live, action, i === 0 ? wait : 0, false);
    }
    return null;
  }
}
