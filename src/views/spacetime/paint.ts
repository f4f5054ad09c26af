/**
 * Draws the diagram on a canvas: lanes with their phases, cuts, messages, and what happened on the lanes. It draws what
 * layout.ts found, in pixels of the page.
 */
import type { ZabState } from '../../zookeeper/packets.ts';
import type { Ink } from '../ink.ts';
import { shapePath } from '../stage/shapes.ts';
import { textWidth } from '../stage/text-width.ts';
import type { FaultSpan, Span } from '../timeline/strips.ts';
import type { EventMark } from './events.ts';
import type { Band } from './cuts.ts';
import { AXIS_HEIGHT, type Lane } from './lanes.ts';
import { type ArrowMark, type Density, FAMILIES, type Picture, SHAPE_SIZE, type Scene } from './layout.ts';
import { FOLD_UNITS } from './folds.ts';
import type { Tick } from './ticks.ts';
import { type Window, xIn } from './window.ts';

export interface Painting {
  readonly scene: Scene;
  readonly window: Window;
  readonly picture: Picture;
  readonly events: readonly EventMark[];
  /** By node. */
  readonly spans: readonly (readonly Span[])[];
  readonly faults: readonly FaultSpan[];
  readonly deaths: readonly { readonly node: number; readonly at: number }[];
  /** Until when the run is known. */
  readonly until: number;
  readonly ticks: readonly Tick[];
  readonly foldText: (millis: number) => string;
  /** The node whose lane is emphasised, or null. */
  readonly selected: number | null;
  readonly roleOf: (node: number, span: Span) => string;
  /** The longest first. */
  readonly bandTexts: (band: Band) => readonly string[];
  /** Of a message whose letter depends on what it carries; null while that is not known. */
  readonly letterOf: (index: number) => string | null;
  /** What stands beside a commit. */
  readonly zxidOf: (index: number) => string;
}

/** The phases are a staircase: four heights, in shares of a lane. */
const RISE: Readonly<Record<ZabState, number>> = {
  ELECTION: 0.34,
  DISCOVERY: 0.56,
  SYNCHRONIZATION: 0.78,
  BROADCAST: 1,
};
const TINT: Readonly<Record<ZabState, number>> = {
  ELECTION: 0.2,
  DISCOVERY: 0.18,
  SYNCHRONIZATION: 0.18,
  BROADCAST: 0.12,
};
const OTHERS = 0.28;
const LANE_FONT = 11;
const NO_DASHES: number[] = [];

export function paint(context: CanvasRenderingContext2D, painting: Painting, ink: Ink): void {
  const { scene, picture } = painting;
  const { left, right, height } = scene.lanes;
  context.lineJoin = 'round';
  paintTicks(context, painting, ink);
  context.save();
  context.beginPath();
  context.rect(left, 0, right - left, height);
  context.clip();
  for (const lane of scene.lanes.lanes) paintLane(context, lane, painting, ink);
  paintFolds(context, painting, ink);
  for (const band of scene.bands) paintBand(context, band, painting, ink);
  if (picture.density === null) paintArrows(context, painting, ink);
  else paintDensity(context, painting, picture.density, ink);
  for (const mark of painting.events) paintEvent(context, mark, painting, ink);
  for (const death of painting.deaths) paintDeath(context, death, painting, ink);
  for (const lane of scene.lanes.lanes) paintRoles(context, lane, painting, ink);
  context.restore();
}

export function paintTicks(
  context: CanvasRenderingContext2D,
  { scene, window, ticks }: Pick<Painting, 'scene' | 'window' | 'ticks'>,
  ink: Ink,
): void {
  const { left, right, bottom } = scene.lanes;
  context.font = `400 11px ${ink.font}`;
  context.textAlign = 'center';
  context.fillStyle = ink.faintText;
  context.strokeStyle = ink.hair;
  context.lineWidth = 1;
  context.beginPath();
  for (const { value, text } of ticks) {
    const x = xIn(window, left, right, value);
    if (x < left - 0.5 || x > right + 0.5) continue;
    context.moveTo(Math.round(x) + 0.5, AXIS_HEIGHT - 6);
    context.lineTo(Math.round(x) + 0.5, bottom);
    context.fillText(text, x, AXIS_HEIGHT - 12);
  }
  context.stroke();
}

function paintLane(context: CanvasRenderingContext2D, lane: Lane, painting: Painting, ink: Ink): void {
  const { scene, window, spans, selected, faults } = painting;
  const { left, right } = scene.lanes;
  const x = (time: number): number => xIn(window, left, right, scene.place(time));
  const top = lane.y - lane.height / 2;
  if (lane.node === selected) {
    context.fillStyle = ink.settled;
    context.globalAlpha = 0.35;
    context.fillRect(left, top - 5, right - left, lane.height + 10);
    context.globalAlpha = 1;
  }
  context.strokeStyle = ink.edge;
  context.lineWidth = 1;
  context.setLineDash([1, 4]);
  context.beginPath();
  context.moveTo(left, lane.y);
  context.lineTo(right, lane.y);
  context.stroke();
  context.setLineDash(NO_DASHES);
  for (const span of spans[lane.node] ?? []) {
    const from = Math.max(left - 2, x(span.from));
    const to = Math.min(right + 2, x(span.to ?? painting.until));
    if (to < left || from > right) continue;
    paintSpan(context, lane, span, { from, to: Math.max(to, from + 0.8) }, ink);
  }
  for (const { kind, from, to, sids } of faults) {
    if (kind !== 'frozen' || lane.sid === null || !sids.includes(lane.sid)) continue;
    const area = { x: x(from), y: top, width: x(to ?? painting.until) - x(from), height: lane.height };
    hatch(context, area, ink.quietText, 5);
    context.strokeStyle = ink.quietText;
    context.lineWidth = 1.5;
    context.strokeRect(area.x, area.y, area.width, area.height);
  }
}

export function paintSpan(
  context: CanvasRenderingContext2D,
  lane: Pick<Lane, 'y' | 'height'>,
  span: Pick<Span, 'phase' | 'leading'>,
  { from, to }: { from: number; to: number },
  ink: Ink,
): void {
  const colour = phaseColour(span.phase, ink);
  const base = lane.y + lane.height / 2;
  const rise = Math.max(3, lane.height * RISE[span.phase]);
  context.fillStyle = ink.ground;
  context.fillRect(from, base - lane.height, to - from, lane.height);
  context.fillStyle = colour;
  context.globalAlpha = TINT[span.phase];
  context.fillRect(from, base - rise, to - from, rise);
  context.globalAlpha = 1;
  context.fillRect(from, base - 2, to - from, 2);
  context.globalAlpha = 0.55;
  context.fillRect(from, base - rise, to - from, 1);
  context.globalAlpha = 1;
  if (span.leading) {
    context.fillStyle = ink.leading;
    context.fillRect(from, base - lane.height - 1, to - from, 2.5);
  }
}

/** Over everything, so that nothing hides who leads. */
function paintRoles(context: CanvasRenderingContext2D, lane: Lane, painting: Painting, ink: Ink): void {
  if (lane.height < 14) return;
  const { scene, window, spans, roleOf, until } = painting;
  const { left, right } = scene.lanes;
  context.font = `500 ${LANE_FONT}px ${ink.font}`;
  context.textAlign = 'left';
  for (const span of spans[lane.node] ?? []) {
    const start = Math.max(left, xIn(window, left, right, scene.place(span.from)) + 5);
    const end = Math.min(right, xIn(window, left, right, scene.place(span.to ?? until)));
    const text = [roleOf(lane.node, span), span.phase.charAt(0)].find(
      (one) => textWidth(one, LANE_FONT) + 9 < end - start,
    );
    if (text === undefined) continue;
    haloText(context, text, start + 4, lane.y + 4, ink);
  }
}

export function haloText(context: CanvasRenderingContext2D, text: string, x: number, y: number, ink: Ink): void {
  context.strokeStyle = ink.ground;
  context.lineWidth = 3;
  context.strokeText(text, x, y);
  context.fillStyle = ink.quietText;
  context.fillText(text, x, y);
}

const ZIGZAG = 7;

/** A zigzag through all lanes where time is folded, with how much of it. */
function paintFolds(context: CanvasRenderingContext2D, { scene, window, foldText }: Painting, ink: Ink): void {
  if (scene.axis !== 'folded') return;
  const { left, right, bottom } = scene.lanes;
  const unit = (right - left) / (window.to - window.from);
  const half = Math.min(4, (FOLD_UNITS * unit) / 2 - 1);
  if (half < 1) return;
  let free = left;
  for (const { at, from, to } of scene.arrows.folds.within(window.from, window.to)) {
    const x = xIn(window, left, right, at + FOLD_UNITS / 2);
    if (x < left + half + 2 || x > right - half - 2) continue;
    const trace = (aside: number, isBack: boolean): void => {
      const ys: number[] = [];
      for (let y = AXIS_HEIGHT - 6; y <= bottom; y += ZIGZAG) ys.push(y);
      for (const [i, y] of (isBack ? ys.toReversed() : ys).entries()) {
        const turn = (isBack ? ys.length - 1 - i : i) % 2 === 0 ? -1.5 : 1.5;
        if (i === 0 && !isBack) context.moveTo(x + aside + turn, y);
        else context.lineTo(x + aside + turn, y);
      }
    };
    context.fillStyle = ink.ground;
    context.beginPath();
    trace(-half, false);
    trace(half, true);
    context.closePath();
    context.fill();
    context.strokeStyle = ink.edge;
    context.lineWidth = 1;
    context.beginPath();
    trace(-half, false);
    context.stroke();
    context.beginPath();
    for (let y = AXIS_HEIGHT - 6, i = 0; y <= bottom; y += ZIGZAG, i++) {
      const turn = i % 2 === 0 ? -1.5 : 1.5;
      if (i === 0) context.moveTo(x + half + turn, y);
      else context.lineTo(x + half + turn, y);
    }
    context.stroke();
    const text = foldText(to - from);
    const width = textWidth(text, 10);
    if (x - width / 2 < free || x + width / 2 > right) continue;
    free = x + width / 2 + 6;
    context.font = `400 10px ${ink.font}`;
    context.textAlign = 'center';
    context.fillStyle = ink.faintText;
    context.fillText(text, x, bottom + 12);
  }
}

function phaseColour(phase: ZabState, { families }: Ink): string {
  switch (phase) {
    case 'ELECTION':
      return families.election;
    case 'DISCOVERY':
      return families.discovery;
    case 'SYNCHRONIZATION':
      return families.sync;
    default:
      return families.broadcast;
  }
}

export function hatch(
  context: CanvasRenderingContext2D,
  area: { x: number; y: number; width: number; height: number },
  colour: string,
  apart: number,
): void {
  const { canvas } = context;
  const from = Math.max(area.x, -area.height);
  const to = Math.min(area.x + area.width, canvas.width);
  if (to <= from) return;
  context.save();
  context.beginPath();
  context.rect(from, area.y, to - from, area.height);
  context.clip();
  context.strokeStyle = colour;
  context.globalAlpha = 0.55;
  context.lineWidth = 1;
  context.beginPath();
  // In step with the page, so that it stands still under what moves over it.
  for (let x = Math.floor(from / apart) * apart - area.height; x < to; x += apart) {
    context.moveTo(x, area.y + area.height);
    context.lineTo(x + area.height, area.y);
  }
  context.stroke();
  context.restore();
}

function paintBand(context: CanvasRenderingContext2D, band: Band, painting: Painting, ink: Ink): void {
  const { scene, window, until } = painting;
  const { left, right } = scene.lanes;
  const from = Math.max(left, xIn(window, left, right, scene.place(band.from)));
  const to = Math.min(right, xIn(window, left, right, scene.place(band.to ?? until)));
  if (to <= from) return;
  const top = band.y - band.height / 2;
  hatch(context, { x: from, y: top, width: to - from, height: band.height }, ink.quietText, 7);
  context.fillStyle = ink.text;
  context.fillRect(from, top, to - from, 1);
  context.fillRect(from, top + band.height - 1, to - from, 1);
  const text = painting.bandTexts(band).find((one) => textWidth(one, 12) + 24 < to - from);
  if (band.height < 16 || text === undefined) return;
  const width = textWidth(text, 12);
  context.font = `500 12px ${ink.font}`;
  context.textAlign = 'center';
  context.fillStyle = ink.ground;
  context.fillRect((from + to - width) / 2 - 8, top + 1, width + 16, band.height - 2);
  context.fillStyle = ink.text;
  context.fillText(text, (from + to) / 2, band.y + 4);
}

function paintArrows(context: CanvasRenderingContext2D, painting: Painting, ink: Ink): void {
  const { picture, selected } = painting;
  const isOf = (mark: ArrowMark): boolean => selected === null || mark.from === selected || mark.to === selected;
  const groups =
    selected === null ? [picture.marks] : [picture.marks.filter((mark) => !isOf(mark)), picture.marks.filter(isOf)];
  for (const [i, marks] of groups.entries()) {
    context.globalAlpha = groups.length === 2 && i === 0 ? OTHERS : 1;
    paintLines(context, marks, { isDressed: picture.detail === 'marks' }, ink);
    if (picture.detail === 'marks') {
      paintNames(context, marks, ink);
      paintShapes(context, marks, painting, ink);
    }
    context.globalAlpha = 1;
  }
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
  { scene, letterOf }: Pick<Painting, 'scene' | 'letterOf'>,
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

const ALPHAS = [0.3, 0.5, 0.75, 1];

/** The family that is most frequent in a cell gives it its colour, its number how full it is. */
function paintDensity(
  context: CanvasRenderingContext2D,
  { scene: { lanes } }: Painting,
  { columns, columnWidth, gaps, counts, max }: Density,
  ink: Ink,
): void {
  const families = FAMILIES.length;
  const paths = FAMILIES.map(() => ALPHAS.map(() => new Path2D()));
  const ease = 1 / Math.log2(1 + max);
  /** Family and level of a cell as one number; -1 for an empty one. */
  const lookOf = (cell: number): number => {
    let [sum, best] = [0, 0];
    for (let family = 0; family < families; family++) {
      const count = counts[cell + family] as number;
      sum += count;
      if (count > (counts[cell + best] as number)) best = family;
    }
    if (sum === 0) return -1;
    return best * ALPHAS.length + Math.min(ALPHAS.length - 1, Math.floor(Math.log2(1 + sum) * ease * ALPHAS.length));
  };
  for (let gap = 0; gap < gaps; gap++) {
    const [upper, lower] = [lanes.lanes[gap], lanes.lanes[gap + 1]];
    if (upper === undefined || lower === undefined) continue;
    const top = upper.y + upper.height / 2;
    const height = lower.y - lower.height / 2 - top;
    // Neighbours that look the same are one rectangle.
    let [begun, shown] = [0, -1];
    for (let column = 0; column <= columns; column++) {
      const look = column === columns ? -1 : lookOf((column * gaps + gap) * families);
      if (look === shown) continue;
      if (shown >= 0) {
        const path = paths[Math.floor(shown / ALPHAS.length)]?.[shown % ALPHAS.length];
        path?.rect(lanes.left + begun * columnWidth, top, (column - begun) * columnWidth, height);
      }
      [begun, shown] = [column, look];
    }
  }
  for (const [f, levels] of paths.entries()) {
    context.fillStyle = ink.families[FAMILIES[f] ?? 'other'];
    for (const [level, path] of levels.entries()) {
      context.globalAlpha = ALPHAS[level] ?? 1;
      context.fill(path);
    }
  }
  context.globalAlpha = 1;
}

export function paintEvent(
  context: CanvasRenderingContext2D,
  { kind, node, x, y, index }: EventMark,
  painting: Pick<Painting, 'scene' | 'picture' | 'zxidOf'>,
  ink: Ink,
): void {
  const { scene, picture } = painting;
  context.lineWidth = 1.25;
  switch (kind) {
    case 'flushed':
      context.fillStyle = ink.quietText;
      context.fillRect(x - 2.5, y + 3, 5, 5);
      return;
    case 'fired':
      context.strokeStyle = ink.quietText;
      context.fillStyle = ink.ground;
      context.beginPath();
      context.arc(x, y, 3, 0, 2 * Math.PI);
      context.fill();
      context.stroke();
      return;
    case 'ended':
      context.strokeStyle = ink.quietText;
      context.beginPath();
      context.moveTo(x - 2, y - 4);
      context.lineTo(x - 2, y + 4);
      context.moveTo(x + 2, y - 4);
      context.lineTo(x + 2, y + 4);
      context.stroke();
      return;
    default: {
      const top = y - (scene.lanes.byNode[node]?.height ?? 0) / 2;
      context.strokeStyle = ink.text;
      context.lineWidth = ink.mark;
      context.beginPath();
      context.moveTo(x - 4, top - 7);
      context.lineTo(x - 1, top - 3.5);
      context.lineTo(x + 5, top - 11);
      context.stroke();
      if (picture.detail !== 'marks') return;
      context.font = `600 11px ${ink.font}`;
      context.textAlign = 'left';
      context.fillStyle = ink.text;
      context.fillText(painting.zxidOf(index), x + 8, top - 3);
    }
  }
}

export function paintDeath(
  context: CanvasRenderingContext2D,
  { node, at }: { readonly node: number; readonly at: number },
  { scene, window }: Pick<Painting, 'scene' | 'window'>,
  ink: Ink,
): void {
  const { lanes } = scene;
  const lane = lanes.byNode[node];
  const x = xIn(window, lanes.left, lanes.right, scene.place(at));
  if (lane === undefined || x < lanes.left || x > lanes.right) return;
  context.strokeStyle = ink.text;
  context.lineWidth = ink.mark + 0.5;
  context.beginPath();
  context.moveTo(x - 5, lane.y - 5);
  context.lineTo(x + 5, lane.y + 5);
  context.moveTo(x + 5, lane.y - 5);
  context.lineTo(x - 5, lane.y + 5);
  context.stroke();
}

/** Where the run stands, with its time, and where it `veils` a veil over what comes after. Draws on a canvas that is clear. */
export function paintPlayhead(
  context: CanvasRenderingContext2D,
  { lanes }: Scene,
  { x, text, veils }: { readonly x: number; readonly text: string; readonly veils: boolean },
  ink: Ink,
): void {
  const { left, right, bottom, height } = lanes;
  const from = Math.max(left, x);
  if (veils && from < right) {
    context.globalAlpha = 0.58;
    context.fillStyle = ink.ground;
    context.fillRect(from, AXIS_HEIGHT - 8, right - from, height - AXIS_HEIGHT + 8);
    context.globalAlpha = 1;
  }
  if (x < left - 1 || x > right + 1) return;
  context.fillStyle = ink.text;
  context.fillRect(x - 0.75, 20, 1.5, bottom - 20);
  const width = textWidth(text, 12) + 14;
  const at = Math.max(left, Math.min(right - width, x - width / 2));
  context.beginPath();
  context.roundRect(at, 2, width, 19, 4);
  context.fill();
  context.font = `600 12px ${ink.font}`;
  context.textAlign = 'center';
  context.fillStyle = ink.ground;
  context.fillText(text, at + width / 2, 15.5);
}
