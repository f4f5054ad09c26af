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

/** An action by the visitor: one event, after `after` events of the run. */
export interface Intervention<Action> {
  readonly after: number;
  /** How many milliseconds after the event before it. */
  readonly wait: number;
  readonly action: Action;
}

export class Branches<Moment, Action, Entry> {
  readonly #shared: Shared<Moment, Action, Entry>;
  /** By id; the root is 0. */
  readonly #timelines: Timeline<Moment, Action, Entry>[];
  readonly #names = new Map<number, string>();

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

  /** What somebody called the branch, or null. */
  nameOf(id: number): string | null {
    return this.#names.get(id) ?? null;
  }

  rename(id: number, name: string): void {
    this.#names.set(id, name);
  }

  /**
   * The branch in which `action` is the event after `cursor` events of branch `id`, `wait` milliseconds after the
   * last of them; or why it makes no sense there.
   */
  act(id: number, cursor: number, action: Action, wait = 0): Result<Timeline<Moment, Action, Entry>, string> {
    const parent = this.#ownerOf(id, cursor);
    const known = this.#timelines.find(
      ({ fork }) =>
        fork !== null &&
        fork.parent === parent &&
        fork.cursor === cursor &&
        fork.wait === wait &&
        this.#shared.machine.sameAction(fork.action, action),
    );
    if (known !== undefined) return ok(known);
    const moment = parent.momentAt(cursor);
    const refusal = this.#shared.machine.refusal(moment, action);
    if (refusal !== null) return err(refusal);
    const branch = new Timeline(this.#shared, this.#timelines.length, moment, { parent, cursor, wait, action });
    this.#timelines.push(branch);
    return ok(branch);
  }

  /** The actions that lead to branch `id`, in order: with the start, all there is to say about it. */
  interventionsOf(id: number): readonly Intervention<Action>[] {
    const { fork } = this.get(id);
    if (fork === null) return [];
    return [...this.interventionsOf(fork.parent.id), { after: fork.cursor, wait: fork.wait, action: fork.action }];
  }

  /** Where the moment after `cursor` events lives: a branch begins with its action, the moment before is its parent's. */
  #ownerOf(id: number, cursor: number): Timeline<Moment, Action, Entry> {
    let owner = this.get(id);
    while (owner.fork !== null && cursor <= owner.start) owner = owner.fork.parent;
    return owner;
  }
}
