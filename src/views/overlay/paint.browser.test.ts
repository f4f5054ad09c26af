import { describe, expect, it } from 'vitest';
import { leaderKilled } from '../../scenario/builtin/leader-killed.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import type { Ink } from '../ink.ts';
import type { ArrowMark } from '../spacetime/layout.ts';
import { fitted } from '../spacetime/window.ts';
import { type OverlayPainting, overlayPictureOf, paintOverlay } from './paint.ts';
import { sideOfMark } from './scene.ts';
import type { Side } from './slots.ts';
import { twoFutures } from './two-futures.ts';

/** As where the system chooses the colours: all alike, so that only shapes tell. */
const BLACK = '#000000';
const INK: Ink = {
  families: { election: BLACK, discovery: BLACK, sync: BLACK, broadcast: BLACK, client: BLACK, other: BLACK },
  ground: '#ffffff',
  panel: '#ffffff',
  text: BLACK,
  quietText: BLACK,
  faintText: BLACK,
  hair: '#ffffff',
  edge: '#ffffff',
  leading: BLACK,
  settled: BLACK,
  changed: BLACK,
  select: BLACK,
  font: 'sans-serif',
  line: 1.5,
  mark: 2,
  density: 1,
};

type Colour = readonly [red: number, green: number, blue: number];

function painted(painting: OverlayPainting, inks = { first: BLACK, second: BLACK }): (x: number, y: number) => Colour {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [800, 500];
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no canvas');
  context.fillStyle = INK.ground;
  context.fillRect(0, 0, canvas.width, canvas.height);
  paintOverlay(context, painting, INK, inks);
  return (x, y) => {
    const [red = 0, green = 0, blue = 0] = context.getImageData(Math.round(x), Math.round(y), 1, 1).data;
    return [red, green, blue];
  };
}

/** The diagram of a leader killed in one branch alone, with no lanes over its arrows, and one arrow of each side. */
function futures() {
  const { scene } = twoFutures(leaderKilled, 140, [{ do: 'kill', server: sidOf(1) }]);
  const window = fitted(scene.end);
  const picture = overlayPictureOf(scene, window);
  const painting: OverlayPainting = {
    scene: { ...scene, stretches: [] },
    window,
    picture: { ...picture, detail: 'marks' },
    events: [],
    ticks: [],
    partingText: 'they part',
    roleOf: () => '',
    letterOf: () => null,
    zxidOf: () => '',
  };
  const { y: top } = scene.lanes.byNode[0] ?? { y: 0 };
  const of = (side: Side): ArrowMark => {
    const [mark] = picture.marks.filter(
      (one) => sideOfMark(scene, one) === side && one.stray === null && one.a.y !== top,
    );
    if (mark === undefined) throw new Error(`no arrow of ${side}`);
    return { ...mark, shape: null, name: null };
  };
  const alone = (mark: ArrowMark): OverlayPainting => ({
    ...painting,
    picture: { ...painting.picture, marks: [mark] },
  });
  return { scene, painting, of, alone };
}

/** Of the points along an arrow, short of its ends, the share that is inked. */
function inkedOf(at: (x: number, y: number) => Colour, { a, b }: ArrowMark): number {
  let inked = 0;
  const points = 200;
  for (let i = 0; i < points; i++) {
    const share = 0.15 + (0.6 * i) / points;
    const [x, y] = [a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share];
    if (Math.min(...[-1, 0, 1].map((dx) => at(x + dx, y)[0])) < 128) inked += 1;
  }
  return inked / points;
}

/** In the middle of its head: 5 pixels from the point. */
function headOf({ a, b }: ArrowMark): readonly [number, number] {
  const angle = Math.atan2(b.y - a.y, b.x - a.x);
  return [b.x - 5 * Math.cos(angle), b.y - 5 * Math.sin(angle)];
}

describe('the painted overlay', () => {
  it('tells what only one branch has by lines and heads alone, without a colour', () => {
    const { of, alone } = futures();
    const [both, first, second] = [of('both'), of('first'), of('second')];
    expect(inkedOf(painted(alone(both)), both)).toBeGreaterThan(0.95);
    expect(inkedOf(painted(alone(first)), first)).toBeGreaterThan(0.95);
    const dashed = inkedOf(painted(alone(second)), second);
    expect(dashed).toBeGreaterThan(0.4);
    expect(dashed).toBeLessThan(0.85);
    // A head is filled, or hollow.
    expect(painted(alone(first))(...headOf(first))[0]).toBeLessThan(100);
    expect(painted(alone(second))(...headOf(second))[0]).toBeGreaterThan(200);
  });

  it('has an ink for each branch, and draws the line where they part', () => {
    const { scene, painting, of, alone } = futures();
    const inks = { first: '#ff0000', second: '#0000ff' };
    const nearest = (mark: ArrowMark): Colour => {
      const at = painted(alone(mark), inks);
      const points = Array.from({ length: 60 }, (_, i) => 0.2 + i / 100).map((share) =>
        at(mark.a.x + (mark.b.x - mark.a.x) * share, mark.a.y + (mark.b.y - mark.a.y) * share),
      );
      return points.toSorted((one, other) => one[1] - other[1])[0] ?? [0, 0, 0];
    };
    const [red, , noBlue] = nearest(of('first'));
    expect(red).toBeGreaterThan(noBlue + 100);
    const [noRed, , blue] = nearest(of('second'));
    expect(blue).toBeGreaterThan(noRed + 100);

    const at = painted({ ...painting, picture: { ...painting.picture, marks: [] } });
    const { left, right, top, bottom } = scene.lanes;
    const { from, to } = painting.window;
    const x = left + ((right - left) * (scene.slots.parting - 0.5 - from)) / (to - from);
    const column = (dx: number): number => {
      let inked = 0;
      for (let y = top; y < bottom - 8; y++) if (Math.min(at(x + dx, y)[0], at(x + dx + 1, y)[0]) < 160) inked += 1;
      return inked / (bottom - 8 - top);
    };
    expect(column(0)).toBeGreaterThan(0.25);
    expect(column(7)).toBeLessThan(0.1);
  });
});
