/**
 * For tests: one server without a world around it. It is handed inputs and says in short lines what it asks the
 * kernel for. Small notation, everywhere: a zxid is `epoch.counter`, a vote `leader:zxid e<peerEpoch> r<round>`.
 */
import { assert, ensure } from '../../base/assert.ts';
import { freshGeneration } from '../../base/slice.ts';
import type { ConnectionId, DiskFailure, Effect, Env, Input } from '../../kernel/process.ts';
import type { Behaviour } from '../config/behaviour.ts';
import { behaviourOf } from '../config/profiles.ts';
import { DEFAULT_TIMING, type QuorumGroup, type ServerSpec, type Timing, serverConfig } from '../config/ensemble.ts';
import { DEFAULT_SERVICE, type Service } from '../config/service.ts';
import { INITIAL_TREE } from '../database/data-tree.ts';
import { NO_SESSIONS } from '../database/sessions.ts';
import { type Epoch, type Round, type Sid, ZXID_NONE, type Zxid, counterOf, epochOf, zxidFrom } from '../ids.ts';
import type { Note, VoteFact } from '../notes.ts';
import type { Packet, ServerState } from '../packets.ts';
import { BLANK_DISK, type Durable, handedOver, persist } from './durable.ts';
import { zooKeeper } from './process.ts';
import type { Port, TimerName, Write, ZooKeeper } from './protocol.ts';
import type { QuorumPeer } from './quorum-peer.ts';

interface StandInOptions {
  readonly sid: number;
  readonly voters: readonly number[];
  readonly observers?: readonly number[];
  readonly groups?: readonly QuorumGroup[] | null;
  readonly reconfigEnabled?: boolean;
  readonly standalone?: boolean;
  /** Whether anybody reads its notes. */
  readonly noting?: boolean;
  readonly timing?: Partial<Timing>;
  readonly toggles?: Partial<Behaviour>;
  readonly service?: Partial<Service>;
  readonly durable?: Partial<Durable>;
}

export class StandIn {
  peer: QuorumPeer;
  durable: Durable;
  now = 0;
  /** What the last input made it ask for. */
  said: readonly string[] = [];
  notes: readonly Note[] = [];
  /** The packets among it. */
  sent: readonly Packet[] = [];
  readonly config;
  readonly #noting: boolean;
  #connections = 0;
  /** Who is at the other end of a connection, and which port it is. */
  readonly #ends = new Map<ConnectionId, string>();
  readonly #dials = new Map<string, ConnectionId>();
  #writes: Write[] = [];

  constructor(options: StandInOptions) {
    const {
      sid,
      voters,
      observers = [],
      groups = null,
      reconfigEnabled = false,
      standalone = false,
      noting = true,
    } = options;
    this.#noting = noting;
    const { timing, toggles, service, durable } = options;
    const servers = [...voters, ...observers].map((other): ServerSpec => ({
      sid: other as Sid,
      node: other,
      learnerType: observers.includes(other) ? 'OBSERVER' : 'PARTICIPANT',
    }));
    this.config = serverConfig({
      sid: sid as Sid,
      servers,
      groups,
      reconfigEnabled,
      standalone,
      timing: { ...DEFAULT_TIMING, ...timing },
      behaviour: behaviourOf('3.9', toggles ?? {}),
      service: { ...DEFAULT_SERVICE, ...service },
    });
    this.durable = { ...BLANK_DISK, ...durable };
    const env = this.#env();
    const state = zooKeeper.boot(env);
    assert(state.kind === 'server', 'a server boots');
    this.peer = state;
    this.#done(env);
  }

  /** An election connection to `sid` comes about, dialled by whom the rule says. */
  connect(sid: number): readonly string[] {
    if (sid < this.peer.sid) {
      const on = this.#dials.get(`${sid} election`);
      return this.input({ kind: 'opened', on: on ?? -1 });
    }
    return this.dialled(sid, 'election', { type: 'INITIAL', sid: sid as Sid });
  }

  /** Someone dials a port of ours and says something at once. */
  dialled(sid: number, port: Port, ...packets: readonly Packet[]): readonly string[] {
    const on = (this.#connections += 1);
    this.#ends.set(on, `${sid} ${port}`);
    const said = [...this.input({ kind: 'accepted', on, from: sid, port })];
    for (const packet of packets) said.push(...this.input({ kind: 'received', on, packet }));
    return said;
  }

  /** The dial to `sid` is answered. */
  answered(sid: number, port: Port, kind: 'opened' | 'refused'): readonly string[] {
    return this.input({ kind, on: ensure(this.#dials.get(`${sid} ${port}`), `dial to ${sid}`) });
  }

  /** The newest connection with `sid`. */
  on(sid: number, port: Port = 'election'): ConnectionId {
    const ends = [...this.#ends].filter(([, end]) => end === `${sid} ${port}`);
    return ensure(ends.at(-1), `connection with ${sid}`)[0];
  }

  /** `sid` sends a packet on the newest connection. */
  receive(sid: number, packet: Packet, port: Port = 'election'): readonly string[] {
    return this.input({ kind: 'received', on: this.on(sid, port), packet });
  }

  /** `sid` sends a vote: `vote(2, '3:1.4 e1 r2', 'LEADING')`. */
  vote(sid: number, text: string, state: ServerState = 'LOOKING'): readonly string[] {
    return this.receive(sid, { type: 'NOTIFICATION', state, ...voteFrom(text) });
  }

  fire(timer: TimerName, after = 0): readonly string[] {
    this.now += after;
    return this.input({ kind: 'fired', timer });
  }

  /** The oldest write under way reaches the disk. */
  flushed(): readonly string[] {
    const write = ensure(this.#writes.shift(), 'write under way');
    this.durable = persist(this.durable, write);
    return this.input({ kind: 'flushed', write });
  }

  /** The oldest write under way is refused. */
  refused(because: DiskFailure): readonly string[] {
    return this.input({ kind: 'unwritten', write: ensure(this.#writes.shift(), 'write under way'), because });
  }

  allFlushed(): readonly string[] {
    const said: string[] = [];
    while (this.#writes.length > 0) said.push(...this.flushed());
    return said;
  }

  input(input: Input<ZooKeeper>): readonly string[] {
    const env = this.#env();
    const state = zooKeeper.handle(this.peer, input, env);
    assert(state.kind === 'server', 'a server stays one');
    this.peer = state;
    return this.#done(env);
  }

  /** The last notes of one kind. */
  noted(kind: Note['kind']): readonly Note[] {
    return this.notes.filter((note) => note.kind === kind);
  }

  #env(): Env<ZooKeeper> {
    return {
      self: this.config.sid,
      now: this.now,
      wallClock: this.now,
      generation: freshGeneration(),
      config: this.config,
      disk: this.#writes.reduce(handedOver, this.durable),
      noting: this.#noting,
      watching: this.#noting,
      random: () => 0.5,
      dial: (to, port) => {
        const on = (this.#connections += 1);
        this.#ends.set(on, `${to} ${port}`);
        this.#dials.set(`${to} ${port}`, on);
        return on;
      },
      effects: [],
      notes: [],
      notesMax: Infinity,
    };
  }

  #done(env: Env<ZooKeeper>): readonly string[] {
    assert(this.#noting || env.notes.length === 0, 'no note is made for nobody');
    this.notes = env.notes;
    this.said = env.effects.map((effect) => this.#text(effect));
    this.sent = env.effects.flatMap((effect) => (effect.kind === 'send' ? [effect.packet] : []));
    return this.said;
  }

  #text(effect: Effect<ZooKeeper>): string {
    const end = 'on' in effect ? (this.#ends.get(effect.on) ?? '?').split(' ')[0] : '';
    switch (effect.kind) {
      case 'send':
        return `→${end} ${packetText(effect.packet)}`;
      case 'close':
        return `close ${end}`;
      case 'readTimeout':
        return `read ${end} ${effect.millis ?? 'off'}`;
      case 'arm':
        return `arm ${effect.timer} ${effect.after}`;
      case 'flush':
        this.#writes.push(effect.write);
        return `write ${writeText(effect.write)}`;
      case 'cache':
        this.#writes.push(effect.write);
        return `cache ${writeText(effect.write)}`;
      case 'exit':
        return `exit ${effect.code}`;
      case 'disarm':
        return `disarm ${effect.timer}`;
      default:
        return `${effect.kind} ${effect.port}`;
    }
  }
}

/** A disk with a snapshot at `zxid` and nothing after it. */
export function diskAt(zxid: string, epoch: number): Partial<Durable> {
  const snapshot = { zxid: zxidOf(zxid), tree: INITIAL_TREE, sessions: NO_SESSIONS };
  return { acceptedEpoch: epoch as Epoch, currentEpoch: epoch as Epoch, snapshots: [snapshot] };
}

/** `3:1.4 e1 r2` */
export function voteFrom(text: string): VoteFact {
  const match = /^(-?\d+):(\S+) e(\d+) r(\d+)$/.exec(text);
  assert(match !== null, `${text} is a vote`);
  const [, leader, zxid = '', epoch, round] = match;
  return {
    leader: Number(leader) as Sid,
    zxid: zxidOf(zxid),
    peerEpoch: Number(epoch) as Epoch,
    electionEpoch: Number(round) as Round,
  };
}

export function voteText({ leader, zxid, peerEpoch, electionEpoch }: VoteFact): string {
  return `${leader}:${zxidShort(zxid)} e${peerEpoch} r${electionEpoch}`;
}

/** `1.4`, or `-` for none. */
export function zxidOf(text: string): Zxid {
  if (text === '-') return ZXID_NONE;
  const [epoch, counter] = text.split('.').map(Number);
  return zxidFrom(epoch ?? 0, counter ?? 0);
}

export function zxidShort(zxid: Zxid): string {
  return zxid < 0 ? '-' : `${epochOf(zxid)}.${counterOf(zxid)}`;
}

export function packetText(packet: Packet): string {
  switch (packet.type) {
    case 'NOTIFICATION':
      return `${packet.state} ${voteText(packet)}`;
    case 'MALFORMED':
      return `MALFORMED ${packet.flaw}`;
    case 'INITIAL':
      return `INITIAL ${packet.sid}`;
    case 'FOLLOWERINFO':
      return `FOLLOWERINFO e${packet.acceptedEpoch}`;
    case 'LEADERINFO':
      return `LEADERINFO e${packet.newEpoch}`;
    case 'ACKEPOCH':
      return `ACKEPOCH ${zxidShort(packet.lastZxid)} e${packet.currentEpoch}`;
    case 'REVALIDATE':
      return `REVALIDATE${packet.valid === null ? '' : ` ${packet.valid}`}`;
    case 'REQUEST':
      return `REQUEST ${packet.request.operation.op}`;
    case 'CALL':
      return `CALL ${packet.operation.op}`;
    case 'REPLY':
      return `REPLY ${packet.answer.error} ${zxidShort(packet.answer.zxid)}`;
    case 'CONNECTED':
      return packet.sessionId === null ? 'CONNECTED expired' : 'CONNECTED';
    case 'CONNECT':
      return packet.sessionId === null ? 'CONNECT new' : 'CONNECT again';
    case 'OBSERVERINFO':
      return `OBSERVERINFO ${packet.acceptedEpoch}`;
    case 'EVENT':
      return `EVENT ${packet.event} ${packet.path}`;
    case 'CLIENTPING':
    case 'UPTODATE':
    case 'SYNC':
      return packet.type;
    default:
      return `${packet.type} ${zxidShort(packet.zxid)}`;
  }
}

export function writeText(write: Write): string {
  switch (write.kind) {
    case 'acceptedEpoch':
    case 'currentEpoch':
      return `${write.kind} ${write.epoch}`;
    case 'txns':
      return `log ${write.txns.map((txn) => zxidShort(txn.zxid)).join(' ')}`;
    case 'updatingEpoch':
      return `${write.present ? 'create' : 'delete'} updatingEpoch`;
    case 'config':
      return `config ${write.file} ${zxidShort(write.config.version)}`;
    case 'snapshotStart':
      return `begin snapshot ${zxidShort(write.zxid)}`;
    case 'purge':
      return `purge ${write.retainCount}`;
    case 'truncate':
      return `truncate ${zxidShort(write.to)}`;
    default:
      return `snapshot ${zxidShort(write.snapshot.zxid)}`;
  }
}
