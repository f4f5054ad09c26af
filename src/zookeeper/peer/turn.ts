/**
 * One input being handled: a small accumulator that saves handlers from threading tuples. It lives for one
 * call and never escapes, so from outside a handler stays a function of state, input and environment.
 */
import { type Draft, edit } from '../../base/slice.ts';
import { ensure } from '../../base/assert.ts';
import { type ConnectionId, type Env, type Millis, type NodeId, Stopped } from '../../kernel/process.ts';
import type { ServerConfig } from '../config/ensemble.ts';
import type { Database } from '../database/database.ts';
import type { CnxManager } from '../election/cnx-manager.ts';
import type { Election } from '../election/fast-leader-election.ts';
import type { Note } from '../notes.ts';
import type { Packet, ServerState, SyncMode, ZabState } from '../packets.ts';
import type { ClientService } from '../processors/client-service.ts';
import type { SyncRequestProcessor } from '../processors/sync-request-processor.ts';
import type { Leader } from '../quorum/leader.ts';
import type { Learner } from '../quorum/learner.ts';
import type { LearnerMasterState } from '../quorum/learner-master.ts';
import type { ObserverMaster } from '../quorum/observer-master.ts';
import { type ClientPart, MissingClientPart } from './client-part.ts';
import type { Durable } from './durable.ts';
import type { Port, TimerName, Write, WriteContent, ZooKeeper } from './protocol.ts';
import type { QuorumPeer } from './quorum-peer.ts';

export class Turn {
  readonly peer: Draft<QuorumPeer>;
  readonly config: ServerConfig;
  readonly now: Millis;
  /** What its machine's clock shows; durations are never measured by it. */
  readonly wallClock: Millis;
  /** Whether notes are read; build none otherwise. */
  readonly noting: boolean;
  /** Whether the audit, or anyone, reads the notes that invariants watch. */
  readonly watching: boolean;
  /** Connections that are to be read from again when this is done; null for none. */
  readAgain: ConnectionId[] | null = null;
  readonly #env: Env<ZooKeeper>;
  readonly #clientPart: ClientPart | null;

  constructor(peer: QuorumPeer, env: Env<ZooKeeper>, clientPart: ClientPart | null) {
    this.peer = edit(peer, env.generation);
    this.config = env.config as ServerConfig;
    this.now = env.now;
    this.wallClock = env.wallClock;
    this.noting = env.noting;
    this.watching = env.watching;
    this.#env = env;
    this.#clientPart = clientPart;
  }

  /** To be asked for only where a client or a transaction is at hand. */
  get clientPart(): ClientPart {
    if (this.#clientPart === null) throw new MissingClientPart();
    return this.#clientPart;
  }

  /** As this server reads it: with what its log thread is flushing. */
  get disk(): Durable {
    return this.#env.disk;
  }

  /** Where this server runs. */
  get self(): NodeId {
    return this.#env.self;
  }

  get generation(): number {
    return this.#env.generation;
  }

  // ---- slices, writable ----

  election(): Draft<Election> {
    const slice = edit(this.peer.election, this.generation);
    this.peer.election = slice;
    return slice;
  }

  cnx(): Draft<CnxManager> {
    const slice = edit(this.peer.cnx, this.generation);
    this.peer.cnx = slice;
    return slice;
  }

  database(): Draft<Database> {
    const slice = edit(this.peer.database, this.generation);
    this.peer.database = slice;
    return slice;
  }

  log(): Draft<SyncRequestProcessor> {
    const slice = edit(this.peer.log, this.generation);
    this.peer.log = slice;
    return slice;
  }

  clients(): Draft<ClientService> {
    const slice = edit(this.peer.clients, this.generation);
    this.peer.clients = slice;
    return slice;
  }

  leader(): Draft<Leader> {
    const slice = edit(ensure(this.peer.leader, 'leader'), this.generation);
    this.peer.leader = slice;
    return slice;
  }

  learner(): Draft<Learner> {
    const slice = edit(ensure(this.peer.learner, 'learner'), this.generation);
    this.peer.learner = slice;
    return slice;
  }

  observerMaster(): Draft<ObserverMaster> {
    const learner = this.learner();
    const slice = edit(ensure(learner.observerMaster, 'observer master'), this.generation);
    learner.observerMaster = slice;
    return slice;
  }

  /** Leader or observer master: whoever serves learners here. */
  learnerMaster(): Draft<LearnerMasterState> {
    return this.peer.leader === null ? this.observerMaster() : this.leader();
  }

  // ---- effects ----

  dial(to: NodeId, port: Port): ConnectionId {
    return this.#env.dial(to, port);
  }

  random(key: number, n: number): number {
    return this.#env.random(key, n);
  }

  send(on: ConnectionId, packet: Packet): void {
    this.#env.effects.push({ kind: 'send', on, packet });
  }

  close(on: ConnectionId): void {
    this.#env.effects.push({ kind: 'close', on });
  }

  listen(port: Port): void {
    this.#env.effects.push({ kind: 'listen', port });
  }

  unlisten(port: Port): void {
    this.#env.effects.push({ kind: 'unlisten', port });
  }

  readTimeout(on: ConnectionId, millis: Millis | null): void {
    this.#env.effects.push({ kind: 'readTimeout', on, millis });
  }

  arm(timer: TimerName, after: Millis): void {
    this.#env.effects.push({ kind: 'arm', timer, after });
  }

  disarm(timer: TimerName): void {
    this.#env.effects.push({ kind: 'disarm', timer });
  }

  /** For the present role. `content` is the caller's to give away: a copy with one field more is the dearest there is. */
  flush(content: WriteContent): void {
    const write = content as Draft<Write>;
    write.role = this.peer.role;
    this.#env.effects.push({ kind: 'flush', write });
  }

  /** The same, where it is enough that the operating system has it (forceSync=no). */
  cache(content: WriteContent): void {
    const write = content as Draft<Write>;
    write.role = this.peer.role;
    this.#env.effects.push({ kind: 'cache', write });
  }

  exit(code: number): void {
    this.#env.effects.push({ kind: 'exit', code });
  }

  /** Call only while `noting`, or while `watching` for what `audit/` reads. */
  note(note: Note): void {
    const { notes, notesMax } = this.#env;
    notes.push(note);
    if (notes.length >= notesMax) throw new Stopped(this.peer);
  }

  // ---- the server's state ----

  become(state: ServerState, zabState: ZabState, syncMode: SyncMode = 'NONE'): void {
    const { peer } = this;
    if (peer.state === state && peer.zabState === zabState && peer.syncMode === syncMode) return;
    peer.state = state;
    peer.zabState = zabState;
    peer.syncMode = syncMode;
    if (this.watching) this.note({ kind: 'stateChanged', state, zabState, syncMode });
  }
}
