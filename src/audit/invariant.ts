/** The shape of a property: what it says, where it comes from, and which notes can break it. */
import type { ConnectionId, NodeId } from '../kernel/process.ts';
import type { Node, World } from '../kernel/world.ts';
import type { Sid } from '../zookeeper/ids.ts';
import type { Note, NoteKind } from '../zookeeper/notes.ts';
import type { ZooKeeper } from '../zookeeper/peer/protocol.ts';
import type { QuorumPeer } from '../zookeeper/peer/quorum-peer.ts';
import type { ClientRecord } from './client-record.ts';
import type { Fact } from './fact.ts';
import type { Audit } from './ghost.ts';

/** 'zab': of the specifications. 'action': flags that they raise inside an action. 'implementation': of servers as they are. */
export type PropertyGroup = 'zab' | 'action' | 'implementation' | 'client' | 'liveness';

/** What is told of a property. */
export interface Property {
  /** Never changes: what was found in a run is kept under it. */
  readonly id: string;
  /** A few words, as a heading. */
  readonly name: string;
  readonly group: PropertyGroup;
  /** One sentence. */
  readonly statement: string;
  readonly source: string;
}

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

interface Definition<K extends NoteKind> extends Property {
  readonly watches: readonly K[];
  readonly check: (observation: Observation<Note & { readonly kind: K }>) => Broken | null;
  /** Where notes do not say which connection something came out of. */
  readonly checkArrival?: ArrivalCheck;
}

export type ServerInvariant = Definition<NoteKind> & { readonly of: 'server' };

/** An invariant over one or more kinds of note of a server, its check typed by them. */
export function invariant<K extends NoteKind>(definition: Definition<K>): ServerInvariant {
  // The registry calls a check only with notes of the kinds it watches.
  return { ...(definition as unknown as Definition<NoteKind>), of: 'server' };
}

/** What an invariant of clients sees: a note of one, and what the audit knew of it before. */
export interface ClientObservation<N extends Note = Note> {
  readonly note: N;
  readonly record: ClientRecord;
}

interface ClientDefinition<K extends NoteKind> extends Property {
  readonly watches: readonly K[];
  /** How it is broken, or null. */
  readonly check: (observation: ClientObservation<Note & { readonly kind: K }>) => Fact | null;
}

export type ClientInvariant = ClientDefinition<NoteKind> & { readonly of: 'client' };

/** As `invariant`, of what a client asks and is told. */
export function clientInvariant<K extends NoteKind>(definition: ClientDefinition<K>): ClientInvariant {
  return { ...(definition as unknown as ClientDefinition<NoteKind>), of: 'client' };
}

/** A packet that came out of a connection. */
export interface Arrival {
  readonly on: ConnectionId;
  readonly from: NodeId;
  readonly sentAt: number;
  /** Number of the event that sent it. */
  readonly by: number;
  readonly packet: ZooKeeper['Packet'];
}

export type ArrivalCheck = (observation: {
  readonly arrival: Arrival;
  /** Before it. */
  readonly audit: Audit;
  readonly world: World<ZooKeeper>;
  readonly node: Node<ZooKeeper>;
}) => { readonly nodes: readonly NodeId[]; readonly fact: Fact } | null;

interface ArrivalDefinition extends Property {
  readonly check: ArrivalCheck;
}

export type ArrivalInvariant = ArrivalDefinition & { readonly of: 'arrival' };

/** An invariant of what travels, whoever gets it. */
export function arrival(definition: ArrivalDefinition): ArrivalInvariant {
  return { ...definition, of: 'arrival' };
}

export type Invariant = ServerInvariant | ClientInvariant | ArrivalInvariant;
