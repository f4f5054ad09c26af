import { describe, expect, it } from 'vitest';
import { leaderKilled } from '../../scenario/builtin/leader-killed.ts';
import { partition } from '../../scenario/builtin/partition.ts';
import type { Ink } from '../ink.ts';
import { pictureOf } from './layout.ts';
import { type Painting, paint } from './paint.ts';
import { sceneOf, sessionOf } from './scene-of-run.ts';
import { fitted } from './window.ts';

const INK: Ink = {
  families: {
    election: '#bb6c00',
    discovery: '#a74fbe',
    sync: '#339f75',
    broadcast: '#003262',
    client: '#96352d',
    other: '#606267',
  },
  ground: '#ffffff',
  panel: '#ffffff',
  text: '#000000',
  quietText: '#444444',
  faintText: '#666666',
  hair: '#dddddd',
  edge: '#bbbbbb',
  leading: '#811614',
  settled: '#eeeeee',
  changed: '#d6006c',
  select: '#1144cc',
  font: 'sans-serif',
  line: 1.5,
  mark: 2,
  density: 1,
};

/** The diagram alone: no phases, no words. */
function paintingOf(scene: ReturnType<typeof sceneOf>): Painting {
  const window = fitted(scene.until);
  return {
    scene,
    window,
    picture: pictureOf(scene, window),
    events: [],
    spans: [],
    faults: [],
    deaths: [],
    until: scene.until,
    ticks: [],
    foldText: () => '',
    selected: null,
    roleOf: () => '',
    bandTexts: () => [],
    letterOf: () => null,
    zxidOf: () => '',
  };
}

/** How dark a pixel of the picture is, 0 to 255. */
function darknessOf(painting: Painting): (x: number, y: number) => number {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [800, 500];
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no canvas');
  context.fillStyle = INK.ground;
  context.fillRect(0, 0, canvas.width, canvas.height);
  paint(context, painting, INK);
  return (x, y) => 255 - (context.getImageData(Math.round(x), Math.round(y), 1, 1).data[0] ?? 0);
}

describe('the painted diagram', () => {
  it('ends a lost message in a cross, where an arrow that arrives has none', () => {
    const painting = paintingOf(sceneOf(sessionOf(leaderKilled, 400), 400, 'folded'));
    const [lost] = painting.picture.marks.filter(({ stray, wait }) => stray?.fate === 'lost' && wait === null);
    if (lost === undefined) throw new Error('nothing was lost');
    const { a, b } = lost;
    /** How many of the four ends of a cross around where it was lost are inked. */
    const ends = (mark: typeof lost): number => {
      const darkness = darknessOf({ ...painting, picture: { ...painting.picture, marks: [mark] } });
      const [x, y] = [a.x + (b.x - a.x) * 0.86, a.y + (b.y - a.y) * 0.86];
      const corners = [-3, 3].flatMap((dx) => [-3, 3].map((dy) => [x + dx, y + dy] as const));
      return corners.filter(([cx, cy]) => darkness(cx, cy) > 120).length;
    };
    expect(ends(lost)).toBe(4);
    expect(ends({ ...lost, stray: null })).toBeLessThan(3);
  });

  it('shades a cut between two lanes from when it was made to when it was healed', () => {
    const scene = sceneOf(sessionOf(partition, 1000), 1000, 'folded');
    const [band] = scene.bands;
    if (band === undefined) throw new Error('no cut');
    const painting = { ...paintingOf(scene), picture: { ...pictureOf(scene, fitted(scene.until)), marks: [] } };
    const shaded = darknessOf(painting);
    const bare = darknessOf({ ...painting, scene: { ...scene, bands: [] } });
    const { left, right } = scene.lanes;
    const xOf = (at: number): number => left + ((right - left) * scene.place(at)) / scene.until;
    const [from, to] = [xOf(band.from), xOf(band.to ?? Infinity)];
    const top = band.y - band.height / 2;
    const row = (darkness: typeof shaded, start: number, end: number): number => {
      let inked = 0;
      for (let x = start; x < end; x++) if (darkness(x, top + 0.5) > 200) inked++;
      return inked;
    };
    expect(to).toBeGreaterThan(from + 20);
    expect(row(shaded, from + 2, to - 2)).toBeGreaterThan((to - from) * 0.8);
    expect(row(bare, from + 2, to - 2)).toBeLessThan((to - from) * 0.2);
    expect(row(shaded, left, from - 4)).toBe(row(bare, left, from - 4));
  });
});
