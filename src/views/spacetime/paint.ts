/**
 * Draws the diagram on a canvas: lanes with their phases, cuts, messages, and what happened on the lanes. It draws what
 * layout.ts found, in pixels of the page.
 */
import type { ZabState } from '../../zookeeper/packets.ts';
import type { Ink } from '../ink.ts';
import { textWidth } from '../stage/text-width.ts';
import type { FaultSpan, Span } from '../timeline/strips.ts';
import type { EventMark } from './events.ts';
import type { Band } from './cuts.ts';
import { AXIS_HEIGHT, type Lane, type LaneLayout } from './lanes.ts';
import { haloText } from './halo-text.ts';
import { type ArrowMark, type Density, FAMILIES, type Picture, type Scene } from './layout.ts';
import { FOLD_UNITS } from './folds.ts';
import { paintLines, paintNames, paintShapes } from './paint-arrows.ts';
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
  paintThread(context, lane, scene.lanes, ink);
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

/** The dotted line that a lane is, where nothing stands on it. */
export function paintThread(
  context: CanvasRenderingContext2D,
  { y }: Pick<Lane, 'y'>,
  { left, right }: Pick<LaneLayout, 'left' | 'right'>,
  ink: Ink,
): void {
  context.strokeStyle = ink.edge;
  context.lineWidth = 1;
  context.setLineDash([1, 4]);
  context.beginPath();
  context.moveTo(left, y);
  context.lineTo(right, y);
  context.stroke();
  context.setLineDash([]);
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
