/** Draws messages as arrows: their lines and heads, their shapes with letters, and their names. */
import type { Ink } from '../ink.ts';
import { shapePath } from '../stage/shapes.ts';
import { haloText } from './halo-text.ts';
import { type ArrowMark, FAMILIES, SHAPE_SIZE, type Scene } from './layout.ts';

const NO_DASHES: number[] = [];

/** Of a message whose letter depends on what it carries; null while that is not known. */
interface Letters {
  readonly scene: Pick<Scene, 'arrows'>;
  readonly letterOf: (index: number) => string | null;
}

/** How lines are drawn. */
interface Manner {
  /** With dots where they leave, and heads. */
  readonly isDressed: boolean;
  readonly dashes?: number[];
  readonly hasHollowHeads?: boolean;
}

/**
 * One path a family while lines are thin and many: a stroke for each would take most of a frame. Of few with heads a path
 * that crosses itself all over costs more than its lines one by one.
 */
export function paintLines(
  context: CanvasRenderingContext2D,
  marks: readonly ArrowMark[],
  { isDressed, dashes = NO_DASHES, hasHollowHeads = false }: Manner,
  ink: Ink,
): void {
  for (const family of FAMILIES) {
    context.strokeStyle = ink.families[family];
    context.fillStyle = ink.families[family];
    context.lineWidth = isDressed ? ink.line : 1;
    const own = marks.filter((mark) => mark.sort.family === family);
    if (own.length === 0) continue;
    context.setLineDash(dashes);
    for (const some of isDressed ? own.map((mark) => [mark]) : [own]) {
      context.beginPath();
      for (const mark of some) tracePath(context, mark, isDressed);
      context.stroke();
    }
    context.setLineDash([3, 3]);
    context.beginPath();
    for (const { a, b, wait } of own) {
      if (wait === null) continue;
      context.moveTo(wait.from, wait.y);
      context.lineTo(wait.to ?? Math.max(b.x, a.x), wait.y);
    }
    context.stroke();
    context.setLineDash(NO_DASHES);
    if (!isDressed) continue;
    context.beginPath();
    for (const mark of own) if (mark.stray?.fate !== 'lost') traceHead(context, mark);
    if (hasHollowHeads) {
      context.fillStyle = ink.ground;
      context.fill();
      context.stroke();
    } else {
      context.fill();
    }
    for (const mark of own) if (mark.stray?.fate === 'lost') paintLoss(context, mark, ink);
  }
  if (!isDressed) return;
  context.fillStyle = ink.text;
  context.beginPath();
  for (const { a } of marks) {
    context.moveTo(a.x + 2.5, a.y);
    context.arc(a.x, a.y, 2.5, 0, 2 * Math.PI);
  }
  context.fill();
}

function tracePath(context: CanvasRenderingContext2D, { a, b, wait, stray }: ArrowMark, isDressed: boolean): void {
  context.moveTo(a.x, a.y);
  if (wait === null) {
    const share = stray?.fate === 'lost' ? LOST_AFTER : 1;
    context.lineTo(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share);
    return;
  }
  context.lineTo(wait.from, wait.y);
  if (isDressed) {
    context.moveTo(wait.from, wait.y - 4);
    context.lineTo(wait.from, wait.y + 4);
  }
  if (wait.to === null) return;
  context.moveTo(wait.to, wait.y);
  context.lineTo(b.x, b.y);
}

function traceHead(context: CanvasRenderingContext2D, { a, b, wait }: ArrowMark): void {
  if (wait !== null && wait.to === null) return;
  const from = wait === null || wait.to === null ? a : { x: wait.to, y: wait.y };
  const angle = Math.atan2(b.y - from.y, b.x - from.x);
  for (const [i, turn] of [0, 2.72, -2.72].entries()) {
    const reach = i === 0 ? 0 : 8;
    const x = b.x + reach * Math.cos(angle + turn);
    const y = b.y + reach * Math.sin(angle + turn);
    if (i === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  }
  context.closePath();
}

/** How far a lost message gets. */
const LOST_AFTER = 0.86;

function paintLoss(context: CanvasRenderingContext2D, { a, b, wait }: ArrowMark, ink: Ink): void {
  const from = wait === null ? a : { x: wait.to ?? wait.from, y: wait.y };
  const isStuck = wait !== null && wait.to === null;
  const x = isStuck ? Math.max(from.x, b.x) : from.x + (b.x - from.x) * LOST_AFTER;
  const y = isStuck ? from.y : from.y + (b.y - from.y) * LOST_AFTER;
  context.save();
  context.strokeStyle = ink.text;
  context.lineWidth = ink.mark;
  context.beginPath();
  context.moveTo(x - 4, y - 4);
  context.lineTo(x + 4, y + 4);
  context.moveTo(x + 4, y - 4);
  context.lineTo(x - 4, y + 4);
  context.stroke();
  context.restore();
}

const outlines = new Map<string, Path2D>();

/** All in one font, which is chosen once: to choose one costs as much as to write a name. */
export function paintNames(context: CanvasRenderingContext2D, marks: readonly ArrowMark[], ink: Ink): void {
  context.font = `500 11px ${ink.font}`;
  context.textAlign = 'left';
  for (const { name } of marks) if (name !== null) haloText(context, name.text, name.x, name.y, ink);
}

export function paintShapes(
  context: CanvasRenderingContext2D,
  marks: readonly ArrowMark[],
  { scene, letterOf }: Letters,
  ink: Ink,
): void {
  for (const { shape, sort, a, b, i, stray } of marks) {
    if (shape === null) continue;
    const { family } = sort;
    const index = i < 0 ? -1 : (scene.arrows.index[i] as number);
    const letter = stray === null ? (sort.letter ?? letterOf(index)) : stray.letter;
    if (family === 'election') {
      // It points the way that it goes.
      context.translate(shape.x, shape.y);
      drawShape(context, { family, letter, angle: Math.atan2(b.y - a.y, b.x - a.x) }, ink);
      context.translate(-shape.x, -shape.y);
    } else {
      const stamp = stampOf(family, letter, ink);
      // On whole pixels of the screen, so that it is copied and not resampled.
      const at = (value: number): number => Math.round((value - STAMP_SIZE / 2) * ink.density) / ink.density;
      context.drawImage(stamp, at(shape.x), at(shape.y), stamp.width / ink.density, stamp.height / ink.density);
    }
  }
}

interface Shape {
  readonly family: ArrowMark['sort']['family'];
  readonly letter: string | null;
  /** In radians, clockwise. */
  readonly angle: number;
}

/** Around the origin. */
function drawShape(context: CanvasRenderingContext2D, { family, letter, angle }: Shape, ink: Ink): void {
  const outline = outlines.get(family) ?? new Path2D(shapePath(family, SHAPE_SIZE));
  outlines.set(family, outline);
  context.rotate(angle);
  context.fillStyle = ink.ground;
  context.fill(outline);
  context.strokeStyle = ink.families[family];
  context.lineWidth = ink.line;
  context.stroke(outline);
  context.rotate(-angle);
  if (letter === null || letter === '') return;
  context.font = `700 9.5px ${ink.font}`;
  context.textAlign = 'center';
  context.fillStyle = ink.text;
  context.fillText(letter, 0, 3.3);
}

/** In pixels of the page: a shape, its line and some air. */
const STAMP_SIZE = 28;
/** Of every family, letter and ink that was drawn so far: a few dozen. */
const stamps = new Map<string, HTMLCanvasElement>();

/** A shape as a picture: while the diagram is panned the same few are drawn again and again. */
function stampOf(family: ArrowMark['sort']['family'], letter: string | null, ink: Ink): HTMLCanvasElement {
  const { density, ground, text, line, families } = ink;
  const key = [family, letter, families[family], ground, text, line, density].join(' ');
  const known = stamps.get(key);
  if (known !== undefined) return known;
  const stamp = document.createElement('canvas');
  stamp.width = Math.ceil(STAMP_SIZE * density);
  stamp.height = stamp.width;
  const context = stamp.getContext('2d');
  context?.setTransform(density, 0, 0, density, (STAMP_SIZE * density) / 2, (STAMP_SIZE * density) / 2);
  if (context !== null) drawShape(context, { family, letter, angle: 0 }, ink);
  stamps.set(key, stamp);
  return stamp;
}
