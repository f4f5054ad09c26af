/**
 * The contract between the kernel and a simulated process. The kernel knows connections, timers, a disk and
 * commands; what they carry is the protocol's own business, bundled in `Protocol`.
 */

/** Position of a node in the world. */
export type NodeId = number;

/** One incarnation of a connection; never reused within a run. */
export type ConnectionId = number;

/** Virtual milliseconds since the run began, or a span of them. Integers. */
export type Millis = number;

/** The types a protocol brings along. All values are plain data. */
export interface Protocol {
  /** What a node is started with; survives everything. */
  readonly Config: unknown;
  /** Volatile state, gone with the process. */
  readonly State: unknown;
  /** What the disk holds. */
  readonly Durable: unknown;
  readonly Packet: unknown;
  /** Something to be made durable. */
  readonly Write: unknown;
  readonly Command: unknown;
  /** A fact about what a process did and why. */
  readonly Note: unknown;
  /** Timer names; re-arming a name replaces it. */
  readonly Timer: string;
  /** Names of the ports a process can listen on. */
  readonly Port: string;
}

/** Why a disk refuses a write: nothing more fits on it, or it answers with errors. */
export type DiskFailure = 'full' | 'error';

export type Input<P extends Protocol> =
  /** A dialled connection is established. */
  | { readonly kind: 'opened'; readonly on: ConnectionId }
  /** Nobody listens there. */
  | { readonly kind: 'refused'; readonly on: ConnectionId }
  /** Someone dialled one of our ports. */
  | { readonly kind: 'accepted'; readonly on: ConnectionId; readonly from: NodeId; readonly port: P['Port'] }
  | { readonly kind: 'received'; readonly on: ConnectionId; readonly packet: P['Packet'] }
  /** The other end closed, or its process died; everything it sent before has been received. */
  | { readonly kind: 'closed'; readonly on: ConnectionId }
  /** Nothing was received on the connection for its read timeout. */
  | { readonly kind: 'timedOut'; readonly on: ConnectionId }
  | { readonly kind: 'fired'; readonly timer: P['Timer'] }
  /** A write has reached the disk: it would outlive the process. */
  | { readonly kind: 'flushed'; readonly write: P['Write'] }
  /** A write has not reached the disk, and never will: the disk is full, or broken. */
  | { readonly kind: 'unwritten'; readonly write: P['Write']; readonly because: DiskFailure }
  | { readonly kind: 'command'; readonly command: P['Command'] };

export type Effect<P extends Protocol> =
  | { readonly kind: 'listen'; readonly port: P['Port'] }
  | { readonly kind: 'unlisten'; readonly port: P['Port'] }
  | { readonly kind: 'send'; readonly on: ConnectionId; readonly packet: P['Packet'] }
  | { readonly kind: 'close'; readonly on: ConnectionId }
  /** Receive `timedOut` when the connection stays silent this long; null switches it off. Counts from now. */
  | { readonly kind: 'readTimeout'; readonly on: ConnectionId; readonly millis: Millis | null }
  | { readonly kind: 'arm'; readonly timer: P['Timer']; readonly after: Millis }
  | { readonly kind: 'disarm'; readonly timer: P['Timer'] }
  /** Make `write` durable after those before it; then receive `flushed`. */
  | { readonly kind: 'flush'; readonly write: P['Write'] }
  /** Hand `write` to the operating system, which takes no time and does not wait for other writes; then receive `flushed`. */
  | { readonly kind: 'cache'; readonly write: P['Write'] }
  /** The process ends itself. */
  | { readonly kind: 'exit'; readonly code: number };

/** What a process may see and use while it handles one input. */
export interface Env<P extends Protocol> {
  readonly self: NodeId;
  readonly now: Millis;
  /** What the machine's clock on the wall shows: `now`, unless somebody has set it. May jump either way. */
  readonly wallClock: Millis;
  /** Slices stamped with it may be written in place (`base/slice.ts`). */
  readonly generation: number;
  readonly config: P['Config'];
  /** The disk as the process itself reads it: what it would find after a crash, and of writes under way what is `handedOver`. */
  readonly disk: P['Durable'];
  /** Whether anyone reads all notes; when not, do not build them. */
  readonly noting: boolean;
  /** Whether at least those notes are read that an outside observer lives on. True whenever `noting` is. */
  readonly watching: boolean;
  /** A number in [0, 1) derived from the run's seed, this node and the two keys. */
  random(key: number, n: number): number;
  /** Starts a connection and names it; `opened`, `refused` or silence follows. */
  dial(to: NodeId, port: P['Port']): ConnectionId;
  /** Done in order after the handler returns. */
  readonly effects: Effect<P>[];
  readonly notes: P['Note'][];
  /** After so many notes the handler is to throw `Stopped`, for somebody who looks inside an event; Infinity in every run. */
  readonly notesMax: number;
}

/** Thrown right after a note by a handler that is to do no more: its state as it is by then, and not to be gone on from. */
export class Stopped<State> extends Error {
  readonly state: State;

  constructor(state: State) {
    super('stopped after a note');
    this.state = state;
  }
}

export interface Process<P extends Protocol> {
  /** The state of a process that starts with what its disk holds. */
  boot(env: Env<P>): P['State'];
  /** The next state. Writes `state` in place only where the generation owns it. */
  handle(state: P['State'], input: Input<P>, env: Env<P>): P['State'];
  /** The disk after `write` has reached it. */
  persist(durable: P['Durable'], write: P['Write']): P['Durable'];
  /** The disk as the living process reads it while `write` is on its way: with what the operating system has of it by now. */
  handedOver(durable: P['Durable'], write: P['Write']): P['Durable'];
  /** The disk when the process dies while `write` is on its way; `progress`, from 0 to 1, is the part of its time that had passed. */
  torn(durable: P['Durable'], write: P['Write'], progress: number): P['Durable'];
  /** What a write is called, for whoever picks one out; a short word. */
  writeKind(write: P['Write']): string;
  /** Whether a write takes up more of the disk: on a full one it fails, and the others do not. */
  takesSpace(write: P['Write']): boolean;
  /** The disk without the last `count` entries of its log: the drive had said that they were safe. */
  withoutTail(durable: P['Durable'], count: number): P['Durable'];
  /** An empty disk for a node with this config. */
  blankDisk(config: P['Config']): P['Durable'];
  /** What is left of a disk that was wiped: a node set up anew and one that lost everything may differ. */
  wipedDisk(config: P['Config']): P['Durable'];
}
