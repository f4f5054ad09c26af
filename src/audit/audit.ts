/**
 * The audit: an outside observer that watches every event and names the property that breaks, at the very
 * event. It sees what no server sees, and no server sees it.
 */
import type { World } from '../kernel/world.ts';
import type { Sid } from '../zookeeper/ids.ts';
import type { Note } from '../zookeeper/notes.ts';
import type { ZooKeeper } from '../zookeeper/peer/protocol.ts';
import { type Audit, remember } from './ghost.ts';
import { INVARIANTS_BY_NOTE } from './registry.ts';

export interface Violation {
  /** Name of the property, as in its file. */
  readonly property: string;
  readonly servers: readonly Sid[];
  /** The values that break it, for people: zxids as `epoch·counter`. */
  readonly detail: string;
}

export interface Watched {
  readonly node: number;
  readonly notes: readonly Note[];
}

const NOTHING: readonly Violation[] = [];

/** Watches one event; the ghost is written in place where `generation` owns it. */
export function observe(
  audit: Audit,
  world: World<ZooKeeper>,
  entry: Watched,
  generation: number,
): { audit: Audit; violations: readonly Violation[] } {
  const node = world.nodes[entry.node];
  if (node === undefined || node.config.kind !== 'server' || entry.notes.length === 0) {
    return { audit, violations: NOTHING };
  }
  let ghost = audit;
  let violations: Violation[] | null = null;
  const peer = node.state?.kind === 'server' ? node.state : null;
  for (const note of entry.notes) {
    for (const invariant of INVARIANTS_BY_NOTE.get(note.kind) ?? []) {
      const broken = invariant.check({ note, audit: ghost, world, node, sid: node.config.sid, peer });
      if (broken !== null) (violations ??= []).push({ property: invariant.id, ...broken });
    }
    ghost = remember(ghost, note, node, node.config.sid, peer, generation);
  }
  return { audit: ghost, violations: violations ?? NOTHING };
}
