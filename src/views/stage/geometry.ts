/** Points, arcs and segments: the arithmetic under the stage. Angles are clockwise from the top, in radians. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Segment {
  readonly a: Point;
  readonly b: Point;
}

export function polar(centre: Point, radius: number, angle: number): Point {
  return { x: centre.x + radius * Math.sin(angle), y: centre.y - radius * Math.cos(angle) };
}

export function mix(a: Point, b: Point, share: number): Point {
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}

/** The segment from `a` to `b`, shortened at both ends and moved sideways (to the right of its direction). */
export function trimmed(a: Point, b: Point, trim: { from: number; to: number; aside?: number }): Segment {
  const length = distance(a, b) || 1;
  const ux = (b.x - a.x) / length;
  const uy = (b.y - a.y) / length;
  const aside = trim.aside ?? 0;
  const sx = -uy * aside;
  const sy = ux * aside;
  return {
    a: { x: a.x + ux * trim.from + sx, y: a.y + uy * trim.from + sy },
    b: { x: b.x - ux * trim.to + sx, y: b.y - uy * trim.to + sy },
  };
}

/** How far along `p` the segment `q` crosses it, from 0 to 1; null when they do not meet. */
export function crossing(p: Segment, q: Segment): number | null {
  const rx = p.b.x - p.a.x;
  const ry = p.b.y - p.a.y;
  const sx = q.b.x - q.a.x;
  const sy = q.b.y - q.a.y;
  const cross = rx * sy - ry * sx;
  if (Math.abs(cross) < 1e-9) return null;
  const t = ((q.a.x - p.a.x) * sy - (q.a.y - p.a.y) * sx) / cross;
  const u = ((q.a.x - p.a.x) * ry - (q.a.y - p.a.y) * rx) / cross;
  return t >= 0 && t <= 1 && u >= 0 && u <= 1 ? t : null;
}

/** The path of an arc around the origin, clockwise. */
export function arcPath(radius: number, from: number, to: number): string {
  return `M${onCircle(radius, from)}${turnTo(radius, from, to)}`;
}

/** The outline of a ring segment around the origin. */
export function bandPath(inner: number, outer: number, from: number, to: number): string {
  const there = `M${onCircle(outer, from)}${turnTo(outer, from, to)}`;
  return `${there}L${onCircle(inner, to)}${turnTo(inner, to, from)}Z`;
}

/** Around the origin, counter-clockwise where the angle falls. In two halves: SVG takes a whole turn for none. */
function turnTo(radius: number, from: number, to: number): string {
  const arc = `A${round(radius)} ${round(radius)} 0 0 ${to < from ? 0 : 1} `;
  return `${arc}${onCircle(radius, (from + to) / 2)}${arc}${onCircle(radius, to)}`;
}

function onCircle(radius: number, angle: number): string {
  const { x, y } = polar({ x: 0, y: 0 }, radius, angle);
  return `${round(x)} ${round(y)}`;
}

export function linePath({ a, b }: Segment): string {
  return `M${round(a.x)} ${round(a.y)}L${round(b.x)} ${round(b.y)}`;
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
