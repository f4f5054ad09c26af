/**
 * A client: one session, one connection, requests answered in the order asked (ClientCnxn).
 *
 * Simplified: it goes to the server it was told, and dials again only when it is asked for something more or told to
 * connect, so that a scenario says who is where. When its session turns out to be gone it asks for a new one the next
 * time, where a ZooKeeper handle is closed for good.
 */
import { type Draft, type Slice, edit } from '../../base/slice.ts';
import type { ConnectionId, Env, Input } from '../../kernel/process.ts';
import { type ClientConfig, serverSpec } from '../config/ensemble.ts';
import { type SessionId, type Sid, ZXID_ZERO, type Zxid } from '../ids.ts';
import type { Note } from '../notes.ts';
import type { ClientPacket, Packet } from '../packets.ts';
import type { ZooKeeper } from '../peer/protocol.ts';
import { NO_CLIENT_WATCHES, afterEvent, deregistered, hasClientWatches, registered } from './client-watches.ts';
import type { Answer, Operation, WatchLists } from './operations.ts';
import { type Intrusion, intrude, speak } from './stranger.ts';

export type ClientCommand =
  | {
      readonly kind: 'connect';
      readonly server: Sid;
      readonly timeoutMillis: number;
      readonly canBeReadOnly: boolean;
    }
  | { readonly kind: 'call'; readonly operation: Operation }
  | ({ readonly kind: 'intrude'; readonly server: Sid } & Intrusion);

export interface ClientCall {
  readonly cxid: number;
  readonly operation: Operation;
}

export interface ClientState extends Slice {
  readonly kind: 'client';
  readonly name: string;
  /** Where it connects to. */
  readonly server: Sid | null;
  readonly on: ConnectionId | null;
  readonly phase: 'idle' | 'dialling' | 'connecting' | 'connected';
  readonly sessionId: SessionId | null;
  readonly timeoutMillis: number;
  readonly canBeReadOnly: boolean;
  /** Its server only reads (CONNECTEDREADONLY). */
  readonly readOnly: boolean;
  /** In this session it has been connected to a server that also writes. */
  readonly seenReadWriteServer: boolean;
  readonly lastZxidSeen: Zxid;
  readonly nextCxid: number;
  /** Asked for, not sent yet: no connection. */
  readonly waiting: readonly Operation[];
  /** Sent, not answered. */
  readonly calls: readonly ClientCall[];
  readonly lastAnswer: Answer | null;
  /** What it waits for. */
  readonly watches: WatchLists;
  /** What it is about on an election port; null for a client that knows its place. */
  readonly intrusion: (Intrusion & { readonly on: ConnectionId }) | null;
  /** When it last sent anything: a client never stays silent for long. */
  readonly lastSentAt: number;
}

export function bootClient(env: Env<ZooKeeper>): ClientState {
  const config = env.config as ClientConfig;
  return {
    generation: env.generation,
    kind: 'client',
    name: config.name,
    server: null,
    on: null,
    phase: 'idle',
    sessionId: null,
    timeoutMillis: 0,
    canBeReadOnly: false,
    readOnly: false,
    seenReadWriteServer: false,
    lastZxidSeen: ZXID_ZERO,
    nextCxid: 1,
    waiting: [],
    calls: [],
    lastAnswer: null,
    watches: NO_CLIENT_WATCHES,
    intrusion: null,
    lastSentAt: 0,
  };
}

export function handleClient(state: ClientState, input: Input<ZooKeeper>, env: Env<ZooKeeper>): ClientState {
  const client = edit(state, env.generation);
  const turn: ClientTurn = { client, env };
  switch (input.kind) {
    case 'command':
      if (input.command.kind !== 'skipZxids') command(turn, input.command);
      break;
    case 'opened':
      if (input.on === client.intrusion?.on) speak(client.intrusion, env, input.on);
      if (input.on !== client.on) break;
      client.phase = 'connecting';
      send(turn, {
        type: 'CONNECT',
        canBeReadOnly: client.canBeReadOnly,
        // ClientCnxn: a session that only servers without a leader have seen is not one.
        sessionId: client.seenReadWriteServer ? client.sessionId : null,
        timeoutMillis: client.timeoutMillis,
        lastZxidSeen: client.lastZxidSeen,
      });
      break;
    case 'received':
      if (input.on === client.on) receive(turn, input.packet);
      break;
    case 'refused':
    case 'closed':
      if (input.on === client.on) disconnected(turn);
      break;
    case 'timedOut':
      if (input.on !== client.on) break;
      env.effects.push({ kind: 'close', on: input.on });
      disconnected(turn);
      break;
    case 'fired':
      ping(turn);
      break;
    default:
  }
  return client;
}

interface ClientTurn {
  readonly client: Draft<ClientState>;
  readonly env: Env<ZooKeeper>;
}

function command({ client, env }: ClientTurn, asked: ClientCommand): void {
  const turn = { client, env };
  if (asked.kind === 'intrude') {
    const { server, as, says } = asked;
    return intrude(client, env, server, { as, says });
  }
  if (asked.kind === 'connect') {
    if (client.on !== null) {
      env.effects.push({ kind: 'close', on: client.on });
      fail(turn, 'CONNECTIONLOSS');
    }
    client.timeoutMillis = asked.timeoutMillis;
    client.canBeReadOnly = asked.canBeReadOnly;
    client.server = asked.server;
    return dial(turn);
  }
  const { operation } = asked;
  // ZooKeeper.removeWatches: where no server can be asked, the client's own table is enough if it was asked so.
  if (operation.op === 'removeWatches' && operation.local && client.phase !== 'connected') {
    return dropWatches(turn, operation);
  }
  client.waiting = [...client.waiting, operation];
  if (client.phase === 'connected') sendWaiting(turn);
  else if (client.phase === 'idle') dial(turn);
}

function dial({ client, env }: ClientTurn): void {
  const { config } = env;
  const address = client.server === null || config.kind === 'server' ? null : serverSpec(config, client.server);
  if (address === null) return;
  client.on = env.dial(address.node, 'client');
  client.phase = 'dialling';
}

function receive(turn: ClientTurn, packet: Packet): void {
  const { client } = turn;
  if (packet.type === 'CONNECTED') {
    const before = client.sessionId;
    if (packet.sessionId === null) {
      forgetSession(turn);
      if (turn.env.noting && before !== null) note(turn, { kind: 'sessionLost', sessionId: before });
      if (client.on !== null) turn.env.effects.push({ kind: 'close', on: client.on });
      // ClientCnxn.conLossPacket: what waits for a session that is no more gets that for an answer.
      return disconnected(turn, 'SESSIONEXPIRED');
    }
    client.sessionId = packet.sessionId;
    client.phase = 'connected';
    client.readOnly = packet.readOnly;
    client.seenReadWriteServer ||= !packet.readOnly;
    client.timeoutMillis = packet.timeoutMillis;
    if (client.on !== null) turn.env.effects.push({ kind: 'readTimeout', on: client.on, millis: readMillis(client) });
    armPing(turn);
    if (turn.env.noting && client.server !== null) {
      note(turn, { kind: 'clientConnected', sessionId: packet.sessionId, server: client.server });
    }
    setWatchesAgain(turn);
    return sendWaiting(turn);
  }
  if (packet.type === 'REPLY') answered(turn, packet.cxid, packet.answer);
  if (packet.type === 'EVENT') {
    const { event, path } = packet;
    client.watches = afterEvent(client.watches, event, path);
    if (turn.env.noting) note(turn, { kind: 'watchFired', event, path });
  }
}

/** A client gives a silent server up after two thirds of its session's timeout (ClientCnxn.readTimeout). */
function readMillis({ timeoutMillis }: ClientState): number {
  return Math.floor((timeoutMillis * 2) / 3);
}

/** It speaks after half of that, and at least every ten seconds (ClientCnxn.SendThread.run). */
function pingMillis(client: ClientState): number {
  return Math.min(Math.floor(readMillis(client) / 2), SILENCE_MILLIS_MAX);
}

const SILENCE_MILLIS_MAX = 10_000;

function armPing({ client, env }: ClientTurn): void {
  const after = Math.max(1, client.lastSentAt + pingMillis(client) - env.now);
  env.effects.push({ kind: 'arm', timer: 'clientPing', after });
}

/** The timer came up: what was sent since has put it off. */
function ping(turn: ClientTurn): void {
  const { client, env } = turn;
  if (client.phase !== 'connected') return;
  if (env.now - client.lastSentAt >= pingMillis(client)) send(turn, { type: 'CLIENTPING' });
  armPing(turn);
}

function sendWaiting(turn: ClientTurn): void {
  const { client, env } = turn;
  for (const operation of client.waiting) {
    const cxid = client.nextCxid;
    client.nextCxid += 1;
    client.calls = [...client.calls, { cxid, operation }];
    send(turn, { type: 'CALL', cxid, operation });
    if (env.noting && client.server !== null) {
      const path = 'path' in operation ? operation.path : null;
      note(turn, { kind: 'clientCalled', server: client.server, cxid, operation: operation.op, path });
    }
  }
  client.waiting = [];
}

function answered(turn: ClientTurn, cxid: number, answer: Answer): void {
  const { client } = turn;
  const call = client.calls.find((other) => other.cxid === cxid);
  if (call === undefined) return;
  client.calls = client.calls.filter((other) => other !== call);
  client.lastAnswer = answer;
  if (answer.zxid > client.lastZxidSeen) client.lastZxidSeen = answer.zxid;
  if (call.operation.op === 'closeSession') forgetSession(turn);
  client.watches = registered(client.watches, call.operation, answer.error);
  if (call.operation.op === 'removeWatches' && answer.error === 'OK') dropWatches(turn, call.operation);
  if (turn.env.noting) note(turn, { kind: 'clientAnswered', cxid, operation: call.operation.op, answer });
}

/** A new session is a new handle: it has seen nothing yet, and any server will do. */
function forgetSession({ client }: ClientTurn): void {
  client.sessionId = null;
  client.seenReadWriteServer = false;
  client.lastZxidSeen = ZXID_ZERO;
  client.watches = NO_CLIENT_WATCHES;
}

/** ClientCnxn.SendThread.primeConnection: under a reserved number, before anything else is asked. */
function setWatchesAgain(turn: ClientTurn): void {
  const { client } = turn;
  if (!hasClientWatches(client.watches)) return;
  const operation: Operation = { op: 'setWatches', relativeZxid: client.lastZxidSeen, lists: client.watches };
  send(turn, { type: 'CALL', cxid: SET_WATCHES_XID, operation });
}

const SET_WATCHES_XID = -8;

/** The client's callbacks go, and are told so. */
function dropWatches(turn: ClientTurn, { path, type }: Operation & { readonly op: 'removeWatches' }): void {
  const { left, events } = deregistered(turn.client.watches, path, type);
  turn.client.watches = left;
  if (turn.env.noting) for (const event of events) note(turn, { kind: 'watchFired', event, path });
}

/** The connection is gone: what was not answered may or may not have happened. */
function disconnected(turn: ClientTurn, error: Lost = 'CONNECTIONLOSS'): void {
  const { client } = turn;
  if (turn.env.noting && client.server !== null) {
    note(turn, {
      kind: 'clientDisconnected',
      server: client.server,
      unanswered: client.calls.length + client.waiting.length,
    });
  }
  fail(turn, error);
}

/** Why requests without an answer end: their connection is gone, or their session. */
type Lost = 'CONNECTIONLOSS' | 'SESSIONEXPIRED';

function fail(turn: ClientTurn, error: Lost): void {
  const { client } = turn;
  turn.env.effects.push({ kind: 'disarm', timer: 'clientPing' });
  client.on = null;
  client.phase = 'idle';
  const lost: Answer = { error, zxid: client.lastZxidSeen };
  for (const call of client.calls) {
    if (turn.env.noting)
      note(turn, { kind: 'clientAnswered', cxid: call.cxid, operation: call.operation.op, answer: lost });
  }
  if (client.calls.length + client.waiting.length > 0) client.lastAnswer = lost;
  client.calls = [];
  client.waiting = [];
}

function send({ client, env }: ClientTurn, packet: ClientPacket): void {
  client.lastSentAt = env.now;
  if (client.on !== null) env.effects.push({ kind: 'send', on: client.on, packet });
}

function note({ env }: ClientTurn, fact: Note): void {
  env.notes.push(fact);
}
