import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestOf } from '../base/digest.ts';
import { type Draft, type Slice, edit } from '../base/slice.ts';
import { type Fault, applyFault, isApplicable } from './fault.ts';
import { addNode } from './nodes.ts';
import { type Fired, type Lost, fire, fireNext, nextDue, run } from './fire.ts';
import { moveRefusal } from './in-flight.ts';
import { pending } from './pending.ts';
import type { ConnectionId, Effect, Env, Input, NodeId, Process } from './process.ts';
import { type World, connectionOf, emptyWorld, thaw } from './world.ts';

/**
 * A toy protocol: a node writes down what it hears, and does what its commands say.
 *
 *   dial 1 [port] · send hello [k] · close [k] · read 50 [k] · arm t 50 · disarm t · flush x · cache x · look · listen p · unlisten p · exit 3
 *
 * `k` picks a connection by the order this node got to know it; without it, the newest.
 */
interface Toy {
  readonly Config: { readonly listens: readonly string[] };
  readonly State: ToyState;
  readonly Durable: readonly string[];
  readonly Packet: string;
  readonly Write: string;
  readonly Command: readonly string[];
  readonly Note: string;
  readonly Timer: string;
  readonly Port: string;
}

interface ToyState extends Slice {
  readonly known: readonly ConnectionId[];
  readonly heard: readonly string[];
}

const toy: Process<Toy> = {
  boot: (env) => {
    for (const port of env.config.listens) env.effects.push({ kind: 'listen', port });
    return { generation: env.generation, known: [], heard: [`${env.now} boot ${env.disk.join('')}`.trim()] };
  },
  handle: (state, input, env) => {
    const own = edit(state, env.generation);
    const known = 'on' in input && !own.known.includes(input.on) ? [...own.known, input.on] : own.known;
    own.known = known;
    const said = hearing(input, known);
    if (said !== null) own.heard = [...own.heard, `${env.now} ${said}`];
    if (env.noting) env.notes.push(said ?? 'command');
    if (input.kind === 'command') for (const line of input.command) obey(own, line, env);
    return own;
  },
  persist: (durable, write) => [...durable, write],
  handedOver: (durable, write) => [...durable, `${write}?`],
  torn: (durable, write, progress) => (progress === 1 ? [...durable, `(${write})`] : durable),
  writeKind: (write) => write.slice(0, 1),
  takesSpace: (write) => !write.startsWith('-'),
  withoutTail: (durable, count) => durable.slice(0, durable.length - count),
  blankDisk: () => [],
  wipedDisk: () => [],
};

function hearing(input: Input<Toy>, known: readonly ConnectionId[]): string | null {
  const on = 'on' in input ? ` #${known.indexOf(input.on)}` : '';
  switch (input.kind) {
    case 'command':
      return null;
    case 'received':
      return `${input.packet}${on}`;
    case 'fired':
      return `fired ${input.timer}`;
    case 'flushed':
      return `flushed ${input.write}`;
    default:
      return `${input.kind}${on}`;
  }
}

function obey(state: Draft<ToyState>, line: string, env: Env<Toy>): void {
  const [verb = '', what = '', more] = line.split(' ');
  const at = verb === 'close' ? what : (more ?? '');
  const on = state.known[at === '' ? state.known.length - 1 : Number(at)] ?? -1;
  const effect = (one: Effect<Toy>): unknown => env.effects.push(one);
  if (verb === 'dial') state.known = [...state.known, env.dial(Number(what), more ?? 'p')];
  else if (verb === 'send') effect({ kind: 'send', on, packet: what });
  else if (verb === 'close') effect({ kind: 'close', on });
  else if (verb === 'read') effect({ kind: 'readTimeout', on, millis: what === 'off' ? null : Number(what) });
  else if (verb === 'arm') effect({ kind: 'arm', timer: what, after: Number(more) });
  else if (verb === 'disarm') effect({ kind: 'disarm', timer: what });
  else if (verb === 'flush') effect({ kind: 'flush', write: what });
  else if (verb === 'cache') effect({ kind: 'cache', write: what });
  else if (verb === 'look') state.heard = [...state.heard, `${env.now} reads ${env.disk.join(' ')}`];
  else if (verb === 'listen') effect({ kind: 'listen', port: what });
  else if (verb === 'unlisten') effect({ kind: 'unlisten', port: what });
  else effect({ kind: 'exit', code: Number(what) });
}

const OPTIONS = { noting: false };

/** Nodes 0, 1, … up, all listening on port p; latency 10, disk 5. */
function cluster(count = 2, { jitterMillis = 0, seed = 1 } = {}): World<Toy> {
  const world = emptyWorld<Toy>(seed, { latencyMillis: 10, jitterMillis });
  for (let i = 0; i < count; i++) addNode(world, toy, { listens: ['p'] }, 5);
  for (let node = 0; node < count; node++) fault(world, { kind: 'start', node });
  return world;
}

function fault(world: World<Toy>, one: Fault): void {
  applyFault(world, toy, one, OPTIONS);
}

function tell(world: World<Toy>, node: NodeId, ...command: readonly string[]): Fired<Toy> {
  const origin = { other: -1, by: world.eventCount, since: world.now };
  return run(world, toy, node, { kind: 'command', command }, origin, OPTIONS);
}

/** Lets virtual time pass up to and including `until`. */
function pass(world: World<Toy>, until: number): void {
  for (let due = nextDue(world); due !== null && due <= until; due = nextDue(world)) fireNext(world, toy, OPTIONS);
  (world as { now: number }).now = Math.max(world.now, until);
}

function settle(world: World<Toy>): void {
  while (nextDue(world) !== null) fireNext(world, toy, OPTIONS);
}

/** What a node wrote down since its boot. */
function heard(world: World<Toy>, node: NodeId): readonly string[] {
  return world.nodes[node]?.state?.heard.slice(1) ?? ['down'];
}

/** 0 and 1 are connected; it is t = 20. */
function connected(count = 2): World<Toy> {
  const world = cluster(count);
  tell(world, 0, 'dial 1');
  pass(world, 20);
  return world;
}

describe('connections', () => {
  it('a dial is answered: accepted at one end, opened at the other', () => {
    const world = connected();
    expect(heard(world, 1)).toEqual(['10 accepted #0']);
    expect(heard(world, 0)).toEqual(['20 opened #0']);
  });

  it('a dial is refused where nobody listens, and where nobody runs', () => {
    const world = cluster(3);
    fault(world, { kind: 'crash', node: 2 });
    tell(world, 0, 'dial 1 q', 'dial 2');
    settle(world);
    expect(heard(world, 0)).toEqual(['20 refused #0', '20 refused #1']);
    expect([heard(world, 1), world.connections]).toEqual([[], [null, null]]);
  });

  it('a dial on its way when the process dies is refused, or accepted by its successor', () => {
    const [gone, back] = [cluster(), cluster()];
    for (const world of [gone, back]) {
      tell(world, 0, 'dial 1');
      pass(world, 5);
      fault(world, { kind: 'crash', node: 1 });
    }
    fault(back, { kind: 'start', node: 1 });
    settle(gone);
    settle(back);
    expect([heard(gone, 0), heard(back, 0)]).toEqual([['20 refused #0'], ['20 opened #0']]);
  });

  it('a port that is closed again refuses', () => {
    const world = cluster();
    tell(world, 1, 'unlisten p', 'listen q', 'listen q');
    tell(world, 0, 'dial 1 p', 'dial 1 q');
    settle(world);
    expect(heard(world, 0)).toEqual(['20 refused #0', '20 opened #1']);
    expect(world.nodes[1]?.listening).toEqual(['q']);
  });

  it('delivers in order and loses nothing, whatever the jitter', () => {
    const words = Array.from({ length: 50 }, (_, i) => `w${i}`);
    for (const seed of [1, 2, 3]) {
      const world = cluster(2, { jitterMillis: 40, seed });
      tell(world, 0, 'dial 1');
      settle(world);
      words.forEach((word, i) => {
        pass(world, 200 + i);
        tell(world, 0, `send ${word}`);
      });
      settle(world);
      expect(heard(world, 1).map((line) => line.split(' ')[1])).toEqual(['accepted', ...words]);
    }
  });

  it('a packet never overtakes one that a slower link took before', () => {
    const world = connected();
    fault(world, { kind: 'latency', from: 0, to: 1, millis: 100 });
    tell(world, 0, 'send slow');
    fault(world, { kind: 'latency', from: 0, to: 1, millis: 1 });
    tell(world, 0, 'send fast');
    settle(world);
    expect(heard(world, 1).slice(1)).toEqual(['120 slow #0', '120 fast #0']);
  });

  it('may be sent on before the dial is answered', () => {
    const world = cluster();
    tell(world, 0, 'dial 1', 'send early');
    settle(world);
    expect(heard(world, 1)).toEqual(['10 accepted #0', '10 early #0']);
  });

  it('close: what was sent before arrives, then closed; what comes the other way is dropped', () => {
    const world = connected();
    tell(world, 0, 'send a', 'send b', 'close', 'send c', 'close');
    tell(world, 1, 'send x');
    settle(world);
    expect(heard(world, 1).slice(1)).toEqual(['30 a #0', '30 b #0', '30 closed #0']);
    expect(heard(world, 0)).toEqual(['20 opened #0']);
    expect(world.connections).toEqual([null]);
  });

  it('crash: the same, by the operating system', () => {
    const world = connected();
    tell(world, 0, 'send a', 'arm t 5', 'flush x');
    fault(world, { kind: 'crash', node: 0 });
    tell(world, 1, 'send x');
    settle(world);
    expect(heard(world, 1).slice(1)).toEqual(['30 a #0', '30 closed #0']);
    expect([heard(world, 0), world.nodes[0]?.durable]).toEqual([['down'], []]);
  });

  it('closed from both ends at once, nobody hears of it', () => {
    const world = connected();
    tell(world, 0, 'send a', 'close');
    tell(world, 1, 'send b', 'close');
    settle(world);
    expect([heard(world, 0).length, heard(world, 1).length, world.connections]).toEqual([1, 1, [null]]);
  });

  it('a dialler that gives up before the answer: accepted, then closed', () => {
    const world = cluster();
    tell(world, 0, 'dial 1', 'close');
    settle(world);
    expect([heard(world, 0), heard(world, 1)]).toEqual([[], ['10 accepted #0', '10 closed #0']]);
  });

  it('a dialler that gives up on a port where nobody listens', () => {
    const world = cluster();
    tell(world, 0, 'dial 1 q');
    pass(world, 15);
    tell(world, 0, 'close');
    settle(world);
    expect([heard(world, 0), heard(world, 1), world.connections]).toEqual([[], [], [null]]);
  });

  it('an id is never reused with its slot', () => {
    const world = connected();
    const first = world.connections[0]?.id ?? -1;
    tell(world, 0, 'close');
    settle(world);
    tell(world, 0, 'dial 1');
    settle(world);
    const second = world.connections[0]?.id ?? -1;
    expect(second).not.toBe(first);
    expect(connectionOf(world, first)).toBeNull();
    const before = heard(world, 1).length;
    tell(world, 0, 'send stale 0', 'close 0', 'read 1 0');
    tell(world, 1, 'send stale 0', 'close 0');
    settle(world);
    expect(heard(world, 1).length).toBe(before);
    expect(connectionOf(world, second)).not.toBeNull();
  });
});

describe('cuts', () => {
  it('trap 26.40: a cut stalls one direction only', () => {
    const world = connected();
    fault(world, { kind: 'cut', from: 0, to: 1 });
    tell(world, 0, 'send held');
    tell(world, 1, 'send through');
    pass(world, 1000);
    expect(heard(world, 0)).toContain('30 through #0');
    expect(heard(world, 1)).toEqual(['10 accepted #0']);
  });

  it('healing delivers what was held, in order, a latency later', () => {
    const world = connected();
    tell(world, 0, 'send a');
    fault(world, { kind: 'cut', from: 0, to: 1 });
    tell(world, 0, 'send b');
    pass(world, 1000);
    fault(world, { kind: 'heal', from: 0, to: 1 });
    tell(world, 0, 'send c');
    settle(world);
    expect(heard(world, 1).slice(1)).toEqual(['1010 a #0', '1010 b #0', '1010 c #0']);
  });

  it('healed before it was due, a packet still comes a latency after the heal', () => {
    const world = connected();
    tell(world, 0, 'send a');
    fault(world, { kind: 'cut', from: 0, to: 1 });
    pass(world, 25);
    fault(world, { kind: 'heal', from: 0, to: 1 });
    settle(world);
    expect(heard(world, 1).slice(1)).toEqual(['35 a #0']);
  });

  it('a close behind a cut is heard of after the heal', () => {
    const world = connected();
    fault(world, { kind: 'cut', from: 0, to: 1 });
    fault(world, { kind: 'crash', node: 0 });
    pass(world, 500);
    expect(heard(world, 1)).toEqual(['10 accepted #0']);
    fault(world, { kind: 'heal', from: 0, to: 1 });
    settle(world);
    expect(heard(world, 1).slice(1)).toEqual(['510 closed #0']);
  });

  it('a dial into a cut waits', () => {
    const world = cluster();
    fault(world, { kind: 'cut', from: 0, to: 1 });
    tell(world, 0, 'dial 1');
    settle(world);
    expect([heard(world, 0), heard(world, 1)]).toEqual([[], []]);
  });
});

describe('a frozen process', () => {
  it('is dialled all the same: its operating system answers', () => {
    const world = cluster();
    fault(world, { kind: 'freeze', node: 1 });
    tell(world, 0, 'dial 1', 'send early');
    settle(world);
    expect(heard(world, 0)).toEqual(['20 opened #0']);
    expect(heard(world, 1)).toEqual([]);
    fault(world, { kind: 'thaw', node: 1 });
    settle(world);
    expect(heard(world, 1)).toEqual(['20 accepted #0', '20 early #0']);
  });

  it('hears everything after the thaw, in the order it was due, of whatever kind', () => {
    const world = connected(3);
    tell(world, 2, 'dial 1');
    pass(world, 40);
    tell(world, 1, 'arm late 300', 'arm mid 55', 'flush x', 'read 90 0');
    fault(world, { kind: 'freeze', node: 1 });
    tell(world, 0, 'send a');
    pass(world, 60);
    tell(world, 0, 'send b');
    pass(world, 90);
    tell(world, 2, 'send c');
    pass(world, 200);
    fault(world, { kind: 'thaw', node: 1 });
    settle(world);
    expect(heard(world, 1).slice(2)).toEqual([
      '200 flushed x',
      '200 a #0',
      '200 b #0',
      '200 fired mid',
      '200 c #1',
      '290 timedOut #0',
      '340 fired late',
    ]);
  });

  it('killed in its sleep, it never hears of the dial, and the dialler hears of the end', () => {
    const world = cluster();
    fault(world, { kind: 'freeze', node: 1 });
    tell(world, 0, 'dial 1', 'send early');
    settle(world);
    fault(world, { kind: 'crash', node: 1 });
    settle(world);
    expect(heard(world, 0)).toEqual(['20 opened #0', '30 closed #0']);
    expect(world.connections).toEqual([null]);
    fault(world, { kind: 'start', node: 1 });
    settle(world);
    expect(heard(world, 1)).toEqual([]);
  });

  it('killed right after the thaw, the same', () => {
    const world = cluster();
    fault(world, { kind: 'freeze', node: 1 });
    tell(world, 0, 'dial 1');
    settle(world);
    fault(world, { kind: 'thaw', node: 1 });
    fault(world, { kind: 'crash', node: 1 });
    settle(world);
    expect(heard(world, 0)).toEqual(['20 opened #0', '30 closed #0']);
  });
});

describe('timers', () => {
  it.each([
    ['armed again later, fires once and late', ['arm t 10', 'arm t 30'], ['30 fired t']],
    ['armed again earlier, fires once and early', ['arm t 30', 'arm t 10'], ['10 fired t']],
    ['later, then earlier than both', ['arm t 20', 'arm t 40', 'arm t 10'], ['10 fired t']],
    ['armed again for the same time', ['arm t 10', 'arm t 10'], ['10 fired t']],
    ['disarmed, never', ['arm t 10', 'disarm t', 'disarm u'], []],
    ['disarmed and armed again', ['arm t 10', 'disarm t', 'arm t 20'], ['20 fired t']],
    ['equal times fire in the order armed', ['arm b 10', 'arm a 10'], ['10 fired b', '10 fired a']],
    ['due at once', ['arm t 0'], ['0 fired t']],
  ])('%s', (_, commands, expected) => {
    const world = cluster(1);
    tell(world, 0, ...commands);
    settle(world);
    expect(heard(world, 0)).toEqual(expected);
  });

  it('do not survive the process', () => {
    const world = cluster(1);
    tell(world, 0, 'arm t 10');
    fault(world, { kind: 'crash', node: 0 });
    fault(world, { kind: 'start', node: 0 });
    settle(world);
    expect(heard(world, 0)).toEqual([]);
  });
});

describe('read timeouts', () => {
  it('begin anew with every packet', () => {
    const world = connected();
    tell(world, 1, 'read 50');
    for (const at of [40, 80, 120]) {
      pass(world, at);
      tell(world, 0, 'send ping');
    }
    settle(world);
    // The last packet arrives at 130.
    expect(heard(world, 1).at(-1)).toBe('180 timedOut #0');
    expect(connectionOf(world, world.connections[0]?.id ?? -1)).not.toBeNull();
  });

  it('fire once, and again only when set again', () => {
    const world = connected();
    tell(world, 0, 'read 50');
    pass(world, 500);
    expect(heard(world, 0).slice(1)).toEqual(['70 timedOut #0']);
    tell(world, 0, 'read 50');
    settle(world);
    expect(heard(world, 0).slice(2)).toEqual(['550 timedOut #0']);
  });

  it.each([
    ['shorter', ['read 100', 'read 30'], ['50 timedOut #0']],
    ['longer', ['read 30', 'read 100'], ['120 timedOut #0']],
    ['off', ['read 30', 'read off'], []],
    ['closed', ['read 30', 'close', 'read 40'], []],
  ])('set again: %s', (_, commands, expected) => {
    const world = connected();
    tell(world, 0, ...commands);
    settle(world);
    expect(heard(world, 0).slice(1)).toEqual(expected);
  });
});

describe('the disk', () => {
  it('takes one write after the other', () => {
    const world = cluster(1);
    tell(world, 0, 'flush a', 'flush b');
    pass(world, 7);
    tell(world, 0, 'flush c');
    settle(world);
    expect(heard(world, 0)).toEqual(['5 flushed a', '10 flushed b', '15 flushed c']);
    expect(world.nodes[0]?.durable).toEqual(['a', 'b', 'c']);
  });

  it.each([
    // disk   writes                                  those that are told within one millisecond, in this order
    [0, ['flush a', 'flush b', 'flush c'], ['0 flushed a', '0 flushed b', '0 flushed c']],
    // What the operating system has at once is ahead of what the disk is still at, but not of what was asked for before and is due now.
    [0, ['flush a', 'cache b', 'flush c'], ['0 flushed a', '0 flushed b', '0 flushed c']],
    [0, ['cache a', 'cache b', 'flush c'], ['0 flushed a', '0 flushed b', '0 flushed c']],
    [5, ['flush a', 'cache b', 'cache c'], ['0 flushed b', '0 flushed c', '5 flushed a']],
  ])('of %d ms keeps the order of what is due at one time: %j', (millis, commands, expected) => {
    const world = cluster(1);
    fault(world, { kind: 'slowDisk', node: 0, millis });
    tell(world, 0, ...commands);
    settle(world);
    expect(heard(world, 0)).toEqual(expected);
    expect(world.nodes[0]?.durable).toEqual(expected.map((line) => line.slice(-1)));
  });

  it('keeps that order also where the first was asked for earlier', () => {
    const world = cluster(1);
    tell(world, 0, 'flush a');
    pass(world, 4);
    fault(world, { kind: 'slowDisk', node: 0, millis: 0 });
    tell(world, 0, 'flush b');
    (world as { now: number }).now = 5;
    tell(world, 0, 'cache c');
    settle(world);
    expect(heard(world, 0)).toEqual(['5 flushed a', '5 flushed b', '5 flushed c']);
  });

  it('made slower, is slow from the next write on', () => {
    const world = cluster(1);
    tell(world, 0, 'flush a');
    fault(world, { kind: 'slowDisk', node: 0, millis: 100 });
    tell(world, 0, 'flush b');
    settle(world);
    expect(heard(world, 0)).toEqual(['5 flushed a', '105 flushed b']);
  });

  it.each([
    ['crash', ['a']],
    ['stop', ['a', 'b', 'c']],
  ] as const)('%s: what is kept of writes under way', (kind, kept) => {
    const world = cluster(1);
    tell(world, 0, 'flush a', 'flush b', 'flush c');
    pass(world, 5);
    fault(world, { kind, node: 0 });
    settle(world);
    expect(world.nodes[0]?.durable).toEqual(kept);
    expect(world.nodes[0]?.exitCode).toBe(kind === 'stop' ? 0 : null);
    fault(world, { kind: 'start', node: 0 });
    expect(world.nodes[0]?.state?.heard).toEqual([`5 boot ${kept.join('')}`]);
  });

  it.each([
    // writes under way                     at   what the process reads: of those the operating system has, and the disk has not, with a ?
    [['flush a', 'flush b'], 4, 'a? b?'],
    [['flush a', 'flush b'], 5, 'a b?'],
    [['flush a', 'flush b'], 10, 'a b'],
    [['flush a', 'cache b'], 0, 'b a?'],
  ])('shows the process what it has asked for before it is safe: %j, at %d ms', (commands, at, reads) => {
    const world = cluster(1);
    tell(world, 0, ...commands);
    pass(world, at);
    const { durable } = world.nodes[0] as { readonly durable: readonly string[] };
    tell(world, 0, 'look');
    expect(heard(world, 0).at(-1)).toBe(`${at} reads ${reads}`);
    // To read makes nothing safe, nor is anything written twice.
    expect(world.nodes[0]?.durable).toBe(durable);
    settle(world);
    expect(world.nodes[0]?.durable.toSorted()).toEqual(['a', 'b']);
  });

  it('what was only read is gone with the process', () => {
    const world = cluster(1);
    tell(world, 0, 'flush a');
    tell(world, 0, 'look');
    expect(heard(world, 0)).toEqual(['0 reads a?']);
    fault(world, { kind: 'crash', node: 0 });
    fault(world, { kind: 'start', node: 0 });
    tell(world, 0, 'look');
    expect(heard(world, 0)).toEqual(['0 reads ']);
  });

  it('wiped, is blank; only while the process is down', () => {
    const world = cluster(1);
    tell(world, 0, 'flush a');
    settle(world);
    expect(isApplicable(world, { kind: 'wipe', node: 0 })).toBe(false);
    fault(world, { kind: 'stop', node: 0 });
    fault(world, { kind: 'wipe', node: 0 });
    expect(world.nodes[0]?.durable).toEqual([]);
  });
});

it('a process that ends itself does nothing more', () => {
  const world = connected();
  tell(world, 0, 'send last', 'exit 12', 'send no', 'arm t 1', 'flush x');
  settle(world);
  expect(world.nodes[0]).toMatchObject({ status: 'down', exitCode: 12, state: null, timers: [], flushes: [] });
  expect(heard(world, 1).slice(1)).toEqual(['30 last #0', '30 closed #0']);
});

it.each([
  ['start', false, true, false],
  ['crash', true, false, true],
  ['stop', true, false, true],
  ['freeze', true, false, false],
  ['thaw', false, false, true],
  ['wipe', false, true, false],
] as const)('%s is possible: up %s, down %s, frozen %s', (kind, up, down, frozen) => {
  const world = cluster(1);
  expect(isApplicable(world, { kind, node: 0 })).toBe(up);
  fault(world, { kind: 'freeze', node: 0 });
  expect(isApplicable(world, { kind, node: 0 })).toBe(frozen);
  fault(world, { kind: 'crash', node: 0 });
  expect(isApplicable(world, { kind, node: 0 })).toBe(down);
  expect(isApplicable(world, { kind, node: 7 })).toBe(false);
});

it('links: only what would change is possible, and nothing impossible is done', () => {
  const world = cluster();
  const link = { from: 0, to: 1 } as const;
  expect(isApplicable(world, { kind: 'heal', ...link })).toBe(false);
  expect(isApplicable(world, { kind: 'latency', ...link, millis: 3 })).toBe(true);
  expect(isApplicable(world, { kind: 'latency', from: 0, to: 9, millis: 3 })).toBe(false);
  expect(isApplicable(world, { kind: 'slowDisk', node: 9, millis: 3 })).toBe(false);
  expect(() => fault(world, { kind: 'heal', ...link })).toThrow('heal is possible');
});

// ---- properties: any commands and faults, in any order ----

type Without<F> = F extends { readonly node: NodeId } ? Omit<F, 'node'> : never;

/** Node 0 asks for these writes, one after the other; 5 ms each. */
function writing(what: Without<Fault>, ...writes: readonly string[]): World<Toy> {
  const world = cluster(1);
  fault(world, { ...what, node: 0 });
  tell(world, 0, ...writes.map((write) => `flush ${write}`));
  return world;
}

describe('a disk that fails', () => {
  it.each([
    ['before the next', { side: 'before', of: null, left: 1 }, '(a1)', 5],
    ['after the next', { side: 'after', of: null, left: 1 }, 'a1', 5],
    ['before the second', { side: 'before', of: null, left: 2 }, 'a1 (b2)', 10],
    ['after the first of its kind', { side: 'after', of: 'b', left: 1 }, 'a1 b2', 10],
    ['before the second of a kind', { side: 'before', of: 'b', left: 2 }, 'a1 b2 (b3)', 15],
  ] as const)('a crash %s flush', (_, point, onDisk, at) => {
    const world = writing({ kind: 'crashAtFlush', ...point }, 'a1', 'b2', 'b3');
    const fired: Fired<Toy>[] = [];
    while (nextDue(world) !== null) {
      const one = fireNext(world, toy, OPTIONS);
      if (one !== null) fired.push(one);
    }
    expect(world.nodes[0]).toMatchObject({ status: 'down', durable: onDisk.split(' '), crashPoint: null });
    // The process has heard of none of it.
    expect(fired.at(-1)).toMatchObject({ at, input: { kind: 'crashed' }, node: 0 });
    fault(world, { kind: 'start', node: 0 });
    expect(world.nodes[0]?.status).toBe('up');
  });

  it('who ends otherwise before that flush does not die at one later', () => {
    const world = writing({ kind: 'crashAtFlush', side: 'before', of: null, left: 1 });
    fault(world, { kind: 'crash', node: 0 });
    fault(world, { kind: 'start', node: 0 });
    tell(world, 0, 'flush a1');
    settle(world);
    expect(world.nodes[0]?.durable).toEqual(['a1']);
  });

  it.each([
    // because, of, left         on disk         heard
    [{ because: 'error', of: null, left: null }, [], ['unwritten', 'unwritten', 'unwritten']],
    [{ because: 'error', of: null, left: 1 }, ['-2', 'b3'], ['unwritten', 'flushed -2', 'flushed b3']],
    [{ because: 'error', of: 'b', left: null }, ['a1', '-2'], ['flushed a1', 'flushed -2', 'unwritten']],
    [{ because: 'full', of: null, left: null }, ['-2'], ['unwritten', 'flushed -2', 'unwritten']],
    [{ because: 'full', of: null, left: 2 }, ['-2'], ['unwritten', 'flushed -2', 'unwritten']],
  ] as const)('refuses writes: %j', (refusing, onDisk, said) => {
    const world = writing({ kind: 'failDisk', ...refusing }, 'a1', '-2', 'b3');
    settle(world);
    expect(world.nodes[0]?.durable).toEqual(onDisk);
    expect(heard(world, 0).map((line) => line.replace(/^\d+ /, ''))).toEqual(said);
  });

  it.each([
    [{ because: 'error', of: null, left: null }, ''],
    [{ because: 'error', of: null, left: 1 }, '-2? b3?'],
    [{ because: 'error', of: 'b', left: null }, 'a1? -2?'],
    [{ because: 'full', of: null, left: 1 }, '-2? b3?'],
    [{ because: 'full', of: null, left: null }, '-2?'],
  ] as const)('what it refuses the process does not read either: %j', (refusing, reads) => {
    const world = writing({ kind: 'failDisk', ...refusing }, 'a1', '-2', 'b3');
    tell(world, 0, 'look');
    expect(heard(world, 0)).toEqual([`0 reads ${reads}`]);
    // To ask does not count as a refusal.
    expect(world.nodes[0]?.refusing).toEqual(refusing);
  });

  it('mended, it takes writes again; an end in order brings nothing onto a broken one', () => {
    const world = writing({ kind: 'failDisk', because: 'error', of: null, left: null }, 'a1');
    settle(world);
    fault(world, { kind: 'mendDisk', node: 0 });
    expect(isApplicable(world, { kind: 'mendDisk', node: 0 })).toBe(false);
    tell(world, 0, 'flush b2');
    settle(world);
    fault(world, { kind: 'failDisk', node: 0, because: 'error', of: null, left: null });
    tell(world, 0, 'flush c3');
    fault(world, { kind: 'stop', node: 0 });
    expect(world.nodes[0]?.durable).toEqual(['b2']);
  });

  it('a log that had only been said to be safe lacks its tail when the process is down', () => {
    const world = writing({ kind: 'setClock', offset: 0 }, 'a1', 'b2');
    settle(world);
    expect(isApplicable(world, { kind: 'loseTail', node: 0, count: 1 })).toBe(false);
    fault(world, { kind: 'crash', node: 0 });
    fault(world, { kind: 'loseTail', node: 0, count: 1 });
    expect(world.nodes[0]?.durable).toEqual(['a1']);
  });
});

it('a clock that was set shows another time, and nothing else changes', () => {
  const shown: number[] = [];
  const watch: Process<Toy> = {
    ...toy,
    handle: (state, input, env) => {
      shown.push(env.wallClock - env.now);
      return toy.handle(state, input, env);
    },
  };
  const world = cluster(1);
  fault(world, { kind: 'setClock', node: 0, offset: -700 });
  tell(world, 0, 'arm t 50');
  const fired = fireNext(world, watch, OPTIONS);
  expect([fired?.at, shown]).toEqual([50, [-700]]);
});

/** What node 1 hears of a thousand packets where three of ten are lost. */
function arrived(): readonly string[] {
  const world = connected();
  fault(world, { kind: 'loss', from: 0, to: 1, percent: 30 });
  for (let i = 0; i < 1000; i++) tell(world, 0, `send ${i}`);
  settle(world);
  return heard(world, 1);
}

describe('a link that loses packets, against the facts', () => {
  it('what is lost reaches nobody and is told; the connection goes on, and ends in order', () => {
    const world = connected();
    fault(world, { kind: 'loss', from: 0, to: 1, percent: 100 });
    tell(world, 0, 'send a', 'send b');
    fault(world, { kind: 'loss', from: 0, to: 1, percent: 0 });
    tell(world, 0, 'send c', 'close');
    const lost: Lost[] = [];
    while (nextDue(world) !== null) fireNext(world, toy, { noting: true, lost });
    expect(heard(world, 1)).toEqual(['10 accepted #0', '30 c #0', '30 closed #0']);
    expect(lost.map(({ packet, at }) => [packet, at])).toEqual([
      ['a', 30],
      ['b', 30],
    ]);
  });

  it('takes about as many as it was told to, the same ones every time', () => {
    expect(arrived()).toEqual(arrived());
    expect(arrived().length).toBeGreaterThan(650);
    expect(arrived().length).toBeLessThan(750);
  });
});

/** a, b and c are numbers 1, 2 and 3 of the link from 0 to 1 (the dial was 0), and arrive at 30, one behind the other. */
function underWay(): World<Toy> {
  const world = connected();
  tell(world, 0, 'send a', 'send b', 'send c');
  pass(world, 24);
  return world;
}
describe('one message, singled out', () => {
  const link = { from: 0, to: 1 };

  it('dropped, it is gone at once and told; those behind it come as they would', () => {
    const world = underWay();
    const lost: Lost[] = [];
    applyFault(world, toy, { kind: 'drop', ...link, number: 1 }, { noting: true, lost });
    expect(lost).toEqual([{ from: 0, to: 1, sentAt: 20, at: 24, packet: 'a' }]);
    expect(moveRefusal(world, { kind: 'drop', ...link, number: 1 })).toBe('gone');
    settle(world);
    expect(heard(world, 1)).toEqual(['10 accepted #0', '30 b #0', '30 c #0']);
  });

  it('delayed, it holds up what is behind it, and nothing ahead of it', () => {
    const world = underWay();
    fault(world, { kind: 'delay', ...link, number: 2, millis: 15 });
    tell(world, 0, 'send d');
    settle(world);
    expect(heard(world, 1).slice(1)).toEqual(['30 a #0', '45 b #0', '45 c #0', '45 d #0']);
  });

  it('hurried, it comes first of what is due now, or right behind what is ahead of it', () => {
    const world = underWay();
    tell(world, 1, 'arm t 0');
    fault(world, { kind: 'hurry', ...link, number: 1, millis: null });
    expect(moveRefusal(world, { kind: 'hurry', ...link, number: 1, millis: null })).toBe('next');
    fault(world, { kind: 'hurry', ...link, number: 2, millis: 4 });
    expect(moveRefusal(world, { kind: 'hurry', ...link, number: 3, millis: 20 })).toBeNull();
    fault(world, { kind: 'hurry', ...link, number: 3, millis: 20 });
    expect(moveRefusal(world, { kind: 'hurry', ...link, number: 3, millis: null })).toBe('behind');
    settle(world);
    expect(heard(world, 1).slice(1)).toEqual(['24 a #0', '24 fired t', '26 b #0', '26 c #0']);
  });

  it('hurried, it comes before what is overdue, too', () => {
    const world = cluster(3);
    tell(world, 0, 'dial 2', 'send a');
    tell(world, 1, 'dial 2');
    pass(world, 20);
    fault(world, { kind: 'freeze', node: 2 });
    tell(world, 2, 'arm t 5');
    pass(world, 60);
    tell(world, 1, 'send b');
    fault(world, { kind: 'thaw', node: 2 });
    fault(world, { kind: 'hurry', from: 1, to: 2, number: 1, millis: null });
    settle(world);
    expect(heard(world, 2).slice(-2)).toEqual(['60 b #1', '60 fired t']);
  });

  it('hurried and then delayed, or the other way round, it comes once', () => {
    const world = underWay();
    fault(world, { kind: 'hurry', ...link, number: 1, millis: 3 });
    fault(world, { kind: 'delay', ...link, number: 1, millis: 3 });
    fault(world, { kind: 'delay', ...link, number: 1, millis: 30 });
    fault(world, { kind: 'hurry', ...link, number: 1, millis: null });
    settle(world);
    expect(heard(world, 1).slice(1)).toEqual(['24 a #0', '60 b #0', '60 c #0']);
  });

  it('behind a cut it can be lost or late, and not be hurried; a heal brings it after its delay', () => {
    const world = underWay();
    fault(world, { kind: 'cut', ...link });
    pass(world, 100);
    expect(moveRefusal(world, { kind: 'hurry', ...link, number: 1, millis: null })).toBe('cut');
    fault(world, { kind: 'drop', ...link, number: 1 });
    fault(world, { kind: 'delay', ...link, number: 2, millis: 50 });
    fault(world, { kind: 'heal', ...link });
    settle(world);
    expect(heard(world, 1).slice(1)).toEqual(['150 b #0', '150 c #0']);
  });

  it('what waits in the socket of a process that sleeps has arrived', () => {
    const world = underWay();
    fault(world, { kind: 'freeze', node: 1 });
    expect(moveRefusal(world, { kind: 'drop', ...link, number: 1 })).toBeNull();
    pass(world, 30);
    for (const kind of ['drop', 'delay', 'hurry'] as const) {
      expect(moveRefusal(world, { kind, ...link, number: 1, millis: 1 })).toBe('arrived');
    }
  });

  it('the opening and the end of a connection may take longer, and are not lost', () => {
    const world = cluster();
    tell(world, 0, 'dial 1', 'send a', 'close');
    expect(moveRefusal(world, { kind: 'drop', ...link, number: 0 })).toBe('noPacket');
    fault(world, { kind: 'delay', ...link, number: 0, millis: 20 });
    fault(world, { kind: 'delay', ...link, number: 2, millis: 20 });
    settle(world);
    expect(heard(world, 1)).toEqual(['30 accepted #0', '30 a #0', '50 closed #0']);
  });

  it('silence counts on: what is lost does not begin a read timeout anew', () => {
    const world = connected();
    tell(world, 1, 'read 50');
    tell(world, 0, 'send a');
    fault(world, { kind: 'drop', ...link, number: 1 });
    settle(world);
    expect(heard(world, 1).slice(1)).toEqual(['70 timedOut #0']);
  });
});

const COMMANDS = [
  'dial 0',
  'dial 1',
  'dial 2 q',
  'send a',
  'send b 0',
  'close',
  'close 0',
  'arm t 7',
  'arm t 25',
  'disarm t',
  'flush x',
  'look',
  'read 12',
  'read off 0',
  'exit 1',
];
const FAULTS: readonly Fault['kind'][] = [
  'start',
  'crash',
  'stop',
  'freeze',
  'thaw',
  'wipe',
  'slowDisk',
  'cut',
  'heal',
  'latency',
  'failDisk',
  'mendDisk',
  'crashAtFlush',
  'loseTail',
  'setClock',
  'loss',
  'drop',
  'delay',
  'hurry',
];

type Step = readonly [kind: string, node: number, other: number];

const steps = fc.array(
  fc.tuple(fc.constantFrom(...COMMANDS, ...FAULTS, 'pass', 'pass', 'pass'), fc.nat({ max: 2 }), fc.nat({ max: 2 })),
  { maxLength: 60 },
);

/** Does one step where it is possible. `between` is called before every single event. */
function perform(world: World<Toy>, [kind, node, other]: Step, between: () => void): void {
  if (kind === 'pass') {
    for (let i = 0; i < 3 && nextDue(world) !== null; i++) {
      between();
      fireNext(world, toy, OPTIONS);
    }
  } else if (COMMANDS.includes(kind)) {
    if (world.nodes[node]?.status === 'up') tell(world, node, kind);
  } else {
    // The union's members share these fields; a fault ignores those it does not have.
    const disk = { because: 'error', side: other === 1 ? 'before' : 'after', of: null, left: other + 1, count: other };
    const number = (world.links[node]?.[other]?.sent ?? 0) - 1;
    const rest = { millis: other * 9, offset: other - 1, percent: other * 40, number };
    const one = { kind, node, from: node, to: other, ...disk, ...rest } as unknown as Fault;
    if (isApplicable(world, one)) fault(world, one);
  }
}

function digest(world: World<Toy>): string {
  return digestOf({ ...world, queue: null });
}

it('pending() lists exactly what fireNext would fire next', () => {
  fc.assert(
    fc.property(steps, (script) => {
      const world = cluster(3, { jitterMillis: 5 });
      for (const step of script) {
        perform(world, step, () => {
          const first = pending(world)[0];
          expect(first).toBeDefined();
          if (first === undefined) return;
          const copy = thaw(world);
          const byHand = fire(copy, toy, first, OPTIONS);
          const other = thaw(world);
          expect(nextDue(other)).toBe(copy.now);
          expect(fireNext(other, toy, OPTIONS)).toEqual(byHand);
          expect(digest(other)).toBe(digest(copy));
        });
        expect(pending(world).length > 0).toBe(nextDue(world) !== null);
      }
    }),
    { numRuns: 150, seed: 1 },
  );
});

it('the same inputs give the same digest', () => {
  fc.assert(
    fc.property(steps, (script) => {
      const [one, two] = [cluster(3, { jitterMillis: 5 }), cluster(3, { jitterMillis: 5 })];
      for (const step of script) {
        perform(one, step, () => undefined);
        perform(two, step, () => undefined);
      }
      expect(digest(two)).toBe(digest(one));
    }),
    { numRuns: 50, seed: 2 },
  );
});

it('nothing that a kept world shares is ever written', () => {
  fc.assert(
    fc.property(steps, steps, (before, after) => {
      const kept = cluster(3);
      for (const step of before) perform(kept, step, () => undefined);
      deepFreeze(kept);
      const was = digest(kept);
      const live = thaw(kept);
      for (const step of after) perform(live, step, () => undefined);
      expect(digest(kept)).toBe(was);
      const again = thaw(kept);
      for (const step of after) perform(again, step, () => undefined);
      expect(digest(again)).toBe(digest(live));
    }),
    { numRuns: 100, seed: 3 },
  );
});

function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const item of Object.values(value)) deepFreeze(item);
}
