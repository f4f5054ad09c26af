/**
 * Draws the messages under way on a canvas, as they are at one instant: behind each a line from where it was sent,
 * dots to where it goes, then its shape with a letter, and a count beside it. A few strokes a message, and no layout: this runs at every frame.
 */
import type { PacketFamily } from '../../zookeeper/packets.ts';
import { type Flight, SHAPE_RADIUS, flightPoint } from './flights.ts';
import { type Point, distance, mix } from './geometry.ts';
import type { Ink } from '../ink.ts';
import type { StageScale } from './layout.ts';
import { shapePath } from './shapes.ts';

const DOTS = [1, 4];
const DASHES = [3, 2];
const NO_DASHES: number[] = [];
const HELD_TRAIL_OPACITY = 0.6;
const LETTER_PIXELS: Readonly<Record<StageScale, number>> = { first: 15, lab: 11, phone: 10, lecture: 18 };

export interface Picture {
  readonly flights: readonly Flight[];
  readonly scale: StageScale;
  /** The number of the message that is selected. */
  readonly selected: number | null;
  readonly countText: (count: number) => string;
}

const outlines = new Map<string, Path2D>();

function outline(family: PacketFamily, size: number): Path2D {
  const key = `${family} ${size}`;
  const known = outlines.get(key);
  if (known !== undefined) return known;
  const made = new Path2D(shapePath(family, size));
  outlines.set(key, made);
  return made;
}

/** Draws on a canvas that is clear. No way runs over a shape, no shape over a count. */
export function paintMessages(context: CanvasRenderingContext2D, picture: Picture, ink: Ink, now: number): void {
  const { flights, scale } = picture;
  const size = SHAPE_RADIUS[scale];
  const points = flights.map((flight) => flightPoint(flight, now));
  context.lineJoin = 'round';
  context.textAlign = 'center';
  for (const [index, at] of points.entries()) paintWay(context, flights[index] as Flight, at, size, ink);
  for (const [index, at] of points.entries()) paintShape(context, flights[index] as Flight, at, picture, ink);
  context.textAlign = 'left';
  context.font = `400 ${LETTER_PIXELS[scale]}px ${ink.font}`;
  context.strokeStyle = ink.ground;
  context.fillStyle = ink.quietText;
  context.lineWidth = 4;
  for (const [index, { x, y }] of points.entries()) {
    const { count } = flights[index] as Flight;
    if (count === 1) continue;
    const text = picture.countText(count);
    context.strokeText(text, x + size + 4, y + size + 6);
    context.fillText(text, x + size + 4, y + size + 6);
  }
}

function paintShape(
  context: CanvasRenderingContext2D,
  flight: Flight,
  at: Point,
  { scale, selected }: Picture,
  ink: Ink,
): void {
  const size = SHAPE_RADIUS[scale];
  const isHeld = flight.heldAt !== null;
  context.strokeStyle = ink.families[flight.family];
  context.translate(at.x, at.y);
  if (flight.message.seq === selected) {
    context.strokeStyle = ink.select;
    context.lineWidth = ink.mark;
    context.beginPath();
    context.arc(0, 0, size + 6, 0, 2 * Math.PI);
    context.stroke();
    context.strokeStyle = ink.families[flight.family];
  }
  const shape = outline(flight.family, size);
  const angle = angleOf(flight);
  context.rotate(angle);
  context.fillStyle = ink.ground;
  context.fill(shape);
  context.lineWidth = ink.mark;
  if (isHeld) context.setLineDash(DASHES);
  context.stroke(shape);
  if (isHeld) context.setLineDash(NO_DASHES);
  context.rotate(-angle);
  if (flight.letter !== '') {
    context.font = `700 ${LETTER_PIXELS[scale]}px ${ink.font}`;
    context.fillStyle = ink.text;
    context.fillText(flight.letter, 0, size * 0.37);
  }
  context.translate(-at.x, -at.y);
}

function paintWay(
  context: CanvasRenderingContext2D,
  { path: { a, b }, heldAt, family }: Flight,
  at: Point,
  size: number,
  ink: Ink,
): void {
  context.strokeStyle = ink.families[family];
  const whole = distance(a, b) || 1;
  const edge = size / whole;
  const share = distance(a, at) / whole;
  if (share > edge) {
    const end = mix(a, b, share - edge);
    if (heldAt !== null) context.globalAlpha = HELD_TRAIL_OPACITY;
    context.lineWidth = ink.line;
    context.beginPath();
    context.moveTo(a.x, a.y);
    context.lineTo(end.x, end.y);
    context.stroke();
    context.globalAlpha = 1;
  }
  if (heldAt === null && share + edge < 1) {
    const start = mix(a, b, share + edge);
    context.lineWidth = 1;
    context.lineCap = 'round';
    context.setLineDash(DOTS);
    context.beginPath();
    context.moveTo(start.x, start.y);
    context.lineTo(b.x, b.y);
    context.stroke();
    context.setLineDash(NO_DASHES);
    context.lineCap = 'butt';
  }
}

/** A vote points its way; other shapes stand upright. */
function angleOf({ family, path: { a, b } }: Flight): number {
  return family === 'election' ? Math.atan2(b.y - a.y, b.x - a.x) : 0;
}
