/**
 * Where everything on the stage stands, in pixels: servers on a ring in sid order, clockwise from the top, with
 * their labels on the outside, away from the links; clients farther out, behind their server.
 */
import type { Sid } from '../../zookeeper/ids.ts';
import { type Point, distance, polar } from './geometry.ts';

export type StageScale = 'first' | 'lab' | 'phone' | 'lecture';

export interface Place {
  readonly sid: Sid;
  readonly at: Point;
  /** Of its circle. */
  readonly radius: number;
  /** Clockwise from the top, seen from the middle of the ring. */
  readonly angle: number;
  readonly label: LabelPlace;
}

export interface LabelPlace {
  /** First baseline. */
  readonly at: Point;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Pixels for its longest line. */
  readonly room: number;
  /** Its lines end there instead: it grows upwards. */
  readonly above: boolean;
  /** The lowest that anything of it may stand. */
  readonly floor: number;
}

export interface StageLayout {
  readonly width: number;
  readonly height: number;
  readonly scale: StageScale;
  readonly centre: Point;
  readonly ring: number;
  /** Of the ring from left to right: a low and wide stage has an ellipse. */
  readonly wide: number;
  readonly places: readonly Place[];
  /** So close together that not every server can have a label. */
  readonly crowded: boolean;
}

interface Metrics {
  readonly radius: number;
  /** Room for labels beside and for rings above and below the outermost circles. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly ringMax: number;
}

const METRICS: Readonly<Record<StageScale, Metrics>> = {
  first: { radius: 52, left: 124, right: 124, top: 112, bottom: 196, ringMax: 240 },
  lab: { radius: 30, left: 200, right: 196, top: 104, bottom: 92, ringMax: 250 },
  lecture: { radius: 36, left: 290, right: 290, top: 74, bottom: 74, ringMax: 400 },
  phone: { radius: 28, left: 64, right: 64, top: 56, bottom: 78, ringMax: 170 },
};

/** With more servers, labels stand above and below the ring as well; a very low screen has no room around it at all. */
function metricsOf(
  { width, height }: { readonly width: number; readonly height: number },
  count: number,
  scale: StageScale,
): Metrics {
  if (scale === 'lab' && count > 5 && height > 480) return { ...METRICS.lab, top: 148, bottom: 132 };
  // Lower, what is to spare stands above: over the ring are the switch of the views and the toggles.
  if (scale === 'lab' && count > 5 && height > 320) return { ...METRICS.lab, top: 150, bottom: 60 };
  // Beside a lesson: as much as a label needs, and messages have the rest between servers.
  if (scale === 'lecture' && width < 1000 && count > 3 && count <= 5)
    return { ...METRICS.lecture, left: 244, right: 244 };
  if (scale === 'lecture' && count > 7) return { ...METRICS.lecture, left: 244, right: 244, top: 100, bottom: 92 };
  // Six have their labels beside the ring: as wide as a lesson leaves them room.
  if (scale === 'lecture' && count > 5) return { ...METRICS.lecture, left: 200, right: 200, top: 100, bottom: 92 };
  // Smaller servers: the brackets of one are whole, and names keep below the rings.
  if (scale === 'phone' && height < 200) return { ...METRICS.phone, radius: 16, top: 32, bottom: 54 };
  if (scale === 'phone' && height < 260) return { ...METRICS.phone, radius: 22, top: 42, bottom: 65 };
  return METRICS[scale];
}

export function stageLayout(
  size: { width: number; height: number },
  sids: readonly Sid[],
  scale: StageScale,
): StageLayout {
  const metrics = metricsOf(size, sids.length, scale);
  const turns = sids.map((_, index) => (index * 2 * Math.PI) / Math.max(1, sids.length));
  const unit = turns.map((angle) => polar({ x: 0, y: 0 }, 1, angle));
  const [left, right] = [Math.min(0, ...unit.map((p) => p.x)), Math.max(0, ...unit.map((p) => p.x))];
  const [top, bottom] = [Math.min(0, ...unit.map((p) => p.y)), Math.max(0, ...unit.map((p) => p.y))];
  const room = {
    width: Math.max(80, size.width - metrics.left - metrics.right),
    height: Math.max(60, size.height - metrics.top - metrics.bottom),
  };
  const ring = Math.max(
    40,
    Math.min(metrics.ringMax, room.width / Math.max(0.01, right - left), room.height / Math.max(0.01, bottom - top)),
  );
  // A low stage is used in its width.
  const isEllipse = scale === 'lecture' || (size.height < LOW && scale !== 'first');
  const wideMax = scale === 'lecture' ? metrics.ringMax : 1.8 * ring;
  const wide = isEllipse ? Math.max(ring, Math.min(wideMax, room.width / Math.max(0.01, right - left))) : ring;
  const centre = {
    x: metrics.left + room.width / 2 - (wide * (left + right)) / 2,
    y: metrics.top + room.height / 2 - (ring * (top + bottom)) / 2,
  };
  const many = sids.length > 5;
  const angles = many && wide > ring ? evenly(sids.length, wide / ring) : turns;
  const points = angles.map((angle) => onRing({ centre, ring, wide }, 0, angle));
  const chord = Math.min(Infinity, ...neighbours(points));
  // Neighbours' quorum rings must not touch: with its closing circle one is 1.73 times as wide as its server.
  const radius = Math.max(
    RADIUS_MIN,
    Math.min(many && scale !== 'lecture' ? 26 : metrics.radius, metrics.radius, chord * 0.275),
  );
  const crowded = scale !== 'first' && ((scale !== 'phone' && sids.length > 7) || chord < CHORD_OF_LABELS);
  const places = sids.map((sid, index): Place => {
    const angle = angles[index] ?? 0;
    const at = points[index] ?? centre;
    const lower = points[Math.sin(angle) > 0 ? index + 1 : index - 1] ?? null;
    const close = chord < CHORD_OF_LABELS * 1.5;
    const label = labelPlace({ at, angle, radius, many, close, lower, width: size.width }, scale);
    // Those that stand within, from both sides, end before the middle.
    const isWithin = many && scale === 'phone' && label.anchor !== 'middle';
    const within = isWithin ? Math.abs(centre.x - label.at.x) - MARGIN / 2 : Infinity;
    return {
      sid,
      at,
      radius,
      angle,
      label: { ...label, room: Math.min(roomAt(label, size.width), within), floor: size.height - MARGIN },
    };
  });
  return { width: size.width, height: size.height, scale, centre, ring, wide, places, crowded };
}

function neighbours(points: readonly Point[]): readonly number[] {
  if (points.length < 2) return [];
  return points.map((point, index) => distance(point, points[(index + 1) % points.length] ?? point));
}

/** Steps in which the way around an ellipse is measured. */
const STEPS = 720;

/**
 * Angles at which points on an ellipse, `flat` times as wide as high, are equally far from one another along it: by
 * even angles they would crowd together at its ends.
 */
function evenly(count: number, flat: number): readonly number[] {
  const ways = [0];
  for (let i = 0; i < STEPS; i++) {
    const angle = ((i + 0.5) * 2 * Math.PI) / STEPS;
    ways.push((ways[i] ?? 0) + Math.hypot(flat * Math.cos(angle), Math.sin(angle)));
  }
  const whole = ways[STEPS] ?? 1;
  return Array.from({ length: count }, (_, index) => {
    const found = ways.findIndex((way) => way >= (index * whole) / count - 1e-9);
    return (found * 2 * Math.PI) / STEPS;
  });
}

/** The point `outside` pixels off the ring. */
export function onRing(
  { centre, ring, wide }: Pick<StageLayout, 'centre' | 'ring' | 'wide'>,
  outside: number,
  angle: number,
): Point {
  return {
    x: centre.x + (wide + outside) * Math.sin(angle),
    y: centre.y - (ring + outside) * Math.cos(angle),
  };
}

/** A stage lower than this has an ellipse instead of a ring. */
const LOW = 360;
/** Smaller, and nobody could read the name. */
const RADIUS_MIN = 11;
/** Servers closer to each other than this have no room for a label each. */
const CHORD_OF_LABELS = 100;
/** A server with its closing circle, in its radii. */
export const RINGS = 1.73;
/** Labels keep off the edge. */
const MARGIN = 8;
/** The least room for a label under a server beside the ring of a phone. */
const BESIDE = 77;

function roomAt({ at, anchor }: Pick<LabelPlace, 'at' | 'anchor'>, width: number): number {
  const [before, after] = [at.x - MARGIN, width - MARGIN - at.x];
  return anchor === 'end' ? before : anchor === 'start' ? after : 2 * Math.min(before, after);
}

/**
 * `many`: neighbours come so close that a label beside the top or the bottom of the ring would lie on them; `close`:
 * they would if it hung down. `lower`: the neighbour below, if one is.
 */
function labelPlace(
  {
    at,
    angle,
    radius,
    many,
    close,
    lower,
    width,
  }: {
    readonly at: Point;
    readonly angle: number;
    readonly radius: number;
    readonly many: boolean;
    readonly close: boolean;
    readonly lower: Point | null;
    readonly width: number;
  },
  scale: StageScale,
): Omit<LabelPlace, 'room' | 'floor'> {
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const isTop = cosine > 0.9;
  const below = (gap: number) => ({
    at: { x: at.x, y: at.y + radius + gap },
    anchor: 'middle' as const,
    above: false,
  });
  if (scale === 'first' && !isTop && cosine < 0) return below(84);
  const k = radius / 30;
  if (scale === 'phone' && !many && !isTop) {
    const label = below(26 * k + 12);
    if (cosine < 0.1) return label;
    // Of five, the label of one beside the ring keeps off the server below it, and off what is drawn around that.
    const isRight = sine > 0;
    const off = lower === null ? 0 : Math.abs(lower.x - width / 2) + 1.7 * radius + 2;
    const from = Math.min(width / 2 - MARGIN - BESIDE, Math.max(Math.abs(at.x - width / 2) - radius, off));
    return {
      ...label,
      at: { x: width / 2 + (isRight ? from : -from), y: label.at.y },
      anchor: isRight ? 'start' : 'end',
    };
  }
  // The quorum ring may be drawn around the circle: keep clear of it.
  const around = radius + 22 * k;
  if (many && Math.abs(sine) < (scale === 'phone' ? 0.8 : 0.6)) {
    return cosine < 0
      ? below(22 * k + (scale === 'lecture' ? 22 : 16))
      : { at: { x: at.x, y: at.y - around - 6 }, anchor: 'middle', above: true };
  }
  // A phone has no room beside the ring, and neighbours stand above and below: the label stands within.
  if (many && scale === 'phone') {
    const x = at.x - Math.sign(sine) * (around + 4);
    return { at: { x, y: at.y + 4 }, anchor: sine > 0 ? 'end' : 'start', above: false };
  }
  const clear = radius + { first: 60, lab: 32 * Math.min(1, k), phone: 28, lecture: 36 }[scale];
  const y =
    at.y -
    { first: 4, lab: 14, phone: 4, lecture: 6 }[scale] +
    (cosine < -0.3 ? 8 : isTop && (scale === 'lecture' || (close && scale === 'lab')) ? -36 : 0);
  return sine < -0.05
    ? { at: { x: at.x - clear, y }, anchor: 'end', above: false }
    : { at: { x: at.x + clear, y }, anchor: 'start', above: false };
}

export function placeOf(layout: StageLayout, sid: Sid): Place | null {
  return layout.places.find((place) => place.sid === sid) ?? null;
}

/** Half the angle from a server to its neighbour on the ring. */
function halfGap({ places }: StageLayout, place: Place, way: 1 | -1): number {
  const next = places[(places.indexOf(place) + way + places.length) % places.length] ?? place;
  const whole = 2 * Math.PI;
  return ((way * (next.angle - place.angle) + whole) % whole) / 2;
}

/** Where a client stands: outside the ring near its server, on the side where no label is. */
export function clientPlace(layout: StageLayout, server: Sid | null, index: number, count: number): Point {
  const place = server === null ? null : placeOf(layout, server);
  const angle = place?.angle ?? Math.PI;
  // On a phone labels hang below: every client keeps above.
  const isAbove = layout.scale === 'phone' || Math.cos(angle) > -0.1;
  const isRight = Math.sin(angle) > -0.05;
  // Right of the ring, upwards is back; left of it, upwards is on.
  // Of three on a phone, the lower ones have the edge beside them.
  const isBeside = layout.scale === 'phone' && Math.abs(Math.cos(angle) + 0.5) < 0.1;
  const aside = isBeside ? 0.7 : Math.abs(Math.sin(angle)) < 0.05 ? 0.5 : 0.36;
  // Of a client without a server the place below the ring is free, where none of few servers stands there.
  const isBelow = server === null && layout.places.length < 6 && layout.places.length % 2 === 1;
  // Before a class the clients of three have that place: it stands over against the right server.
  const own = layout.scale === 'lecture' && layout.places.length === 3 ? (2 * Math.PI) / 3 : 0;
  const way = isAbove === isRight ? -1 : 1;
  // Many before a class stand close: between a server and its neighbour, on the rings of neither.
  const isClose = layout.scale === 'lecture' && layout.places.length > 5 && place !== null;
  const turn = isBelow ? own : way * (isClose ? halfGap(layout, place, way) : aside);
  const spread = (index - (count - 1) / 2) * 0.18;
  const outside = isClose ? 45 : { first: 120, lab: 72, phone: 44, lecture: 60 }[layout.scale];
  const at = onRing(layout, outside, angle + turn + spread);
  const kept = {
    x: Math.max(16, Math.min(layout.width - 16, at.x)),
    y: Math.max(layout.scale === 'lab' ? 44 : 16, Math.min(layout.height - 28, at.y)),
  };
  if (layout.scale !== 'lecture' || place === null || isAbove) return kept;
  // A projector has no room below its lowest servers: beside the rings of one, away from its label, or where its neighbour is close below that.
  const clear = place.radius * RINGS + 14 + 30 * index;
  const isFew = layout.places.length < 4;
  return Math.abs(kept.x - place.at.x) >= clear
    ? kept
    : { ...kept, x: place.at.x + (isRight === isFew ? -clear : clear) };
}
