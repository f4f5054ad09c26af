import { describe, expect, it } from 'vitest';
import type { MessageFacts, ServerFacts, StageFacts } from '../../sim/facts.ts';
import { ZXID_ZERO, sidOf } from '../../zookeeper/ids.ts';
import { BUNDLE_ABOVE, SHAPE_RADIUS, type Waiting, flightPoint, flights, progress } from './flights.ts';
import { distance } from './geometry.ts';
import { placeOf, stageLayout } from './layout.ts';

const sids = [1, 2, 3].map(sidOf);
const quorumVerifier = { version: ZXID_ZERO, servers: [], voters: sids, groups: null };
const NOWHERE: Waiting = new Map();
const layout = stageLayout({ width: 760, height: 566 }, sids, 'lab');

function message(seq: number, more: Partial<MessageFacts> = {}): MessageFacts {
  return {
    seq,
    from: 0,
    to: 1,
    by: 0,
    port: 'election',
    type: 'NOTIFICATION',
    family: 'election',
    letter: '3',
    number: 0,
    sentAt: 100,
    arrivesAt: 110,
    held: null,
    zxid: null,
    epoch: null,
    vote: null,
    senderState: null,
    ...more,
  };
}

function stage(messages: readonly MessageFacts[]): StageFacts {
  // Flights read nothing else of a server.
  const servers = sids.map((sid, node) => ({ sid, node }) as ServerFacts);
  return { now: 100, tickMillis: 2000, servers, clients: [], messages, links: [], voters: sids, quorumVerifier };
}

describe('a message', () => {
  it('is where virtual time says, from circle to circle', () => {
    const [flight] = flights(stage([message(1)]), layout, NOWHERE, { pings: false });
    if (flight === undefined) throw new Error('no flight');
    expect([90, 100, 105, 110, 120].map((now) => progress(flight, now))).toEqual([0, 0, 0.5, 1, 1]);
    const [from, to] = [placeOf(layout, sidOf(1)), placeOf(layout, sidOf(2))];
    expect(distance(flightPoint(flight, 100), from?.at ?? flight.path.a)).toBeLessThan(70);
    expect(distance(flightPoint(flight, 110), to?.at ?? flight.path.b)).toBeLessThan(70);
  });

  it('and its answer pass each other on either side of the link', () => {
    const [one, two] = flights(stage([message(1), message(2, { from: 1, to: 0 })]), layout, NOWHERE, { pings: false });
    if (one === undefined || two === undefined) throw new Error('no flights');
    expect(distance(flightPoint(one, 105), flightPoint(two, 105))).toBeCloseTo(10);
  });

  it('waits before a cut, and at the door of a frozen process', () => {
    const [cut, frozen] = flights(
      stage([message(1, { held: 'cut' }), message(2, { to: 2, held: 'frozen' })]),
      layout,
      NOWHERE,
      { pings: false },
    );
    expect(cut === undefined ? null : progress(cut, 999)).toBeLessThan(0.5);
    expect(frozen === undefined ? null : progress(frozen, 999)).toBeGreaterThan(0.9);
  });

  it('that is a ping is left out until asked for', () => {
    const ping = message(1, { type: 'PING', family: 'other', letter: '' });
    expect(flights(stage([ping]), layout, NOWHERE, { pings: false })).toHaveLength(0);
    expect(flights(stage([ping]), layout, NOWHERE, { pings: true })).toHaveLength(1);
  });
});

it('more than forty are bundled by direction and family, with a count', () => {
  const few = Array.from({ length: BUNDLE_ABOVE }, (_, seq) => message(seq));
  expect(flights(stage(few), layout, NOWHERE, { pings: false })).toHaveLength(BUNDLE_ABOVE);
  const many = [...few, message(90), message(91, { to: 2 }), message(92, { family: 'sync', letter: 'D' })];
  expect(flights(stage(many), layout, NOWHERE, { pings: false }).map((flight) => flight.count)).toEqual([
    BUNDLE_ABOVE + 1,
    1,
    1,
  ]);
});

it('what waits at a cut is one shape for each direction, with its letter only when all agree', () => {
  const held = [1, 2, 3].map((seq) => message(seq, { held: 'cut', letter: seq === 3 ? '2' : '3' }));
  expect(flights(stage(held), layout, NOWHERE, { pings: false }).map(({ count, letter }) => [count, letter])).toEqual([
    [3, ''],
  ]);
  expect(flights(stage(held.slice(0, 2)), layout, NOWHERE, { pings: false })[0]?.letter).toBe('3');
});

it('what waits on one way stands one behind the other, whatever its family', () => {
  const held = [
    message(1, { held: 'cut' }),
    message(2, { held: 'cut', family: 'broadcast', letter: 'P' }),
    message(3, { held: 'cut', from: 1, to: 0 }),
  ];
  const waiting: Waiting = new Map([
    ['1>2', { share: 0.3, at: layout.centre, path: { a: layout.centre, b: layout.centre } }],
  ]);
  const [first, second, other] = flights(stage(held), layout, waiting, { pings: false });
  if (first === undefined || second === undefined || other === undefined) throw new Error('no flights');
  expect(first.heldAt).toBe(0.3);
  expect(second.heldAt).toBeLessThan(0.3);
  expect(distance(flightPoint(first, 0), flightPoint(second, 0))).toBeGreaterThan(2 * SHAPE_RADIUS.lab);
  expect(other.heldAt).toBe(0.4);
});
