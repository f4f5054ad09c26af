/** The audit: an outside observer that watches every event and names the property that breaks. */
import type { Slice } from '../base/slice.ts';
import type { World } from '../kernel/world.ts';
import type { ZooKeeper } from '../zookeeper/peer/protocol.ts';
import type { Note } from '../zookeeper/notes.ts';

export interface Violation {
  /** Name of the property, as in its file. */
  readonly property: string;
  readonly servers: readonly number[];
  readonly detail: string;
}

export type Audit = Slice;

export interface Watched {
  readonly node: number;
  readonly notes: readonly Note[];
}

export function observe(
  audit: Audit,
  _world: World<ZooKeeper>,
  _entry: Watched,
  _generation: number,
): { audit: Audit; violations: readonly Violation[] } {
  return { audit, violations: [] };
}
