/** The shape of a property: what it says, where it comes from, and which notes can break it. */
import type { Node, World } from '../kernel/world.ts';
import type { Sid } from '../zookeeper/ids.ts';
import type { Note, NoteKind } from '../zookeeper/notes.ts';
import type { ZooKeeper } from '../zookeeper/peer/protocol.ts';
import type { QuorumPeer } from '../zookeeper/peer/quorum-peer.ts';
import type { Fact } from './fact.ts';
import type { Audit } from './ghost.ts';

/** What an invariant sees: the ghost before this note, the note, and the server it speaks of. */
export interface Observation<N extends Note = Note> {
  readonly note: N;
  readonly audit: Audit;
  /** After the event. */
  readonly world: World<ZooKeeper>;
  readonly node: Node<ZooKeeper>;
  readonly sid: Sid;
  /** Null when the process ended in this event. */
  readonly peer: QuorumPeer | null;
  /** Of what is applied: its position among what was delivered, or of the first larger one; else -1. */
  readonly position: number;
}

/** How a property is broken. */
export interface Broken {
  readonly servers: readonly Sid[];
  readonly fact: Fact;
}

interface Definition<K extends NoteKind> {
  readonly id: string;
  readonly statement: string;
  readonly source: string;
  readonly watches: readonly K[];
  readonly check: (observation: Observation<Note & { readonly kind: K }>) => Broken | null;
}

export type Invariant = Definition<NoteKind>;

/** An invariant over one or more kinds of note, its check typed by them. */
export function invariant<K extends NoteKind>(definition: Definition<K>): Invariant {
  // The registry calls a check only with notes of the kinds it watches.
  return definition as unknown as Invariant;
}
