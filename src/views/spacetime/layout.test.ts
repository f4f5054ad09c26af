import { describe, expect, it } from 'vitest';
import { ensure } from '../../base/assert.ts';
import { builtinScenario } from '../../scenario/builtin.ts';
import { select } from '../../sim/select.ts';
import { isPing } from '../../zookeeper/packets.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import { lessPings } from '../story/shown-events.ts';
import { type Axis, Arrows, SORTS, arrowsOf } from './arrows.ts';
import { SIZE, sceneOf as sceneOfRun, sessionOf } from './scene-of-run.ts';
import { laneLayout } from './lanes.ts';
import { FAMILIES, densityOf, hitAt, pictureOf, pointOn } from './layout.ts';
import { fitted } from './window.ts';

const builtin = (id: string, cursor: number) => sessionOf(ensure(builtinScenario(id), id), cursor);

function runOf(id: string, cursor: number) {
  const session = builtin(id, cursor);
  return { session, run: session.branch(0), facts: session.facts(select, { branch: 0, cursor }) };
}

const sceneOf = (id: string, cursor: number, axis: Axis = 'time') => sceneOfRun(builtin(id, cursor), cursor, axis);

describe('arrows', () => {
  it('are the received packets of the run, each sent before it arrived, in order of arrival', () => {
    const { run, facts } = runOf('partition', 800);
    const arrows = arrowsOf(run, lessPings(run, { tickMillis: facts.tickMillis, serverCount: 5 }));
    const received: number[] = [];
    for (let index = 0; index < run.length; index++) {
      const { kind, packet } = run.entryAt(index);
      if (kind === 'received' && packet !== null && packet.type !== 'INITIAL' && !isPing(packet.type))
        received.push(index);
    }
    expect(Array.from(arrows.index.subarray(0, arrows.count))).toEqual(received);
    for (let i = 0; i < arrows.count; i++) {
      const { packet, other, node, since, at } = run.entryAt(arrows.index[i] ?? -1);
      expect([arrows.from[i], arrows.to[i], arrows.start.time[i], arrows.end.time[i]]).toEqual([
        other,
        node,
        since,
        at,
      ]);
      expect(SORTS[arrows.sort[i] ?? -1]?.type).toBe(packet?.type);
      for (const axis of ['time', 'folded', 'steps'] as const) {
        expect(arrows.start[axis][i]).toBeLessThanOrEqual(arrows.end[axis][i] ?? -1);
        expect(arrows.end[axis][i]).toBeGreaterThanOrEqual(arrows.end[axis][i - 1] ?? -1);
      }
      // A step is an event: nothing arrives at the step that sends it.
      expect(arrows.start.steps[i]).toBeLessThan(arrows.end.steps[i] ?? -1);
    }
  });

  it('keep the order of every connection: on a link of one kind none overtakes another', () => {
    const { arrows } = sceneOf('partition', 800);
    const last = new Map<string, number>();
    for (let i = 0; i < arrows.count; i++) {
      const isVote = SORTS[arrows.sort[i] ?? 0]?.family === 'election';
      const link = `${arrows.from[i]}>${arrows.to[i]} ${isVote}`;
      expect(arrows.start.time[i]).toBeGreaterThanOrEqual(last.get(link) ?? 0);
      last.set(link, arrows.start.time[i] ?? 0);
    }
  });

  it('an ACK of NEWLEADER belongs to synchronization, an ACK of a proposal to broadcast', () => {
    const { arrows } = sceneOf('leader-killed', 300);
    const families = new Set<string>();
    for (let i = 0; i < arrows.count; i++) {
      const sort = SORTS[arrows.sort[i] ?? 0];
      if (sort?.type === 'ACK') families.add(sort.family);
    }
    expect([...families].toSorted()).toEqual(['broadcast', 'sync']);
  });

  it('grown in pieces are the same as grown at once', () => {
    const { session, run, facts } = runOf('leader-killed', 40);
    const ensemble = { tickMillis: facts.tickMillis, serverCount: 3 };
    const grown = new Arrows();
    for (let more = 0; more < 12; more++) {
      grown.grow(run, lessPings(run, ensemble));
      session.ensureAhead({ branch: 0, cursor: run.length }, 37);
    }
    grown.grow(run, lessPings(run, ensemble));
    const atOnce = new Arrows();
    atOnce.grow(run, lessPings(run, ensemble));
    expect(grown.count).toBe(atOnce.count);
    for (const axis of ['time', 'folded', 'steps'] as const) {
      expect(grown.start[axis].subarray(0, grown.count)).toEqual(atOnce.start[axis].subarray(0, atOnce.count));
      expect(grown.end[axis].subarray(0, grown.count)).toEqual(atOnce.end[axis].subarray(0, atOnce.count));
    }
  });

  it.each(['time', 'folded', 'steps'] as const)(
    'a window on the axis of %s finds what touches it, and nothing else',
    (axis) => {
      const { arrows } = sceneOf('partition', 1200);
      const end = arrows.end[axis][arrows.count - 1] ?? 0;
      for (let k = 0; k < 40; k++) {
        const from = (end * k) / 40;
        const to = from + end / (1 + (k % 7) * 9);
        const wanted: number[] = [];
        for (let i = 0; i < arrows.count; i++) {
          if ((arrows.start[axis][i] ?? 0) <= to && (arrows.end[axis][i] ?? 0) >= from) wanted.push(i);
        }
        const found = new Int32Array(arrows.count);
        const count = arrows.within(axis, from, to, found);
        expect(Array.from(found.subarray(0, count))).toEqual(wanted);
      }
    },
  );
});

describe('lanes', () => {
  const servers = [1, 2, 3, 4, 5].map((sid) => ({ sid: sidOf(sid), node: sid - 1 }));

  it('stand in order of sid, clients below, all within the height', () => {
    const { lanes, bottom } = laneLayout({ ...SIZE, servers, clients: [5, 6], groups: null });
    expect(lanes.map(({ node }) => node)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    for (const [i, lane] of lanes.slice(1).entries()) expect(lane.y).toBeGreaterThan(lanes[i]?.y ?? 0);
    expect(bottom).toBeLessThanOrEqual(SIZE.height);
  });

  it('stand by the sides of a partition, with room for the cut between them', () => {
    const groups = [
      [sidOf(1), sidOf(5)],
      [sidOf(2), sidOf(3), sidOf(4)],
    ];
    const { lanes } = laneLayout({ ...SIZE, servers, clients: [], groups });
    expect(lanes.map(({ sid }) => sid)).toEqual([1, 5, 2, 3, 4]);
    const apart = lanes.slice(1).map((lane, i) => lane.y - (lanes[i]?.y ?? 0));
    expect(apart.indexOf(Math.max(...apart))).toBe(1);
  });

  it.each([3, 9, 31])('%i servers fit into 240 pixels, no lane over another', (count) => {
    const many = Array.from({ length: count }, (_, i) => ({ sid: sidOf(i + 1), node: i }));
    const { lanes } = laneLayout({ width: 390, height: 240, narrow: true, servers: many, clients: [], groups: null });
    for (const [i, lane] of lanes.slice(1).entries()) expect(lane.y - (lanes[i]?.y ?? 0)).toBeGreaterThan(lane.height);
  });
});

describe('the picture of a window', () => {
  it('begins every arrow at its sender and ends it at its receiver', () => {
    const scene = sceneOf('five-servers', 200);
    const { marks } = pictureOf(scene, fitted(scene.until));
    expect(marks.length).toBeGreaterThan(40);
    for (const { a, b, from, to } of marks) {
      expect(a.y).toBe(scene.lanes.byNode[from]?.y);
      expect(b.y).toBe(scene.lanes.byNode[to]?.y);
      expect(a.x).toBeLessThanOrEqual(b.x);
    }
  });

  it('shows what a cut held as waiting at the cut until the heal, and then arriving', () => {
    const scene = sceneOf('partition', 1000, 'folded');
    const { marks } = pictureOf(scene, fitted(scene.until));
    const held = marks.filter(({ wait }) => wait !== null);
    expect(held.length).toBeGreaterThan(3);
    const [band] = scene.bands;
    for (const { a, b, wait } of held) {
      expect(wait?.from).toBeLessThanOrEqual(wait?.to ?? 0);
      expect(b.x).toBeGreaterThanOrEqual(wait?.to ?? Infinity);
      // On the sender's side of the band.
      expect(Math.sign((band?.y ?? 0) - (wait?.y ?? 0))).toBe(Math.sign((band?.y ?? 0) - a.y));
    }
    const healed = scene.bands[0]?.to ?? 0;
    // Nothing else crosses the heal so late.
    const late = marks.filter(({ i, wait }) => {
      const [sent, at] = [scene.arrows.start.time[i] ?? 0, scene.arrows.end.time[i] ?? 0];
      return wait === null && sent < healed && at - sent > 100;
    });
    expect(late).toEqual([]);
  });

  it('ends what was lost where it was lost: on its way to a dead server, or at the cut', () => {
    const killed = sceneOf('leader-killed', 400, 'folded');
    const lost = pictureOf(killed, fitted(killed.until)).marks.filter(({ stray }) => stray !== null);
    expect(lost.length).toBeGreaterThan(0);
    for (const { stray, wait } of lost) expect([stray?.fate, wait]).toEqual(['lost', null]);
    const cut = sceneOf('partition', 1000, 'folded');
    const atCut = pictureOf(cut, fitted(cut.until)).marks.filter(({ stray }) => stray !== null);
    for (const { a, b } of atCut) expect(b.x).toBeGreaterThanOrEqual(a.x);
  });

  it('puts no shape on another', () => {
    const scene = sceneOf('partition', 500, 'folded');
    const shapes = pictureOf(scene, fitted(scene.until)).marks.flatMap(({ shape }) => shape ?? []);
    expect(shapes.length).toBeGreaterThan(20);
    for (const [i, one] of shapes.entries()) {
      for (const other of shapes.slice(i + 1)) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(16);
    }
  });

  it('counts messages that lie closer than pixels, and loses none', () => {
    const scene = sceneOf('partition', 4000);
    const narrow = { ...scene, lanes: { ...scene.lanes, left: 0, right: 60 } };
    const { density, marks } = pictureOf(narrow, fitted(scene.until));
    expect(marks).toEqual([]);
    let sum = 0;
    for (const count of density?.counts ?? []) sum += count;
    expect(sum).toBeGreaterThanOrEqual(scene.arrows.count);
    expect(density?.max).toBeGreaterThan(1);
  });

  it.each([
    [0, 1],
    [0.01, 0.1],
  ])('counts each message once in every cell that it crosses, from %s to %s of the run', (from, to) => {
    const scene = sceneOf('partition', 4000);
    const narrow = { ...scene, lanes: { ...scene.lanes, left: 0, right: 60 } };
    const { arrows, lanes } = narrow;
    const window = { from: from * scene.until, to: to * scene.until };
    const visible = Int32Array.from({ length: arrows.count }, (_, i) => i);
    const { columns, gaps, counts, max } = densityOf(narrow, window, visible);
    const byHand = Array.from({ length: counts.length }, () => 0);
    const perColumn = columns / (window.to - window.from);
    const columnOf = (time = NaN): number => Math.floor((time - window.from) * perColumn);
    for (const i of visible) {
      const ends = [arrows.from[i], arrows.to[i]].map((node) => lanes.lanes.findIndex((lane) => lane.node === node));
      const family = FAMILIES.indexOf(SORTS[arrows.sort[i] ?? -1]?.family ?? 'other');
      for (let column = columnOf(arrows.start.time[i]); column <= columnOf(arrows.end.time[i]); column++) {
        if (column < 0 || column >= columns) continue;
        for (let gap = Math.min(...ends); gap < Math.max(...ends); gap++) {
          const cell = (column * gaps + gap) * FAMILIES.length + family;
          byHand[cell] = (byHand[cell] ?? 0) + 1;
        }
      }
    }
    expect(Array.from(counts)).toEqual(byHand);
    expect(max).toBe(Math.max(...byHand));
  });

  it('finds an arrow by a point on it: its end as the arrival, the rest as the way', () => {
    const scene = sceneOf('five-servers', 200, 'folded');
    const picture = pictureOf(scene, fitted(scene.until * 0.6));
    const shaped = picture.marks.flatMap(({ i, shape }) => (shape === null ? [] : [{ i, shape }]));
    expect(shaped.length).toBeGreaterThan(10);
    for (const { i, shape } of shaped) expect(hitAt(picture, shape)).toMatchObject({ part: 'way', mark: { i } });
    for (const mark of picture.marks) expect(hitAt(picture, pointOn(mark, 0.5))).not.toBeNull();
    const [first] = picture.marks;
    expect(hitAt(picture, first?.b ?? { x: 0, y: 0 })?.part).toBe('received');
    expect(hitAt(picture, first?.a ?? { x: 0, y: 0 })?.part).toBe('sent');
    expect(hitAt(picture, { x: -50, y: -50 })).toBeNull();
  });
});
