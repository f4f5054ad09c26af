import { describe, expect, it } from 'vitest';
import { freshGeneration } from '../../base/slice.ts';
import type { Effect, Env, Input } from '../../kernel/process.ts';
import { type SessionId, type Sid, zxidFrom } from '../ids.ts';
import type { Packet } from '../packets.ts';
import type { ZooKeeper } from '../peer/protocol.ts';
import { type ClientState, bootClient, handleClient } from './client.ts';
import type { Operation } from './operations.ts';

const READ: Operation = { op: 'getData', path: '/a', watch: false };
const SESSION = '0x1' as SessionId;

/** A client of one server, on connections that are counted from 1. */
class Alone {
  state: ClientState;
  effects: readonly Effect<ZooKeeper>[] = [];
  #dials = 0;

  constructor() {
    this.state = bootClient(this.#env([]));
  }

  input(input: Input<ZooKeeper>): this {
    const effects: Effect<ZooKeeper>[] = [];
    this.state = handleClient(this.state, input, this.#env(effects), '');
    this.effects = effects;
    return this;
  }

  get sent(): readonly Packet[] {
    return this.effects.flatMap((effect) => (effect.kind === 'send' ? [effect.packet] : []));
  }

  connect(hosts: readonly Sid[] | null = null): this {
    return this.input({
      kind: 'command',
      command: { kind: 'connect', server: 1 as Sid, timeoutMillis: 4000, canBeReadOnly: false, hosts },
    });
  }

  lost(): this {
    return this.input({ kind: 'closed', on: this.state.on ?? -1 });
  }

  call(operation = READ): this {
    return this.input({ kind: 'command', command: { kind: 'call', operation } });
  }

  receive(packet: Packet): this {
    return this.input({ kind: 'received', on: this.state.on ?? -1, packet });
  }

  /** Its dial is answered, and its CONNECT with this session. */
  answered(sessionId: SessionId | null): this {
    return this.input({ kind: 'opened', on: this.state.on ?? -1 }).receive({
      type: 'CONNECTED',
      readOnly: false,
      sessionId,
      password: 'pw',
      timeoutMillis: 4000,
    });
  }

  #env(effects: Effect<ZooKeeper>[]): Env<ZooKeeper> {
    return {
      self: 1,
      now: 0,
      wallClock: 0,
      generation: freshGeneration(),
      config: { kind: 'client', name: 'c', servers: [{ sid: 1 as Sid, node: 0, learnerType: 'PARTICIPANT' }] },
      disk: null as never,
      noting: false,
      watching: false,
      random: () => 0,
      dial: () => (this.#dials += 1),
      effects,
      notes: [],
      notesMax: Infinity,
    };
  }
}

/** It has read at zxid 2.7, and its server is gone. */
function cutOff(): Alone {
  const client = new Alone().connect().answered(SESSION).call();
  client.receive({ type: 'REPLY', cxid: 1, answer: { error: 'OK', zxid: zxidFrom(2, 7) } });
  return client.call().input({ kind: 'closed', on: client.state.on ?? -1 });
}

/** What it says once its dial is answered. */
function asked(client: Alone): Packet | undefined {
  return client.input({ kind: 'opened', on: client.state.on ?? -1 }).sent[0];
}

describe('19: what becomes of a call without an answer', () => {
  it('its server is gone: CONNECTIONLOSS, it may have happened or not', () => {
    expect(cutOff().state).toMatchObject({
      lastAnswer: { error: 'CONNECTIONLOSS' },
      sessionId: SESSION,
      phase: 'idle',
    });
  });

  it('its session is gone, which it learns only by connecting: SESSIONEXPIRED', () => {
    const client = cutOff().call().answered(null);
    expect(client.state).toMatchObject({
      lastAnswer: { error: 'SESSIONEXPIRED' },
      waiting: [],
      phase: 'idle',
      on: null,
    });
  });
});

it('19: with the same session it goes nowhere back in time; a new one has seen nothing', () => {
  expect(asked(cutOff().call())).toMatchObject({
    type: 'CONNECT',
    sessionId: SESSION,
    password: 'pw',
    lastZxidSeen: zxidFrom(2, 7),
  });
  expect(asked(cutOff().call().answered(null).call())).toMatchObject({ sessionId: null, lastZxidSeen: 0 });
});

it('19: a session that is claimed is shown with its password, and nothing seen in it', () => {
  const claim = { sessionId: '0x9' as SessionId, password: 'theirs' };
  const client = cutOff().input({
    kind: 'command',
    command: { kind: 'connect', server: 1 as Sid, timeoutMillis: 4000, canBeReadOnly: false, hosts: null, claim },
  });
  expect(asked(client)).toMatchObject({ type: 'CONNECT', ...claim, lastZxidSeen: 0 });
});

function closing(hosts: readonly Sid[] | null = null): Alone {
  return new Alone().connect(hosts).answered(SESSION).call({ op: 'closeSession' });
}

function closed(client: Alone): Alone {
  return client.receive({ type: 'REPLY', cxid: 1, answer: { error: 'OK', zxid: zxidFrom(2, 7) } });
}

describe('19: behind the end of its session a client sends nothing (ClientCnxn.queuePacket)', () => {
  it('what is asked before the answer gets CONNECTIONLOSS at once', () => {
    const client = closing().call();
    expect(client.sent).toEqual([]);
    expect(client.state).toMatchObject({ lastAnswer: { error: 'CONNECTIONLOSS' }, waiting: [], phase: 'connected' });
    expect(client.state.calls.map(({ operation }) => operation.op)).toEqual(['closeSession']);
  });

  it('so does what is asked behind an end that has not gone out yet, but not what was asked before it', () => {
    const client = new Alone().connect().call().call({ op: 'closeSession' }).call().answered(SESSION);
    expect(client.sent).toMatchObject([{ operation: { op: 'getData' } }, { operation: { op: 'closeSession' } }]);
  });

  it('with the answer it hangs up, and what is asked next begins a session that has seen nothing', () => {
    const client = closed(closing());
    expect(client.effects).toContainEqual({ kind: 'close', on: 1 });
    expect(client.state).toMatchObject({ sessionId: null, phase: 'idle', on: null });
    expect(asked(client.call())).toMatchObject({ type: 'CONNECT', sessionId: null, lastZxidSeen: 0 });
    expect(client.state.on).toBe(2);
  });

  it('a handle is closed for good: SESSIONEXPIRED', () => {
    const client = closed(closing([1 as Sid])).call();
    expect(client.state).toMatchObject({ phase: 'closed', on: null, lastAnswer: { error: 'SESSIONEXPIRED' } });
  });

  it.each<[string, (client: Alone) => Alone]>([
    ['loses its connection while it waits', (client) => client.call({ op: 'closeSession' }).lost()],
    ['has none when it is to end', (client) => client.lost().call({ op: 'closeSession' })],
  ])('a handle that %s ends and dials no more', (_, end) => {
    const client = end(new Alone().connect([1 as Sid]).answered(SESSION));
    expect(client.effects.filter(({ kind }) => kind === 'arm')).toEqual([]);
    expect(client.state).toMatchObject({ phase: 'closed', sessionId: null, lastAnswer: { error: 'CONNECTIONLOSS' } });
    expect(client.input({ kind: 'fired', timer: 'clientReconnect' }).state.on).toBeNull();
  });

  it('a client that stays where it is told keeps the session whose end was lost', () => {
    expect(closing().lost().state).toMatchObject({ phase: 'idle', sessionId: SESSION });
  });
});

describe('18, 19: removeWatches of a client that is not connected', () => {
  const remove: Operation = { op: 'removeWatches', path: '/a', type: 'ANY', local: true };

  it.each<[Operation, readonly string[]]>([
    [remove, []], // its own table is enough
    [{ ...remove, local: false }, ['/a']], // the server would have to be asked
  ])('%j leaves %j', (operation, left) => {
    const client = new Alone().connect().answered(SESSION).call({ op: 'getData', path: '/a', watch: true });
    client.receive({ type: 'REPLY', cxid: 1, answer: { error: 'OK', zxid: zxidFrom(2, 7) } });
    client.input({ kind: 'closed', on: client.state.on ?? -1 });
    expect(client.state.watches.dataWatches).toEqual(['/a']);
    client.call(operation);
    expect([client.state.watches.dataWatches, client.state.waiting.length]).toEqual([left, left.length]);
  });
});

describe('19: what comes of connections it has left', () => {
  it.each<[string, Input<ZooKeeper>]>([
    ['an end', { kind: 'closed', on: 99 }],
    ['a silence', { kind: 'timedOut', on: 99 }],
    ['a refusal', { kind: 'refused', on: 99 }],
    ['an answer to its dial', { kind: 'opened', on: 99 }],
    [
      'a packet',
      {
        kind: 'received',
        on: 99,
        packet: { type: 'CONNECTED', readOnly: true, sessionId: null, password: null, timeoutMillis: 1 },
      },
    ],
    ['a timer that nothing waits for', { kind: 'fired', timer: 'clientReconnect' }],
    ['a command for servers', { kind: 'command', command: { kind: 'skipZxids', counter: 1 } }],
  ])('%s changes nothing', (_, input) => {
    const client = new Alone().connect().answered(SESSION);
    const { generation: _before, ...before } = client.state;
    const { generation: _after, ...after } = client.input(input).state;
    expect(after).toEqual(before);
    expect(client.sent).toEqual([]);
  });

  it('a PING that is due after the end of the connection is not sent, nor asked for again', () => {
    const client = new Alone().connect().answered(SESSION);
    client.input({ kind: 'closed', on: client.state.on ?? -1 });
    expect(client.input({ kind: 'fired', timer: 'clientPing' }).sent).toEqual([]);
  });
});
