/** What actions mean to a world. The first picture of a page needs but one: `perform.ts` knows all. */
import type { Fired, FireOptions } from '../kernel/fire.ts';
import type { Process } from '../kernel/process.ts';
import type { World } from '../kernel/world.ts';
import type { ZooKeeper } from '../zookeeper/peer/protocol.ts';
import type { Action } from './action.ts';

/** Why an action is refused, as a key of the catalogue. */
export type Refusal =
  | 'noSuchServer'
  | 'alreadyRunning'
  | 'notRunning'
  | 'mustBeStopped'
  | 'notFrozen'
  | 'alreadyFrozen'
  | 'linkAlreadyCut'
  | 'linkNotCut'
  | 'nothingToCut'
  | 'nothingToHeal'
  | 'diskWorks'
  | 'noSuchClient'
  | 'notServingAsLeader'
  | 'counterIsPast'
  | 'notServing'
  | 'notInRelease'
  | 'snapshotUnderWay'
  | 'noConnections'
  | 'noSnapshot'
  | 'messageGone'
  | 'messageArrived'
  | 'messageCut'
  | 'messageBehind'
  | 'messageNext'
  | 'messageNoPacket';

export interface Performer {
  /** Why `action` would change nothing or name nobody, or null when it may be done. */
  readonly refusalOf: (world: World<ZooKeeper>, action: Action) => Refusal | null;
  /** Does an action that is not refused. Returns what a process did at once, where one was involved. */
  readonly perform: (
    world: World<ZooKeeper>,
    process: Process<ZooKeeper>,
    action: Action,
    options: FireOptions,
  ) => Fired<ZooKeeper> | null;
}
