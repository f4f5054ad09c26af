/** The whole state of a run at one event. Plain data. */
import type { Slice } from '../base/slice.ts';
import type { World } from '../kernel/world.ts';
import type { Audit } from '../audit/ghost.ts';
import type { ZooKeeper } from '../zookeeper/peer/protocol.ts';
import type { Action } from './action.ts';

export interface ScriptStep {
  readonly at: number;
  readonly action: Action;
}

export interface Moment extends Slice {
  readonly world: World<ZooKeeper>;
  /** What the scenario still holds in store, in order of time. */
  readonly script: readonly ScriptStep[];
  readonly scriptIndex: number;
  /** Null when nobody watches. */
  readonly audit: Audit | null;
}
