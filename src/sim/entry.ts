/** One event of a run, as everybody outside the engine sees it. */
import type { Violation } from '../audit/audit.ts';
import type { Millis, NodeId } from '../kernel/process.ts';
import type { Note } from '../zookeeper/notes.ts';
import type { Packet } from '../zookeeper/packets.ts';
import type { TimerName, Write } from '../zookeeper/peer/protocol.ts';
import type { Action } from './action.ts';

/** A row of a timeline names a kind by its position here. */
export const ENTRY_KINDS = [
  'action',
  'accepted',
  'opened',
  'refused',
  'received',
  'closed',
  'timedOut',
  'fired',
  'flushed',
  'unwritten',
  'crashed',
] as const;

export type EntryKind = (typeof ENTRY_KINDS)[number];

/** A packet that nobody will read any more. */
export interface LostPacket {
  readonly from: NodeId;
  readonly to: NodeId;
  readonly sentAt: Millis;
  readonly at: Millis;
  readonly packet: Packet;
}

export interface Entry {
  readonly kind: EntryKind;
  readonly at: Millis;
  /** Where it happened; -1 for an action on no single node. */
  readonly node: NodeId;
  /** The other end of the connection, or -1. */
  readonly other: NodeId;
  /** Number of the event that caused this one; its own number when nothing did. */
  readonly by: number;
  /** When the packet was sent or the write begun; else `at`. */
  readonly since: Millis;
  /** Of a 'received' entry. */
  readonly packet: Packet | null;
  /** Of a 'fired' entry. */
  readonly timer: TimerName | null;
  /** Of a 'flushed', 'unwritten' or 'crashed' entry. */
  readonly write: Write | null;
  /** Of an 'action' entry. */
  readonly action: Action | null;
  /** What the node at `node` did and why; empty when notes were not asked for. */
  readonly notes: readonly Note[];
  /** Packets that were lost by it, or since the event before; empty when notes were not asked for. */
  readonly lost: readonly LostPacket[];
  /** Properties that this event broke; always empty without an audit. */
  readonly violations: readonly Violation[];
}
