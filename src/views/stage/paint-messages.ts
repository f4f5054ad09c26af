/**
 * Draws the messages under way on a canvas, as they are at one instant: behind each a line from where it was sent,
 * dots to where it goes, and its shape with a letter. A few strokes a message, and no layout: this runs at every frame.
 */
import type { PacketFamily } from '../../zookeeper/packets.ts';
import { type Flight, SHAPE_RADIUS, flightPoint } from './flights.ts';
import { distance, mix } from './geometry.ts';
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

/** Draws on a canvas that is clear. */
export function paintMessages(context: CanvasRenderingContext2D, picture: Picture, ink: Ink, now: number): void {
  context.lineJoin = 'round';
  context.textAlign = 'center';
  for (const flight of picture.flights) paintMessage(context, flight, picture, ink, now);
}

function paintMessage(
  context: CanvasRenderingContext2D,
  flight: Flight,
  { scale, selected, countText }: Picture,
  ink: Ink,
  now: number,
): void {
  const size = SHAPE_RADIUS[scale];
  const at = flightPoint(flight, now);
  const isHeld = flight.heldAt !== null;
  context.strokeStyle = ink.families[flight.family];
  paintWay(context, flight, at, size, ink);

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
  if (flight.count > 1) {
    const text = countText(flight.count);
    context.textAlign = 'left';
    context.font = `400 ${LETTER_PIXELS[scale]}px ${ink.font}`;
    context.strokeStyle = ink.ground;
    context.lineWidth = 4;
    context.strokeText(text, size + 4, size + 6);
    context.fillStyle = ink.quietText;
    context.fillText(text, size + 4, size + 6);
    context.textAlign = 'center';
  }
  context.translate(-at.x, -at.y);
}

function paintWay(
  context: CanvasRenderingContext2D,
  { path: { a, b }, heldAt }: Flight,
  at: { readonly x: number; readonly y: number },
  size: number,
  ink: Ink,
): void {
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
