/**
 * The audit: an outside observer that watches every event and names the property that breaks, at the very
 * event. It sees what no server sees, and no server sees it.
 */
import type { World } from '../kernel/world.ts';
import type { Sid } from '../zookeeper/ids.ts';
import type { Note } from '../zookeeper/notes.ts';
import type { ZooKeeper } from '../zookeeper/peer/protocol.ts';
import type { Fact } from './fact.ts';
import { positionOf } from './delivered.ts';
import { type Audit, newAudit, remember } from './ghost.ts';
import { INVARIANTS_BY_NOTE } from './registry.ts';

export interface Violation {
  /** Name of the property, as in its file. */
  readonly property: string;
  readonly servers: readonly Sid[];
  /** The values that break it. */
  readonly fact: Fact;
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
  const { sid } = node.config;
  const peer = node.state?.kind === 'server' ? node.state : null;
  for (const note of entry.notes) {
    const invariants = INVARIANTS_BY_NOTE.get(note.kind);
    if (invariants !== undefined) {
      const position = note.kind === 'applied' ? positionOf(ghost.delivered, note.zxid) : -1;
      const observation = { note, audit: ghost, world, node, sid, peer, position };
      for (const invariant of invariants) {
        const broken = invariant.check(observation);
        if (broken !== null) (violations ??= []).push({ property: invariant.id, ...broken });
      }
    }
    ghost = remember(ghost, note, node, sid, peer, generation);
  }
  return { audit: ghost, violations: violations ?? NOTHING };
}

/** All properties, at every event of a run. */
export const auditor = { begin: newAudit, observe };
