/**
 * A client: one session, one connection, requests answered in the order asked (ClientCnxn).
 *
 * There are two kinds. One goes to the server it was told, and dials again only when it is asked for something more or
 * told to connect, so that a scenario says who is where; when its session turns out to be gone it asks for a new one the
 * next time. The other is a ZooKeeper handle: it has a list of hosts, goes on to the next whenever it loses one, and is
 * closed for good when its session is gone. Simplified: it tries its hosts in the order given, not shuffled.
 */
import { type Draft, type Slice, edit } from '../../base/slice.ts';
import { type ConnectionId, type Env, type Input, Stopped } from '../../kernel/process.ts';
import { type ClientConfig, serverSpec } from '../config/ensemble.ts';
import { type SessionId, type Sid, ZXID_ZERO, type Zxid } from '../ids.ts';
import type { Note } from '../notes.ts';
import type { ClientPacket, Packet } from '../packets.ts';
import type { ZooKeeper } from '../peer/protocol.ts';
import { hostsOf } from './connect-string.ts';
import {
  NO_CLIENT_WATCHES,
  afterEvent,
  deregistered,
  hasClientWatches,
  isWaitedFor,
  registered,
} from './client-watches.ts';
import type { Answer, Operation, WatchLists } from './operations.ts';
import { NOTHING_TYPED, type TypedLines, nextStep, withAnswer, withTyped } from './shell.ts';
import { type Intrusion, intrude, speak } from './stranger.ts';

/** A session as ZooKeeper's own client may be given one: its id, and its password in hexadecimal. */
export interface SessionClaim {
  readonly sessionId: SessionId;
  readonly password: string;
}

export type ClientCommand =
  | {
      readonly kind: 'connect';
      readonly server: Sid;
      readonly timeoutMillis: number;
      readonly canBeReadOnly: boolean;
      /** Of a handle, all of its hosts; null for a client that stays where it is told. */
      readonly hosts: readonly Sid[] | null;
      /** A session that it takes for its own; absent: the one it has. */
      readonly claim?: SessionClaim;
    }
  | { readonly kind: 'call'; readonly operation: Operation }
  | { readonly kind: 'type'; readonly line: string }
  | ({ readonly kind: 'intrude'; readonly server: Sid } & Intrusion);

export interface ClientRequest {
  readonly operation: Operation;
  /** Part of a command that was typed. */
  readonly typed: boolean;
}

export interface ClientCall extends ClientRequest {
  readonly cxid: number;
}

export interface ClientState extends Slice {
  readonly kind: 'client';
  readonly name: string;
  /** Where it connects to. */
  readonly server: Sid | null;
  /** Of a handle, all of its hosts; null for a client that stays where it is told. */
  readonly hosts: readonly Sid[] | null;
  /** How often it went on to the next of them since it was connected last. */
  readonly triedCount: number;
  readonly on: ConnectionId | null;
  /** 'closed': a handle that is of no use any more (States.CLOSED). */
  readonly phase: 'idle' | 'dialling' | 'connecting' | 'connected' | 'closed';
  readonly sessionId: SessionId | null;
  /** What it must show to come back to its session. */
  readonly password: string | null;
  readonly timeoutMillis: number;
  readonly canBeReadOnly: boolean;
  /** Its server only reads (CONNECTEDREADONLY). */
  readonly readOnly: boolean;
  /** In this session it has been connected to a server that also writes. */
  readonly seenReadWriteServer: boolean;
  readonly lastZxidSeen: Zxid;
  readonly nextCxid: number;
  /** Asked for, not sent yet: no connection. */
  readonly waiting: readonly ClientRequest[];
  /** Sent, not answered. */
  readonly calls: readonly ClientCall[];
  readonly lastAnswer: Answer | null;
  /** What it waits for. */
  readonly watches: WatchLists;
  readonly typed: TypedLines;
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
    hosts: null,
    triedCount: 0,
    on: null,
    phase: 'idle',
    sessionId: null,
    password: null,
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
    typed: NOTHING_TYPED,
    intrusion: null,
    lastSentAt: 0,
  };
}

/** What servers are told means nothing to a client. */
function isForClients(asked: ZooKeeper['Command']): asked is ClientCommand {
  return asked.kind === 'connect' || asked.kind === 'call' || asked.kind === 'type' || asked.kind === 'intrude';
}

/** `version`: of the shell that its lines are typed into, as `3.9.3`; '' is the newest. */
export function handleClient(
  state: ClientState,
  input: Input<ZooKeeper>,
  env: Env<ZooKeeper>,
  version: string,
): ClientState {
  const client = edit(state, env.generation);
  const turn: ClientTurn = { client, env, version };
  switch (input.kind) {
    case 'command':
      if (isForClients(input.command)) command(turn, input.command);
      break;
    case 'opened':
      if (input.on === client.intrusion?.on) speak(client.intrusion, env, input.on);
      if (input.on !== client.on) break;
      client.phase = 'connecting';
      limitConnecting(turn, input.on);
      send(turn, {
        type: 'CONNECT',
        canBeReadOnly: client.canBeReadOnly,
        // ClientCnxn: a session that only servers without a leader have seen is not one.
        sessionId: client.seenReadWriteServer ? client.sessionId : null,
        password: client.seenReadWriteServer ? client.password : null,
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
      if (input.timer === 'clientReconnect') reconnect(turn);
      else ping(turn);
      break;
    default:
  }
  return client;
}

interface ClientTurn {
  readonly client: Draft<ClientState>;
  readonly env: Env<ZooKeeper>;
  readonly version: string;
}

function command(turn: ClientTurn, asked: ClientCommand): void {
  const { client, env } = turn;
  if (asked.kind === 'intrude') {
    const { server, as, says } = asked;
    return intrude(client, env, server, { as, says });
  }
  if (asked.kind === 'type') {
    client.typed = withTyped(client.typed, asked.line);
    return runTyped(turn);
  }
  if (asked.kind === 'call') return request(turn, { operation: asked.operation, typed: false });
  if (client.on !== null) env.effects.push({ kind: 'close', on: client.on });
  client.timeoutMillis = asked.timeoutMillis;
  client.canBeReadOnly = asked.canBeReadOnly;
  client.server = asked.server;
  if (asked.hosts !== null) forgetSession(turn);
  if (asked.claim !== undefined) claimSession(turn, asked.claim);
  client.hosts = asked.hosts;
  client.triedCount = 0;
  fail(turn, 'CONNECTIONLOSS');
  // What was typed ahead may have made it dial already.
  if (client.on === null) dial(turn);
}

/** ZooKeeper's constructor with a session: it has seen nothing of it yet. */
function claimSession(turn: ClientTurn, { sessionId, password }: SessionClaim): void {
  forgetSession(turn);
  turn.client.sessionId = sessionId;
  turn.client.password = password;
  // ClientCnxn: whoever is given a session takes it for one that all servers know.
  turn.client.seenReadWriteServer = true;
}

function request(turn: ClientTurn, asked: ClientRequest): void {
  const { client } = turn;
  const { operation } = asked;
  // ZooKeeper.removeWatches: where no server can be asked, the client's own table is enough if it was asked so.
  if (operation.op === 'removeWatches' && operation.local && client.phase !== 'connected') {
    dropWatches(turn, operation);
    if (asked.typed) typedAnswered(turn, { error: 'OK', zxid: client.lastZxidSeen });
    return;
  }
  // ClientCnxn.queuePacket: nothing goes out behind the end of a session.
  if (isClosing(client)) return refuse(turn, asked);
  client.waiting = [...client.waiting, asked];
  if (client.phase === 'connected') sendWaiting(turn);
  else if (client.phase === 'closed') fail(turn, 'SESSIONEXPIRED');
  // ClientCnxn.SendThread.run: a handle dials nobody to say that it ends.
  else if (client.phase === 'idle' && client.hosts !== null && operation.op === 'closeSession') endHandle(turn);
  // A handle is on its way to the next host already.
  else if (client.phase === 'idle' && client.hosts === null) dial(turn);
}

/** It has asked for the end of its session, and waits for the answer. */
function isClosing({ calls, waiting }: ClientState): boolean {
  return calls.some(endsSession) || waiting.some(endsSession);
}

function endsSession({ operation }: ClientRequest): boolean {
  return operation.op === 'closeSession';
}

function refuse(turn: ClientTurn, { typed }: ClientRequest): void {
  const refused: Answer = { error: 'CONNECTIONLOSS', zxid: turn.client.lastZxidSeen };
  turn.client.lastAnswer = refused;
  if (typed) typedAnswered(turn, refused);
}

/** A handle that was to end and lost its connection, or had none: it ends without an answer. */
function endHandle(turn: ClientTurn): void {
  const { client, env } = turn;
  env.effects.push({ kind: 'disarm', timer: 'clientReconnect' });
  fail(turn, 'CONNECTIONLOSS');
  // What was typed behind it may have opened another.
  if (client.phase !== 'idle' || client.on !== null) return;
  client.phase = 'closed';
  forgetSession(turn);
}

/** Runs what was typed as far as it goes without an answer. */
function runTyped(turn: ClientTurn): void {
  const { client, env, version } = turn;
  for (;;) {
    const step = nextStep(client.typed, { alive: client.phase !== 'closed', version });
    if (step === null) return;
    client.typed = step.lines;
    if (step.kind === 'asks') {
      request(turn, { operation: step.operation, typed: true });
      continue;
    }
    if (env.watching) note(turn, { kind: 'commandEnded', line: step.line, answers: step.answers });
    const wanted = step.outcome.shell;
    if (wanted === undefined || wanted.do === 'printWatches') continue;
    closeHandle(turn);
    if (wanted.do === 'quit') {
      // Nobody is left to read what was typed ahead.
      client.typed = { ...client.typed, ended: client.typed.history.length };
      env.effects.push({ kind: 'exit', code: 0 });
    }
    if (wanted.do === 'connect') openHandle(turn, wanted.address);
  }
}

function typedAnswered(turn: ClientTurn, answer: Answer): void {
  turn.client.typed = withAnswer(turn.client.typed, answer);
  runTyped(turn);
}

/** ZooKeeper.close, once its session is no more or nobody can be told. */
function closeHandle(turn: ClientTurn): void {
  const { client, env } = turn;
  if (client.on !== null) env.effects.push({ kind: 'close', on: client.on });
  env.effects.push({ kind: 'disarm', timer: 'clientReconnect' });
  client.hosts ??= [];
  forgetSession(turn);
  fail(turn, 'SESSIONEXPIRED');
}

/** A new handle (ZooKeeperMain.connectToZK). */
function openHandle(turn: ClientTurn, address: string): void {
  const { client, env } = turn;
  client.hosts = hostsOf(address, env.config.servers);
  client.server = client.hosts[0] ?? null;
  client.triedCount = 0;
  client.phase = 'idle';
  dial(turn);
}

function dial(turn: ClientTurn): void {
  const { client, env } = turn;
  const { config } = env;
  const address = client.server === null || config.kind === 'server' ? null : serverSpec(config, client.server);
  if (address === null) return reconnectLater(turn);
  client.on = env.dial(address.node, 'client');
  client.phase = 'dialling';
  limitConnecting(turn, client.on);
}

/** A handle gives a host that does not answer only its part of the session's time (ClientCnxn.connectTimeout). */
function limitConnecting({ client, env }: ClientTurn, on: ConnectionId): void {
  if (client.hosts === null) return;
  const millis = Math.floor(client.timeoutMillis / Math.max(1, client.hosts.length));
  env.effects.push({ kind: 'readTimeout', on, millis });
}

/** After a random part of a second (ClientCnxn.startConnect), and another second when it has been everywhere (StaticHostProvider.next). */
function reconnectLater({ client, env }: ClientTurn): void {
  if (client.hosts === null) return;
  client.triedCount += 1;
  const isRoundOver = client.triedCount % Math.max(1, client.hosts.length) === 0;
  const after = Math.floor(env.random(RECONNECT_KEY, env.now) * RECONNECT_MILLIS_MAX);
  env.effects.push({ kind: 'arm', timer: 'clientReconnect', after: 1 + after + (isRoundOver ? SPIN_MILLIS : 0) });
}

const RECONNECT_KEY = 1;
const RECONNECT_MILLIS_MAX = 1000;
const SPIN_MILLIS = 1000;

/** To the host after the one it has lost. */
function reconnect(turn: ClientTurn): void {
  const { client } = turn;
  if (client.phase !== 'idle' || client.hosts === null) return;
  if (client.hosts.length === 0) fail(turn, 'CONNECTIONLOSS');
  client.server = client.hosts[(client.hosts.indexOf(client.server ?? NOBODY) + 1) % client.hosts.length] ?? null;
  dial(turn);
}

const NOBODY = -1 as Sid;

function receive(turn: ClientTurn, packet: Packet): void {
  const { client } = turn;
  if (packet.type === 'CONNECTED') {
    const before = client.sessionId;
    if (packet.sessionId === null) {
      forgetSession(turn);
      if (turn.env.watching && before !== null) note(turn, { kind: 'sessionLost', sessionId: before });
      if (client.on !== null) turn.env.effects.push({ kind: 'close', on: client.on });
      // ClientCnxn.conLossPacket: what waits for a session that is no more gets that for an answer.
      return disconnected(turn, 'SESSIONEXPIRED');
    }
    client.sessionId = packet.sessionId;
    client.password = packet.password;
    client.phase = 'connected';
    client.triedCount = 0;
    client.readOnly = packet.readOnly;
    client.seenReadWriteServer ||= !packet.readOnly;
    client.timeoutMillis = packet.timeoutMillis;
    if (client.on !== null) turn.env.effects.push({ kind: 'readTimeout', on: client.on, millis: readMillis(client) });
    armPing(turn);
    if (turn.env.watching && client.server !== null) {
      note(turn, { kind: 'clientConnected', sessionId: packet.sessionId, server: client.server });
    }
    setWatchesAgain(turn);
    return sendWaiting(turn);
  }
  if (packet.type === 'REPLY') answered(turn, packet.cxid, packet.answer);
  if (packet.type === 'EVENT') {
    const { event, path } = packet;
    const isTold = isWaitedFor(client.watches, event, path);
    client.watches = afterEvent(client.watches, event, path);
    if (isTold && turn.env.watching) note(turn, { kind: 'watchFired', event, path });
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
  for (const asked of client.waiting) {
    const { operation } = asked;
    const cxid = client.nextCxid;
    client.nextCxid += 1;
    client.calls = [...client.calls, { ...asked, cxid }];
    send(turn, { type: 'CALL', cxid, operation });
    if (env.watching && client.server !== null) {
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
  client.watches = registered(client.watches, call.operation, answer.error);
  if (call.operation.op === 'removeWatches' && answer.error === 'OK') dropWatches(turn, call.operation);
  if (turn.env.watching) note(turn, { kind: 'clientAnswered', cxid, operation: call.operation.op, answer });
  if (call.operation.op === 'closeSession') leave(turn);
  if (call.typed) typedAnswered(turn, answer);
}

/** ClientCnxn.disconnect: with its session's end, whatever it was answered, a client hangs up. */
function leave(turn: ClientTurn): void {
  const { client, env } = turn;
  forgetSession(turn);
  if (client.on !== null) env.effects.push({ kind: 'close', on: client.on });
  disconnected(turn, 'SESSIONEXPIRED');
}

/** A new session is a new handle: it has seen nothing yet, and any server will do. */
function forgetSession({ client }: ClientTurn): void {
  client.sessionId = null;
  client.password = null;
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
  if (turn.env.watching) for (const event of events) note(turn, { kind: 'watchFired', event, path });
}

/** The connection is gone: what was not answered may or may not have happened. */
function disconnected(turn: ClientTurn, error: Lost = 'CONNECTIONLOSS'): void {
  const { client } = turn;
  if (turn.env.watching && client.server !== null) {
    note(turn, {
      kind: 'clientDisconnected',
      server: client.server,
      unanswered: client.calls.length + client.waiting.length,
    });
  }
  if (error === 'CONNECTIONLOSS' && client.hosts !== null && isClosing(client)) return endHandle(turn);
  fail(turn, error);
  if (client.phase === 'idle' && client.on === null) reconnectLater(turn);
}

/** Why requests without an answer end: their connection is gone, or their session. */
type Lost = 'CONNECTIONLOSS' | 'SESSIONEXPIRED';

function fail(turn: ClientTurn, error: Lost): void {
  const { client } = turn;
  turn.env.effects.push({ kind: 'disarm', timer: 'clientPing' });
  client.on = null;
  client.phase = error === 'SESSIONEXPIRED' && client.hosts !== null ? 'closed' : 'idle';
  const lost: Answer = { error, zxid: client.lastZxidSeen };
  const { calls, waiting } = client;
  for (const call of calls) {
    if (turn.env.watching)
      note(turn, { kind: 'clientAnswered', cxid: call.cxid, operation: call.operation.op, answer: lost });
  }
  if (calls.length + waiting.length > 0) client.lastAnswer = lost;
  client.calls = [];
  client.waiting = [];
  if ([...calls, ...waiting].some(({ typed }) => typed)) typedAnswered(turn, lost);
}

function send({ client, env }: ClientTurn, packet: ClientPacket): void {
  client.lastSentAt = env.now;
  if (client.on !== null) env.effects.push({ kind: 'send', on: client.on, packet });
}

function note({ client, env }: ClientTurn, fact: Note): void {
  env.notes.push(fact);
  if (env.notes.length >= env.notesMax) throw new Stopped(client);
}
