/**
 * Messages under way. A flight is where one travels and when; its place is a function of virtual time alone, so
 * stepping, scrubbing and playing draw the same picture. More than BUNDLE_ABOVE are drawn as one shape per
 * direction and family with a count.
 */
import type { MessageFacts, StageFacts } from '../../sim/facts.ts';
import type { Sid } from '../../zookeeper/ids.ts';
import { type PacketFamily, isPing } from '../../zookeeper/packets.ts';
import { type Point, type Segment, distance, mix, trimmed } from './geometry.ts';
import { type StageLayout, type StageScale, clientPlace, placeOf } from './layout.ts';

export const BUNDLE_ABOVE = 40;

export interface Flight {
  readonly key: string;
  readonly path: Segment;
  readonly family: PacketFamily;
  readonly letter: string;
  readonly count: number;
  /** Its members' times; a bundle flies at their mean progress. */
  readonly times: readonly { readonly sentAt: number; readonly arrivesAt: number }[];
  /** It waits here, as a share of the path; null while it flies. */
  readonly heldAt: number | null;
  /** The message, when it is a single one. */
  readonly message: MessageFacts;
}

/** Where messages wait at cuts, as shares of their paths, by `wayKey`. */
export type Waiting = ReadonlyMap<string, { readonly share: number; readonly at: Point; readonly path: Segment }>;

/** How far from a circle's edge a flight begins and ends: clear of the quorum ring. */
export const CLEAR = { first: 42, lab: 24, phone: 18, lecture: 28 } as const;

/** How much room a shape takes along its path, in pixels from its middle. */
export const SHAPE_RADIUS = { first: 16, lab: 10, phone: 9, lecture: 16 } as const;

/** Each direction has its own side of a link, so many pixels off it. */
export const ASIDE = { first: 0, lecture: 8, lab: 5, phone: 5 } as const;

/** Where one waits for whom no place is kept: before the middle of its way. */
const UNKEPT = 0.4;
/** From one that waits to another behind it on the same way, in radii of a shape. */
const QUEUE = 2.6;

export function wayKey(from: Sid | undefined, to: Sid | undefined): string {
  return `${from}>${to}`;
}

export function flights(
  facts: StageFacts,
  layout: StageLayout,
  waiting: Waiting,
  shows: { readonly pings: boolean },
): readonly Flight[] {
  const shown = facts.messages.filter((message) => isShown(message, shows));
  const ends = endsOf(facts, layout);
  const single = shown.flatMap((message) => flightOf(message, facts, layout, waiting, ends) ?? []);
  const moving = single.filter((flight) => flight.heldAt === null);
  const held = queued(bundled(single.filter((flight) => flight.heldAt !== null)), layout.scale);
  return [...(moving.length > BUNDLE_ABOVE ? bundled(moving) : moving), ...held];
}

/** Whether a message is worth showing: the first bytes of an election connection never are, pings on demand. */
export function isShown({ type }: MessageFacts, { pings }: { readonly pings: boolean }): boolean {
  return type !== 'INITIAL' && (pings || !isPing(type));
}

function flightOf(
  message: MessageFacts,
  facts: StageFacts,
  layout: StageLayout,
  waiting: Waiting,
  ends: ReadonlyMap<number, { at: Point; radius: number }>,
): Flight | null {
  const [a, b] = [ends.get(message.from), ends.get(message.to)];
  if (a === undefined || b === undefined) return null;
  const clear = CLEAR[layout.scale];
  const path = trimmed(a.at, b.at, { from: a.radius + clear, to: b.radius + clear, aside: ASIDE[layout.scale] });
  let heldAt: number | null = null;
  // Clear of the ring around its receiver.
  if (message.held === 'frozen')
    heldAt = Math.max(0.02, 1 - SHAPE_RADIUS[layout.scale] / (distance(path.a, path.b) || 1));
  if (message.held === 'cut') {
    const [from, to] = [message.from, message.to].map((node) => facts.servers.find((s) => s.node === node)?.sid);
    heldAt = waiting.get(wayKey(from, to))?.share ?? UNKEPT;
  }
  return {
    key: String(message.seq),
    path,
    family: message.family,
    letter: message.letter,
    count: 1,
    times: [{ sentAt: message.sentAt, arrivesAt: message.arrivesAt }],
    heldAt,
    message,
  };
}

/** One flight per direction and family; where several wait at a cut, the last letter stands for all. */
function bundled(single: readonly Flight[]): readonly Flight[] {
  const groups = new Map<string, Flight[]>();
  for (const flight of single) {
    const key = `${flight.message.from}>${flight.message.to}:${flight.family}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [flight]);
    else group.push(flight);
  }
  return [...groups].map(([key, group]) => {
    const last = group.at(-1) as Flight;
    if (group.length === 1) return last;
    const sameLetter = group.every((flight) => flight.letter === last.letter);
    return {
      ...last,
      key: `bundle ${key}`,
      letter: sameLetter ? last.letter : '',
      count: group.length,
      times: group.flatMap((flight) => flight.times),
    };
  });
}

/** Those that wait on one way, one behind the other. */
function queued(held: readonly Flight[], scale: StageScale): readonly Flight[] {
  const before = new Map<string, number>();
  return held.map((flight) => {
    const { message, path, heldAt } = flight;
    const way = `${message.from}>${message.to}`;
    const count = before.get(way) ?? 0;
    before.set(way, count + 1);
    if (count === 0 || heldAt === null) return flight;
    const behind = (count * QUEUE * SHAPE_RADIUS[scale]) / (distance(path.a, path.b) || 1);
    return { ...flight, heldAt: Math.max(0.02, heldAt - behind) };
  });
}

export function endsOf(facts: StageFacts, layout: StageLayout): ReadonlyMap<number, { at: Point; radius: number }> {
  const ends = new Map<number, { at: Point; radius: number }>();
  for (const server of facts.servers) {
    const place = placeOf(layout, server.sid);
    if (place !== null) ends.set(server.node, { at: place.at, radius: place.radius });
  }
  facts.clients.forEach((client) => {
    const same = facts.clients.filter((other) => other.server === client.server);
    ends.set(client.node, {
      at: clientPlace(layout, client.server, same.indexOf(client), same.length),
      radius: 0,
    });
  });
  return ends;
}

/** How far it has come, from 0 to 1. */
export function progress(flight: Flight, now: number): number {
  if (flight.heldAt !== null) return flight.heldAt;
  let sum = 0;
  for (const { sentAt, arrivesAt } of flight.times) {
    const whole = arrivesAt - sentAt;
    sum += whole <= 0 ? 1 : Math.max(0, Math.min(1, (now - sentAt) / whole));
  }
  return sum / flight.times.length;
}

export function flightPoint(flight: Flight, now: number): Point {
  return mix(flight.path.a, flight.path.b, progress(flight, now));
}
