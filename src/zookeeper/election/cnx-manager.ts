/**
 * Election connections (QuorumCnxManager): at most one per pair of servers, each remembering only the last
 * message. The larger sid owns the dial; the smaller one's dial is a wake-up call that is dropped and dialled back.
 */
import type { Slice } from '../../base/slice.ts';
import type { ConnectionId, NodeId } from '../../kernel/process.ts';
import { type ServerSpec, serverSpec, syncLimitMillis } from '../config/ensemble.ts';
import type { Sid } from '../ids.ts';
import type { InitialMessage, Notification } from '../packets.ts';
import type { Turn } from '../peer/turn.ts';
import { voteOf } from './vote.ts';

/** What is kept about one other server. */
export interface ElectionPeer {
  readonly sid: Sid;
  /** A message was ever queued for it, or a connection stood (queueSendMap has an entry). */
  readonly hasQueue: boolean;
  /** The queue, one deep: a newer message evicts the older. */
  readonly queued: Notification | null;
  /** Sent again when a new connection finds the queue empty. */
  readonly lastSent: Notification | null;
  /** The connection in use (SendWorker and RecvWorker). */
  readonly worker: ConnectionId | null;
  /** A dial under way (inprogressConnections). */
  readonly dialling: ConnectionId | null;
}

/** A connection, or a message and the connection it needs, that waits for a dial under way to end. */
interface Errand {
  readonly to: Sid;
  /** Where it says it is; null where the configurations say. */
  readonly address: NodeId | null;
  /** Null only connects. */
  readonly message: Notification | null;
  /** The election waits for it before it polls again (connectAll runs on its thread). */
  readonly holdsElection: boolean;
}

export interface CnxManager extends Slice {
  /** All other servers, and whoever else connected, in sid order. */
  readonly peers: readonly ElectionPeer[];
  /** Accepted, the dialler not known yet. */
  readonly incoming: readonly ConnectionId[];
  /** Where connections are dialled one after the other: what waits for the one under way, in order (WorkerSender, synchronized connectOne). */
  readonly errands: readonly Errand[];
  /** The election's own thread waits for a dial. */
  readonly holdsElection: boolean;
}

/** `servers`: all it knows, itself among them or not. */
export function createCnxManager(self: Sid, servers: readonly ServerSpec[], generation: number): CnxManager {
  const others = servers.filter((server) => server.sid !== self).map((server) => server.sid);
  const peers = others
    .toSorted((a, b) => a - b)
    .map((sid) => ({ sid, hasQueue: false, queued: null, lastSent: null, worker: null, dialling: null }));
  return { generation, peers, incoming: [], errands: [], holdsElection: false };
}

/** QuorumCnxManager.halt: the port and every connection are closed, and what was to be sent is forgotten. */
export function haltCnxManager(turn: Turn): void {
  const { peers, incoming } = turn.peer.cnx;
  turn.unlisten('election');
  for (const { sid, worker, dialling } of peers) {
    if (worker !== null) turn.close(worker);
    if (dialling === null) continue;
    turn.close(dialling);
    turn.disarm(`dial:${sid}`);
  }
  for (const on of incoming) turn.close(on);
  const { sid, quorumVerifier } = turn.peer;
  turn.peer.cnx = createCnxManager(sid, quorumVerifier.servers, turn.generation);
}

/** A new one takes its place. */
export function startCnxManager(turn: Turn): void {
  turn.listen('election');
}

/** QuorumPeer.restartLeaderElection, as far as connections go. */
export function restartCnxManager(turn: Turn): void {
  haltCnxManager(turn);
  startCnxManager(turn);
}

/** A message for another server or this one: at once, or in its turn where a dial holds everything up (WorkerSender). */
export function toSend(turn: Turn, sid: Sid, message: Notification): void {
  if (isHeldUp(turn)) return runErrandLater(turn, { to: sid, address: null, message, holdsElection: false });
  deliver(turn, sid, message);
}

/** Queues a message for another server and sees to a connection; its own it hears at once (QuorumCnxManager.toSend). */
function deliver(turn: Turn, sid: Sid, message: Notification): void {
  if (sid === turn.peer.sid) return hearItself(turn, message);
  const { worker } = peerOf(turn, sid) ?? newPeer(turn, sid);
  if (worker !== null) {
    turn.send(worker, message);
    update(turn, sid, { lastSent: message });
    return;
  }
  update(turn, sid, { hasQueue: true, queued: message });
  connectOne(turn, sid);
}

/** Dials every server something was ever queued for and no connection exists to (QuorumCnxManager.connectAll). */
export function connectAll(turn: Turn): void {
  for (const { hasQueue, sid } of turn.peer.cnx.peers)
    if (hasQueue) connectInTurn(turn, sid, { holdsElection: true, address: null });
}

function connectInTurn(
  turn: Turn,
  sid: Sid,
  { holdsElection, address }: { readonly holdsElection: boolean; readonly address: NodeId | null },
): void {
  if (isHeldUp(turn)) return runErrandLater(turn, { to: sid, address, message: null, holdsElection });
  connectOne(turn, sid, address);
  if (holdsElection && isHeldUp(turn)) turn.cnx().holdsElection = true;
}

/** Whether a dial is under way that nothing may overtake. */
function isHeldUp({ peer, config }: Turn): boolean {
  return !config.behaviour.asyncElectionConnect && peer.cnx.peers.some(({ dialling }) => dialling !== null);
}

function runErrandLater(turn: Turn, errand: Errand): void {
  const cnx = turn.cnx();
  cnx.errands = [...cnx.errands, errand];
  cnx.holdsElection ||= errand.holdsElection;
}

/** A dial has ended: what waited for it, as far as the next dial that takes time. */
function runErrands(turn: Turn): void {
  while (turn.peer.cnx.peers.every(({ dialling }) => dialling === null)) {
    const [errand, ...rest] = turn.peer.cnx.errands;
    const cnx = turn.cnx();
    cnx.holdsElection = turn.peer.cnx.errands.some(({ holdsElection }) => holdsElection);
    if (errand === undefined) return;
    cnx.errands = rest;
    if (errand.message === null) connectOne(turn, errand.to, errand.address);
    else deliver(turn, errand.to, errand.message);
  }
}

/** The receiver gets its own vote like any other. */
function hearItself(turn: Turn, notification: Notification): void {
  const { sid, state } = turn.peer;
  const election = turn.election();
  if (election.receiverDead) return;
  election.recvqueue = [...election.recvqueue, { from: sid, notification }];
  const vote = voteOf(notification);
  if (turn.noting) turn.note({ kind: 'voteReceived', from: sid, vote, state: notification.state, myState: state });
}

/** True as soon as any one queue is empty: not a sign that anything arrived (QuorumCnxManager.haveDelivered). */
export function haveDelivered(cnx: CnxManager): boolean {
  return cnx.peers.some((peer) => peer.hasQueue && peer.queued === null);
}

/** Where nothing better is known it is dialled where the configurations say; whoever is in none of them is not. */
export function connectOne(turn: Turn, sid: Sid, said: NodeId | null = null): void {
  const peer = peerOf(turn, sid) ?? newPeer(turn, sid);
  const { quorumVerifier, lastSeenQuorumVerifier } = turn.peer;
  const address =
    said ?? serverSpec(quorumVerifier, sid)?.node ?? serverSpec(lastSeenQuorumVerifier, sid)?.node ?? null;
  if (address === null || peer.worker !== null || peer.dialling !== null) return;
  update(turn, sid, { dialling: turn.dial(address, 'election') });
  turn.arm(`dial:${sid}`, turn.config.timing.cnxTimeoutMillis);
  if (turn.noting) turn.note({ kind: 'electionDialled', to: sid });
}

/** Our dial was answered (QuorumCnxManager.initiateConnection). */
export function electionOpened(turn: Turn, on: ConnectionId): void {
  const peer = turn.peer.cnx.peers.find((other) => other.dialling === on);
  if (peer === undefined) return turn.close(on);
  const { sid } = peer;
  turn.disarm(`dial:${sid}`);
  update(turn, sid, { dialling: null });
  turn.send(on, { type: 'INITIAL', sid: turn.peer.sid, address: turn.self });
  if (sid > turn.peer.sid) {
    turn.close(on);
    if (turn.noting) turn.note({ kind: 'electionDialDropped', to: sid, because: 'smallerSid' });
  } else startWorker(turn, sid, on);
  runErrands(turn);
}

/** Somebody dialled; who it is its first message says, for which it has syncLimit. */
export function electionAccepted(turn: Turn, on: ConnectionId): void {
  const cnx = turn.cnx();
  cnx.incoming = [...cnx.incoming, on];
  turn.readTimeout(on, syncLimitMillis(turn.config.timing));
}

/** The dialler has said who it is (QuorumCnxManager.receiveConnection, handleConnection). */
export function electionIdentified(turn: Turn, on: ConnectionId, message: InitialMessage): void {
  forgetIncoming(turn, on);
  const { sid } = message;
  if (sid > turn.peer.sid) return startWorker(turn, sid, on);
  turn.close(on);
  if (sid === turn.peer.sid) return;
  finishWorker(turn, sid);
  if (turn.noting) turn.note({ kind: 'electionDialReversed', from: sid });
  connectInTurn(turn, sid, { holdsElection: false, address: message.address ?? null });
}

/** The connection was refused, broke, or stayed silent before the dialler named itself. */
export function electionLost(turn: Turn, on: ConnectionId, because: 'refused' | 'closed' | 'timeout'): void {
  if (turn.peer.cnx.incoming.includes(on)) {
    forgetIncoming(turn, on);
    if (because === 'timeout') turn.close(on);
    return;
  }
  for (const peer of turn.peer.cnx.peers) {
    if (peer.dialling === on) {
      turn.disarm(`dial:${peer.sid}`);
      update(turn, peer.sid, { dialling: null });
      if (turn.noting) turn.note({ kind: 'electionUnreachable', to: peer.sid, because: 'refused' });
      runErrands(turn);
    } else if (peer.worker === on) {
      update(turn, peer.sid, { worker: null });
      if (turn.noting) turn.note({ kind: 'electionBroken', with: peer.sid });
    }
  }
}

/** A dial gets no answer for cnxTimeout. */
export function electionDialTimedOut(turn: Turn, sid: Sid): void {
  const peer = peerOf(turn, sid);
  if (peer === null || peer.dialling === null) return;
  turn.close(peer.dialling);
  update(turn, sid, { dialling: null });
  if (turn.noting) turn.note({ kind: 'electionUnreachable', to: sid, because: 'timeout' });
  runErrands(turn);
}

/** Whether `on` is one of our election connections. */
export function isElectionConnection(cnx: CnxManager, on: ConnectionId): boolean {
  return cnx.incoming.includes(on) || cnx.peers.some((peer) => peer.worker === on || peer.dialling === on);
}

/** Who is at the other end of `on`, or null. */
export function electionPeerOn(cnx: CnxManager, on: ConnectionId): Sid | null {
  for (const peer of cnx.peers) if (peer.worker === on) return peer.sid;
  return null;
}

function startWorker(turn: Turn, sid: Sid, on: ConnectionId): void {
  const peer = peerOf(turn, sid) ?? newPeer(turn, sid);
  finishWorker(turn, sid);
  turn.readTimeout(on, null);
  // SendWorker.run: an empty queue may mean that the last message was lost with the old socket.
  const message = peer.queued ?? peer.lastSent;
  if (message !== null) turn.send(on, message);
  update(turn, sid, { hasQueue: true, worker: on, queued: null, lastSent: message });
  if (turn.noting) turn.note({ kind: 'electionConnected', with: sid });
}

/** Even for nobody of the configuration: whoever names a larger sid gets a connection and a queue. */
function newPeer(turn: Turn, sid: Sid): ElectionPeer {
  const peer: ElectionPeer = { sid, hasQueue: false, queued: null, lastSent: null, worker: null, dialling: null };
  const cnx = turn.cnx();
  cnx.peers = [...cnx.peers, peer].toSorted((a, b) => a.sid - b.sid);
  return peer;
}

function finishWorker(turn: Turn, sid: Sid): void {
  const peer = peerOf(turn, sid);
  if (peer === null || peer.worker === null) return;
  turn.close(peer.worker);
  update(turn, sid, { worker: null });
}

function forgetIncoming(turn: Turn, on: ConnectionId): void {
  const cnx = turn.cnx();
  cnx.incoming = cnx.incoming.filter((other) => other !== on);
}

function peerOf(turn: Turn, sid: Sid): ElectionPeer | null {
  for (const peer of turn.peer.cnx.peers) if (peer.sid === sid) return peer;
  return null;
}

function update(turn: Turn, sid: Sid, change: Partial<ElectionPeer>): void {
  const cnx = turn.cnx();
  cnx.peers = cnx.peers.map((peer) => (peer.sid === sid ? { ...peer, ...change } : peer));
}
