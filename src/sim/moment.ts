/** The whole state of a run at one event. Plain data. */
import type { Slice } from '../base/slice.ts';
import type { World } from '../kernel/world.ts';
import type { Violation, Watched } from '../audit/audit.ts';
import type { Audit } from '../audit/ghost.ts';
import type { ZooKeeper } from '../zookeeper/peer/protocol.ts';
import type { Action } from './action.ts';

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

export interface Moment extends Slice {
  readonly world: World<ZooKeeper>;
  /** What the scenario still holds in store, in order of time. */
  readonly script: readonly ScriptStep[];
  readonly scriptIndex: number;
  /** Null when nobody watches, as is what it has seen. */
  readonly watcher: Watcher | null;
  readonly audit: Audit | null;
}
