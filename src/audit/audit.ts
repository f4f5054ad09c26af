/**
 * The audit: an outside observer that watches every event and names the property that breaks, at the very
 * event. It sees what no server sees, and no server sees it.
 */
import type { NodeId } from '../kernel/process.ts';
import type { Node, World } from '../kernel/world.ts';
import type { ClientConfig } from '../zookeeper/config/ensemble.ts';
import type { Sid } from '../zookeeper/ids.ts';
import type { Note, NoteKind } from '../zookeeper/notes.ts';
import type { ZooKeeper } from '../zookeeper/peer/protocol.ts';
import { withBreach } from './breach.ts';
import { newClientRecord } from './client-record.ts';
import type { Fact } from './fact.ts';
import { positionOf } from './delivered.ts';
import { type Audit, editAudit, newAudit, remember, rememberArrival, rememberClient } from './ghost.ts';
import type { Arrival } from './invariant.ts';
import { lookOn } from './liveness/progress.ts';
import { ARRIVALS, CLIENTS_BY_NOTE, DETECTORS, SERVERS_BY_NOTE } from './registry.ts';

export interface Violation {
  /** Name of the property, as in its file. */
  readonly property: string;
  readonly servers: readonly Sid[];
  /** The values that break it. */
  readonly fact: Fact;
}

export interface Watched {
  readonly node: NodeId;
  readonly notes: readonly Note[];
  /** Null where no packet brought the event about. */
  readonly arrival: Arrival | null;
  /** Somebody did something to servers, links or disks. */
  readonly disturbs: boolean;
}

const NOTHING: readonly Violation[] = [];

/** Watches one event; the ghost is written in place where `generation` owns it. */
export function observe(
  audit: Audit,
  world: World<ZooKeeper>,
  watched: Watched,
  generation: number,
): { audit: Audit; violations: readonly Violation[] } {
  const violations: Violation[] = [];
  let after = watchEvent(audit, world, watched, generation, violations);
  if (watched.disturbs || world.now >= after.progress.lookAt) {
    after = watchProgress(after, world, watched.disturbs, generation, violations);
  }
  if (violations.length === 0) return { audit: after, violations: NOTHING };
  return { audit: withViolations(after, world, violations, generation), violations };
}

function watchEvent(
  audit: Audit,
  world: World<ZooKeeper>,
  watched: Watched,
  generation: number,
  violations: Violation[],
): Audit {
  const node = world.nodes[watched.node];
  if (node === undefined) return audit;
  let ghost = audit;
  if (watched.arrival !== null) {
    watchArrival(audit, world, node, watched.arrival, violations);
    ghost = rememberArrival(audit, watched.arrival, node.id, world, generation);
  }
  if (watched.notes.length === 0) return ghost;
  const { config } = node;
  return config.kind === 'server'
    ? watchServer(ghost, world, node, config.sid, watched.notes, generation, violations)
    : watchClient(ghost, world, node, config, watched.notes, generation, violations);
}

/** Who gets on, and who has waited too long. */
function watchProgress(
  audit: Audit,
  world: World<ZooKeeper>,
  disturbs: boolean,
  generation: number,
  into: Violation[],
): Audit {
  const ghost = editAudit(audit, generation);
  const before = disturbs ? { ...audit.progress, soundSince: null } : audit.progress;
  const { progress, look } = lookOn(before, world);
  ghost.progress = progress;
  if (look === null) return ghost;
  for (const detector of DETECTORS) {
    const stall = detector.find(look);
    if (stall !== null) into.push({ property: detector.id, ...stall });
  }
  return ghost;
}

function withViolations(
  audit: Audit,
  { eventCount, now: at }: World<ZooKeeper>,
  violations: readonly Violation[],
  generation: number,
): Audit {
  const ghost = editAudit(audit, generation);
  // The world counts the event already.
  for (const { property, servers, fact } of violations) {
    ghost.breaches = withBreach(ghost.breaches, property, { event: eventCount - 1, at, servers, fact });
  }
  return ghost;
}

/** With a kind of note that invariants watch, heard of for the first time. */
function hearing(audit: Audit, kind: NoteKind, generation: number): Audit {
  if (audit.heard[kind] === true) return audit;
  const ghost = editAudit(audit, generation);
  ghost.heard = { ...ghost.heard, [kind]: true };
  return ghost;
}

function watchArrival(
  audit: Audit,
  world: World<ZooKeeper>,
  node: Node<ZooKeeper>,
  arrival: Arrival,
  into: Violation[],
): void {
  for (const invariant of ARRIVALS) {
    const broken = invariant.check({ arrival, audit, world, node });
    if (broken === null) continue;
    const servers = broken.nodes.flatMap((id) => {
      const config = world.nodes[id]?.config;
      return config?.kind === 'server' ? [config.sid] : [];
    });
    into.push({ property: invariant.id, servers, fact: broken.fact });
  }
}

function watchServer(
  audit: Audit,
  world: World<ZooKeeper>,
  node: Node<ZooKeeper>,
  sid: Sid,
  notes: readonly Note[],
  generation: number,
  into: Violation[],
): Audit {
  let ghost = audit;
  const peer = node.state?.kind === 'server' ? node.state : null;
  for (const note of notes) {
    const invariants = SERVERS_BY_NOTE.get(note.kind);
    if (invariants !== undefined) {
      ghost = hearing(ghost, note.kind, generation);
      const position = note.kind === 'applied' ? positionOf(ghost.delivered, note.zxid) : -1;
      const observation = { note, audit: ghost, world, node, sid, peer, position };
      for (const invariant of invariants) {
        const broken = invariant.check(observation);
        if (broken !== null) into.push({ property: invariant.id, ...broken });
      }
    }
    ghost = remember(ghost, note, node, sid, peer, world, generation);
  }
  return ghost;
}

function watchClient(
  audit: Audit,
  world: World<ZooKeeper>,
  node: Node<ZooKeeper>,
  { name }: ClientConfig,
  notes: readonly Note[],
  generation: number,
  into: Violation[],
): Audit {
  let ghost = audit;
  const client = node.state?.kind === 'client' ? node.state : null;
  // A client that is gone asks for nothing more.
  if (client === null) return audit;
  for (const note of notes) {
    const known = ghost.clients[node.id] ?? null;
    const record = known?.incarnation === node.incarnation ? known : newClientRecord(name, node.incarnation);
    const invariants = CLIENTS_BY_NOTE.get(note.kind) ?? [];
    if (invariants.length > 0) ghost = hearing(ghost, note.kind, generation);
    for (const invariant of invariants) {
      const fact = invariant.check({ note, record });
      const servers = client.server === null ? [] : [client.server];
      if (fact !== null) into.push({ property: invariant.id, servers, fact });
    }
    ghost = rememberClient(ghost, { note, record, client, node, world }, generation);
  }
  return ghost;
}

/** All properties, at every event of a run. */
export const auditor = { begin: newAudit, observe };
