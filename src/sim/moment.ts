/** The whole state of a run at one event: plain data, and beside it those that go on with it. */
import type { Slice } from '../base/slice.ts';
import type { Process } from '../kernel/process.ts';
import type { World } from '../kernel/world.ts';
import type { Violation, Watched } from '../audit/audit.ts';
import type { Audit } from '../audit/ghost.ts';
import type { ZooKeeper } from '../zookeeper/peer/protocol.ts';
import type { Action } from './action.ts';
import type { Occurrence } from './occurrence.ts';
import type { Performer } from './performer.ts';

export interface ScriptStep {
  readonly at: number;
  readonly action: Action;
}

/** Whoever watches a run from outside; what it has seen so far goes along with the run. */
export interface Watcher {
  readonly begin: (generation: number) => Audit;
  /** Watches one event; the audit is written in place where `generation` owns it. */
  readonly observe: (
    audit: Audit,
    world: World<ZooKeeper>,
    watched: Watched,
    generation: number,
  ) => { readonly audit: Audit; readonly violations: readonly Violation[] };
}

/** Bounded by the actions of the run: each is taken out when it is done. */
export interface Held {
  readonly until: Occurrence;
  /** How many more of them. */
  readonly left: number;
  readonly action: Action;
}

export interface Released {
  readonly action: Action;
  /** Number of the event that was waited for. */
  readonly by: number;
}

export interface Moment extends Slice {
  readonly world: World<ZooKeeper>;
  /** What the scenario still holds in store, in order of time. */
  readonly script: readonly ScriptStep[];
  readonly scriptIndex: number;
  /** Actions that wait for something to happen, in the order they were given. */
  readonly held: readonly Held[];
  /** Those that need not wait any more: they are what happens next, in this order. */
  readonly released: readonly Released[];
  /** What its servers do, and its clients where it knows any: `zookeeper/peer/process.ts`. */
  readonly process: Process<ZooKeeper>;
  /** What can be done to it from outside: `perform.ts`. */
  readonly performer: Performer;
  /** Null when nobody watches, as is what it has seen. */
  readonly watcher: Watcher | null;
  readonly audit: Audit | null;
}
