/**
 * Draws two branches over each other. What both have is drawn as in the diagram of one; what only one has in its own ink: the
 * one on show with full lines and heads, the other dashed, with hollow heads. Where their servers are in other phases
 * a lane is parted, the branch on show above.
 */
import type { Ink } from '../ink.ts';
import { textWidth } from '../stage/text-width.ts';
import type { FaultSpan, Span } from '../timeline/strips.ts';
import type { Band } from '../spacetime/cuts.ts';
import type { EventMark } from '../spacetime/events.ts';
import { AXIS_HEIGHT, type Lane } from '../spacetime/lanes.ts';
import { type Density, type Picture, densityOf, pictureOf } from '../spacetime/layout.ts';
import { haloText } from '../spacetime/halo-text.ts';
import { hatch, paintDeath, paintEvent, paintSpan, paintThread, paintTicks } from '../spacetime/paint.ts';
import { paintLines, paintNames, paintShapes } from '../spacetime/paint-arrows.ts';
import type { Tick } from '../spacetime/ticks.ts';
import { type Window, xIn } from '../spacetime/window.ts';
import { type OverlayScene, eventOf, sideOfMark } from './scene.ts';
import type { Side } from './slots.ts';
import { type Standing, isSameStanding } from './stretches.ts';

/** The inks of what only one branch has. */
export interface SideInks {
  readonly first: string;
  readonly second: string;
}

export interface OverlayPainting {
  readonly scene: OverlayScene;
  readonly window: Window;
  readonly picture: OverlayPicture;
  readonly events: readonly EventMark[];
  readonly ticks: readonly Tick[];
  /** What stands at the line where they part. */
  readonly partingText: string;
  readonly roleOf: (node: number, span: Pick<Span, 'phase' | 'leading'>) => string;
  /** Of a message whose letter depends on what it carries; null while that is not known. */
  readonly letterOf: (told: number) => string | null;
  readonly zxidOf: (told: number) => string;
}

export interface OverlayPicture extends Picture {
  /** Of each side by itself, where messages are counted. */
  readonly densities: Readonly<Record<Side, Density>> | null;
}

export function overlayPictureOf(scene: OverlayScene, window: Window): OverlayPicture {
  const picture = pictureOf(scene, window);
  if (picture.density === null) return { ...picture, densities: null };
  const visible = new Int32Array(scene.arrows.count);
  const count = scene.arrows.within('steps', window.from, window.to, visible);
  const of = (side: Side): Density => {
    const own = visible.subarray(0, count).filter((i) => scene.sideOfArrow(i) === side);
    return densityOf(scene, window, own);
  };
  return { ...picture, densities: { both: of('both'), first: of('first'), second: of('second') } };
}

const DASHES = [5, 3.5];
const NO_DASHES: number[] = [];
/** How much stronger than what both have. */
const STRONGER = 1.45;

export function paintOverlay(
  context: CanvasRenderingContext2D,
  painting: OverlayPainting,
  ink: Ink,
  inks: SideInks,
): void {
  const { scene, window, picture } = painting;
  const { left, right, height } = scene.lanes;
  const of = sideInks(ink, inks);
  context.lineJoin = 'round';
  paintTicks(context, painting, ink);
  context.save();
  context.beginPath();
  context.rect(left, 0, right - left, height);
  context.clip();
  paintRibbon(context, painting, inks);
  for (const lane of scene.lanes.lanes) paintLane(context, lane, painting, ink);
  paintBands(context, painting, ink, inks);
  if (picture.densities === null) {
    for (const side of ['both', 'second', 'first'] as const) paintSide(context, side, painting, of[side]);
  } else {
    paintDensities(context, scene, picture.densities, ink, inks);
  }
  for (const mark of painting.events) {
    const side = sideOfEvent(scene, mark.index);
    paintEvent(context, mark, { scene, picture, zxidOf: painting.zxidOf }, of[side]);
  }
  for (const side of ['first', 'second'] as const) {
    for (const death of scene[side].deaths)
      paintDeath(context, death, { scene, window }, deathInk(scene, death, side, of));
  }
  for (const lane of scene.lanes.lanes) paintRoles(context, lane, painting, ink);
  paintParting(context, painting, ink);
  context.restore();
}

/** For all that only one side has: its colour instead of those of families, and stronger lines. */
function sideInks(ink: Ink, { first, second }: SideInks): Readonly<Record<Side, Ink>> {
  const of = (colour: string): Ink => ({
    ...ink,
    families: {
      election: colour,
      discovery: colour,
      sync: colour,
      broadcast: colour,
      client: colour,
      other: colour,
    },
    quietText: colour,
    text: colour,
    line: ink.line * STRONGER,
  });
  return { both: ink, first: of(first), second: of(second) };
}

function sideOfEvent({ slots }: OverlayScene, told: number): Side {
  const { isSecond, index } = eventOf(told);
  return isSecond ? 'second' : slots.sideOf(slots.ofFirst(index));
}

function deathInk(
  { first, second, slots }: OverlayScene,
  { node, at }: { readonly node: number; readonly at: number },
  side: 'first' | 'second',
  of: Readonly<Record<Side, Ink>>,
): Ink {
  const other = side === 'first' ? second : first;
  const isShared = at < slots.parting || other.deaths.some((death) => death.node === node && death.at === at);
  return isShared ? of.both : of[side];
}

const RIBBON = 4;

/** Under the axis, slot by slot: above what only the branch on show has, below what only the other has. */
function paintRibbon(
  context: CanvasRenderingContext2D,
  { scene: { slots, lanes }, window }: OverlayPainting,
  { first, second }: SideInks,
): void {
  const unit = (lanes.right - lanes.left) / (window.to - window.from);
  const from = Math.max(slots.parting, Math.floor(window.from));
  const to = Math.min(slots.count - 1, Math.ceil(window.to));
  const top = AXIS_HEIGHT - 3;
  const rows = { first: new Path2D(), second: new Path2D() };
  let begun = from;
  for (let slot = from; slot <= to; slot++) {
    const side = slots.sideOf(slot);
    // Neighbours of one side are one piece.
    if (slot < to && slots.sideOf(slot + 1) === side) continue;
    const x = xIn(window, lanes.left, lanes.right, begun - 0.5);
    const width = Math.max(0.6, (slot - begun + 1) * unit - (unit > 3 ? 1 : 0));
    begun = slot + 1;
    if (side === 'first') rows.first.rect(x, top, width, RIBBON);
    else if (side === 'second') rows.second.rect(x + 0.5, top + RIBBON + 1.5, Math.max(0.3, width - 1), RIBBON - 1);
  }
  context.fillStyle = first;
  context.fill(rows.first);
  context.strokeStyle = second;
  context.lineWidth = 1;
  context.stroke(rows.second);
}

function paintLane(context: CanvasRenderingContext2D, lane: Lane, { scene, window }: OverlayPainting, ink: Ink): void {
  const { left, right } = scene.lanes;
  paintThread(context, lane, scene.lanes, ink);
  if (lane.sid === null) return;
  for (const stretch of scene.stretches[lane.node] ?? []) {
    const from = Math.max(left - 2, xIn(window, left, right, stretch.from));
    const to = Math.min(right + 2, xIn(window, left, right, stretch.to));
    if (to < left || from > right) continue;
    const piece = { from, to: Math.max(to, from + 0.8) };
    if (isSameStanding(stretch.first, stretch.second)) {
      if (stretch.first !== null) paintSpan(context, lane, stretch.first, piece, ink);
      continue;
    }
    const [upper, lower] = halvesOf(lane);
    if (stretch.first !== null) paintSpan(context, upper, stretch.first, piece, ink);
    if (stretch.second !== null) paintSpan(context, lower, stretch.second, piece, ink);
  }
  for (const [half, faults] of [
    [0, scene.first.faults],
    [1, scene.second.faults],
  ] as const) {
    const { y, height } = halvesOf(lane)[half];
    for (const fault of faults) paintFrozen(context, lane, fault, { y, height }, { scene, window }, ink);
  }
}

/** Of a parted lane: above the branch on show, below the other. */
function halvesOf({ y, height }: Lane): readonly [Pick<Lane, 'y' | 'height'>, Pick<Lane, 'y' | 'height'>] {
  const half = (height - 2) / 2;
  return [
    { y: y - half / 2 - 1, height: half },
    { y: y + half / 2 + 1, height: half },
  ];
}

function paintFrozen(
  context: CanvasRenderingContext2D,
  { sid }: Lane,
  { kind, from, to, sids }: FaultSpan,
  { y, height }: Pick<Lane, 'y' | 'height'>,
  { scene: { lanes, slots }, window }: Pick<OverlayPainting, 'scene' | 'window'>,
  ink: Ink,
): void {
  if (kind !== 'frozen' || sid === null || !sids.includes(sid)) return;
  const x = xIn(window, lanes.left, lanes.right, from);
  const width = xIn(window, lanes.left, lanes.right, to ?? slots.count) - x;
  hatch(context, { x, y: y - height / 2, width, height }, ink.quietText, 5);
  context.strokeStyle = ink.quietText;
  context.lineWidth = 1.5;
  context.strokeRect(x, y - height / 2, width, height);
}

/** A cut in both fills its band; one that only one branch has, half of it: above that of the branch on show. */
function paintBands(
  context: CanvasRenderingContext2D,
  { scene, window }: OverlayPainting,
  ink: Ink,
  inks: SideInks,
): void {
  const { left, right } = scene.lanes;
  for (const side of ['first', 'second'] as const) {
    const other = scene[side === 'first' ? 'second' : 'first'].bands;
    for (const band of scene[side].bands) {
      for (const piece of piecesOf(band, other, scene.slots)) {
        if (piece.isShared && side === 'second') continue;
        const from = Math.max(left, xIn(window, left, right, piece.from));
        const to = Math.min(right, xIn(window, left, right, piece.to));
        if (to <= from) continue;
        const half = piece.isShared ? band.height : band.height / 2 - 1;
        const top = piece.isShared || side === 'first' ? band.y - band.height / 2 : band.y + 1;
        const colour = piece.isShared ? ink.quietText : inks[side];
        hatch(context, { x: from, y: top, width: to - from, height: half }, colour, 7);
        context.strokeStyle = piece.isShared ? ink.text : colour;
        context.lineWidth = 1;
        context.setLineDash(!piece.isShared && side === 'second' ? DASHES : NO_DASHES);
        context.beginPath();
        for (const y of [top + 0.5, top + half - 0.5]) {
          context.moveTo(from, y);
          context.lineTo(to, y);
        }
        context.stroke();
        context.setLineDash(NO_DASHES);
      }
    }
  }
}

interface BandPiece {
  readonly from: number;
  readonly to: number;
  readonly isShared: boolean;
}

/** A cut before and after they part, and as long as the other branch has it too. */
function piecesOf(
  band: Band,
  others: readonly Band[],
  { parting, count }: OverlayScene['slots'],
): readonly BandPiece[] {
  const to = band.to ?? count;
  const alike = others.find(({ y, from }) => y === band.y && from === band.from);
  const shared = alike === undefined ? Math.min(parting, to) : Math.min(alike.to ?? count, to);
  const pieces = [
    { from: band.from, to: shared, isShared: true },
    { from: Math.max(band.from, shared), to, isShared: false },
  ];
  return pieces.filter((piece) => piece.to > piece.from);
}

function paintSide(
  context: CanvasRenderingContext2D,
  side: Side,
  { scene, picture, letterOf }: OverlayPainting,
  ink: Ink,
): void {
  const marks = picture.marks.filter((mark) => sideOfMark(scene, mark) === side);
  const isDressed = picture.detail === 'marks';
  const isOther = side === 'second';
  paintLines(context, marks, { isDressed, dashes: isOther ? DASHES : NO_DASHES, hasHollowHeads: isOther }, ink);
  if (!isDressed) return;
  paintNames(context, marks, ink);
  paintShapes(context, marks, { scene, letterOf }, ink);
}

const ALPHAS = [0.3, 0.5, 0.75, 1];

/** Between two lanes: over the whole height what both have, above it what only the branch on show has, below the other's in stripes. */
function paintDensities(
  context: CanvasRenderingContext2D,
  { lanes }: OverlayScene,
  densities: Readonly<Record<Side, Density>>,
  ink: Ink,
  inks: SideInks,
): void {
  const max = Math.max(densities.both.max, densities.first.max, densities.second.max);
  for (const side of ['both', 'first', 'second'] as const) {
    const { counts, columns, columnWidth, gaps } = densities[side];
    const families = counts.length / (columns * gaps);
    const paths = ALPHAS.map(() => new Path2D());
    const levelOf = (column: number, gap: number): number => {
      let sum = 0;
      for (let family = 0; family < families; family++)
        sum += counts[(column * gaps + gap) * families + family] as number;
      return sum === 0
        ? -1
        : Math.min(ALPHAS.length - 1, Math.floor((Math.log2(1 + sum) / Math.log2(1 + max)) * ALPHAS.length));
    };
    for (let gap = 0; gap < gaps; gap++) {
      const [upper, lower] = [lanes.lanes[gap], lanes.lanes[gap + 1]];
      if (upper === undefined || lower === undefined) continue;
      const top = upper.y + upper.height / 2;
      const height = lower.y - lower.height / 2 - top;
      const y = side === 'second' ? top + height / 2 : top;
      const tall = side === 'both' ? height : height / 2;
      let [begun, shown] = [0, -1];
      for (let column = 0; column <= columns; column++) {
        const isGap = side === 'second' && column % 3 === 2;
        const level = column === columns || isGap ? -1 : levelOf(column, gap);
        if (level === shown) continue;
        if (shown >= 0) paths[shown]?.rect(lanes.left + begun * columnWidth, y, (column - begun) * columnWidth, tall);
        [begun, shown] = [column, level];
      }
    }
    context.fillStyle = side === 'both' ? ink.edge : inks[side];
    for (const [level, path] of paths.entries()) {
      context.globalAlpha = (ALPHAS[level] ?? 1) * (side === 'both' ? 0.5 : 1);
      context.fill(path);
    }
  }
  context.globalAlpha = 1;
}

/** Where there is room, what a server is in each branch. */
function paintRoles(
  context: CanvasRenderingContext2D,
  lane: Lane,
  { scene, window, roleOf }: OverlayPainting,
  ink: Ink,
): void {
  if (lane.sid === null) return;
  const { left, right } = scene.lanes;
  const write = (y: number, height: number, font: number, pieces: readonly Piece[]): void => {
    if (height < font + 1) return;
    context.font = `500 ${font}px ${ink.font}`;
    context.textAlign = 'left';
    for (const { from, to, standing } of joined(pieces)) {
      const start = Math.max(left, xIn(window, left, right, from) + 5);
      const end = Math.min(right, xIn(window, left, right, to));
      const text = [roleOf(lane.node, standing), standing.phase.charAt(0)].find(
        (one) => textWidth(one, font) + 9 < end - start,
      );
      if (text !== undefined) haloText(context, text, start + 4, y + font * 0.36, ink);
    }
  };
  const stretches = scene.stretches[lane.node] ?? [];
  const alike = stretches.flatMap(({ from, to, first, second }) =>
    first !== null && isSameStanding(first, second) ? [{ from, to, standing: first }] : [],
  );
  write(lane.y, lane.height, 11, alike);
  const halves = halvesOf(lane);
  for (const [half, side] of (['first', 'second'] as const).entries()) {
    const { y, height } = halves[half] ?? lane;
    const own = stretches.flatMap((stretch) => {
      const standing = stretch[side];
      return standing === null || isSameStanding(stretch.first, stretch.second)
        ? []
        : [{ from: stretch.from, to: stretch.to, standing }];
    });
    write(y, height, 10, own);
  }
}

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly standing: Standing;
}

/** Those that follow each other with the same standing are one. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  const found: Piece[] = [];
  for (const piece of pieces) {
    const last = found.at(-1);
    const goesOn = last !== undefined && last.to === piece.from && isSameStanding(last.standing, piece.standing);
    if (goesOn) found[found.length - 1] = { ...last, to: piece.to };
    else found.push(piece);
  }
  return found;
}

/** A line through all lanes where they part, with words below it. */
function paintParting(
  context: CanvasRenderingContext2D,
  { scene: { lanes, slots }, window, partingText }: OverlayPainting,
  ink: Ink,
): void {
  const { left, right, bottom } = lanes;
  const x = Math.round(xIn(window, left, right, slots.parting - 0.5)) + 0.5;
  if (slots.parting === slots.count || x < left || x > right) return;
  context.strokeStyle = ink.text;
  context.lineWidth = ink.line;
  context.setLineDash([2, 3]);
  context.beginPath();
  context.moveTo(x, AXIS_HEIGHT - 6);
  context.lineTo(x, bottom + 4);
  context.stroke();
  context.setLineDash(NO_DASHES);
  const width = textWidth(partingText, 11) + 12;
  const start = Math.max(left, Math.min(right - width, x - width / 2));
  context.beginPath();
  context.roundRect(start, bottom - 1, width, 18, 3);
  context.fillStyle = ink.ground;
  context.fill();
  context.lineWidth = 1;
  context.stroke();
  context.font = `600 11px ${ink.font}`;
  context.textAlign = 'center';
  context.fillStyle = ink.text;
  context.fillText(partingText, start + width / 2, bottom + 12);
}
