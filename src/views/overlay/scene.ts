/** Two branches as one diagram: everything that is drawn of them, on an axis of slots. */
import type { Session } from '../../app/session.ts';
import type { StageFacts } from '../../sim/facts.ts';
import { select } from '../../sim/select.ts';
import type { Sid } from '../../zookeeper/ids.ts';
import type { Comparison } from '../compare/comparison.ts';
import { Arrows, sortOf } from '../spacetime/arrows.ts';
import { type Band, LinkCuts, bandsOf } from '../spacetime/cuts.ts';
import { EVENTS_MAX, type EventMark, kindOf } from '../spacetime/events.ts';
import { laneLayout } from '../spacetime/lanes.ts';
import { type ArrowMark, type Scene, type Stray, groupsOf } from '../spacetime/layout.ts';
import { lostOf } from '../spacetime/lost.ts';
import { type Window, xIn } from '../spacetime/window.ts';
import { lessPings } from '../story/shown-events.ts';
import { type FaultSpan, type Span, type Strips, stripsOf } from '../timeline/strips.ts';
import { turningPoints } from '../timeline/turning-points.ts';
import type { Size } from '../use-size.ts';
import { type Nodes, nodesOf } from './nodes.ts';
import { type Side, type Slots, slotsOf } from './slots.ts';
import { type Stretch, stretchesOf } from './stretches.ts';

type Run = ReturnType<Session['branch']>;

/** With its times in its branch, besides its slots. */
interface OverlayStray extends Stray {
  readonly times: { readonly sent: number; readonly until: number };
}

/** A branch on the axis of both: its course, by the lanes of both, in slots. */
export interface Course {
  readonly spans: readonly (readonly Span[])[];
  readonly deaths: Strips['deaths'];
  readonly faults: readonly FaultSpan[];
  readonly bands: readonly Band[];
}

/** For what is drawn under the axis, in pixels. */
const RIBBON_ROOM = 14;

/** Events are told by their index in the first branch; those that only the second has by the complement of theirs. */
export interface OverlayScene extends Scene {
  readonly slots: Slots;
  readonly comparison: Comparison;
  readonly nodes: Nodes;
  readonly first: Course;
  readonly second: Course;
  /** By node, of both. */
  readonly stretches: readonly (readonly Stretch[])[];
  /** The arrow that arrives in a slot; -1 for none. */
  readonly arrowOf: Int32Array;
  /** Where what stands in a slot happened. */
  readonly nodeOfSlot: Int16Array;
  /** Where the axis ends. */
  readonly end: number;
  readonly facts: { readonly first: StageFacts; readonly second: StageFacts };
  readonly sideOfArrow: (i: number) => Side;
  readonly sideOfStray: (stray: Stray) => Side;
  /** In milliseconds, of its branch. */
  readonly timesOfStray: (stray: Stray) => OverlayStray['times'];
}

export interface OverlaySpec {
  readonly session: Session;
  readonly first: Run;
  readonly second: Run;
  readonly comparison: Comparison;
  readonly size: Size;
  /** Pixels of a lane at most. */
  readonly laneHeight: number;
  readonly nameOf: (run: Run, index: number, sort: Parameters<Scene['nameOf']>[1]) => string;
}

/** Of an event as the diagram tells it: whether only the second branch has it, and its index there or in the first. */
export function eventOf(told: number): { readonly isSecond: boolean; readonly index: number } {
  return told < 0 ? { isSecond: true, index: ~told } : { isSecond: false, index: told };
}

export function sideOfMark(scene: OverlayScene, { i, stray }: Pick<ArrowMark, 'i' | 'stray'>): Side {
  return stray === null ? scene.sideOfArrow(i) : scene.sideOfStray(stray);
}

export function overlayScene(spec: OverlaySpec): OverlayScene {
  const { session, first, second, comparison, size, laneHeight, nameOf } = spec;
  const facts = {
    first: session.facts(select, { branch: first.id, cursor: first.length }),
    second: session.facts(select, { branch: second.id, cursor: second.length }),
  };
  const shown = {
    first: lessPings(first, ensembleOf(facts.first)),
    second: lessPings(second, ensembleOf(facts.second)),
  };
  const slots = slotsOf(comparison, shown, { first: first.length, second: second.length });
  const nodes = nodesOf(facts.first, facts.second);
  const turns = {
    first: turnsIn(first, facts.first, slots.ofFirst, (node) => node),
    second: turnsIn(second, facts.second, slots.ofSecond, nodes.ofSecond),
  };
  const lanes = laneLayout({
    ...size,
    servers: nodes.servers,
    clients: nodes.clients.map(({ node }) => node),
    groups: groupsOf(turns.first.faults) ?? groupsOf(turns.second.faults),
    narrow: size.width < 420,
    laneHeight,
    above: RIBBON_ROOM,
  });
  const [firstCuts, secondCuts] = [turns.first.cuts, turns.second.cuts];
  const { arrows, arrowOf, nodeOfSlot } = arrowsIn(first, second, slots, nodes);
  const sideOfArrow = (i: number): Side => slots.sideOf(arrows.end.steps[i] as number);
  const { strays, sideOfStray, timesOfStray } = straysOfBoth(
    straysIn(first, facts.first, slots.ofFirst, slots.count, (node) => node),
    straysIn(second, facts.second, slots.ofSecond, slots.count, nodes.ofSecond),
  );
  const courseOf = ({ spans, deaths, faults, cuts }: Turned): Course => {
    return { spans, deaths, faults, bands: bandsOf(cuts, lanes) };
  };
  const [one, other] = [courseOf(turns.first), courseOf(turns.second)];
  const stretches: (readonly Stretch[])[] = [];
  for (const { node } of nodes.servers) {
    stretches[node] = stretchesOf(slots, one.spans[node] ?? [], other.spans[node] ?? []);
  }
  return {
    axis: 'steps',
    lanes,
    arrows,
    strays,
    cuts: firstCuts.any ? firstCuts : secondCuts,
    cutsOf: ({ i, stray }) =>
      (stray === null ? sideOfArrow(i) : sideOfStray(stray)) === 'second' ? secondCuts : firstCuts,
    // Those of the branch on show come first, where both hold a message back in one place.
    bands: [...one.bands, ...other.bands],
    place: (slot) => slot,
    nameOf: (told, sort) => {
      const { isSecond, index } = eventOf(told);
      return nameOf(isSecond ? second : first, index, sort);
    },
    slots,
    comparison,
    nodes,
    first: one,
    second: other,
    stretches,
    arrowOf,
    nodeOfSlot,
    end: slots.count,
    facts,
    sideOfArrow,
    sideOfStray,
    timesOfStray,
  };
}

function ensembleOf({ tickMillis, servers }: StageFacts) {
  return { tickMillis, serverCount: servers.length };
}

interface Turned extends Omit<Course, 'bands'> {
  readonly cuts: LinkCuts;
}

/** What happened to the servers of a branch, with slots for times. */
function turnsIn(
  run: Run,
  { servers }: StageFacts,
  slotOf: (index: number) => number,
  nodeOf: (node: number) => number,
): Turned {
  // The order of the other branch may have put one before the other.
  let last = 0;
  const turns = turningPoints(run).map((turn) => {
    last = Math.max(last, slotOf(turn.index));
    return { ...turn, at: last };
  });
  const sids: readonly Sid[] = servers.toSorted((a, b) => a.node - b.node).map(({ sid }) => sid);
  const { spans, deaths, faults } = stripsOf(turns, sids);
  const byLane: (readonly Span[])[] = [];
  for (const [node, own] of spans.entries()) byLane[nodeOf(node)] = own;
  const done = turns.flatMap((turn) => (turn.kind === 'action' ? [turn] : []));
  return {
    spans: byLane,
    deaths: deaths.map(({ node, at }) => ({ node: nodeOf(node), at })),
    faults,
    cuts: new LinkCuts(done, sids),
  };
}

function arrowsIn(first: Run, second: Run, slots: Slots, nodes: Nodes) {
  const arrows = new Arrows();
  const arrowOf = new Int32Array(slots.count).fill(-1);
  const nodeOfSlot = new Int16Array(slots.count);
  for (let slot = 0; slot < slots.count; slot++) {
    const isSecond = slots.first[slot] === -1;
    const run = isSecond ? second : first;
    const index = (isSecond ? slots.second : slots.first)[slot] as number;
    const nodeOf = (column: 'node' | 'other'): number => {
      const node = run.valueAt(column, index);
      return isSecond ? nodes.ofSecond(node) : node;
    };
    nodeOfSlot[slot] = nodeOf('node');
    const sort = sortOf(run, index, false);
    if (sort === null) continue;
    // What sent it is worth no slot now and then: then it leaves where the last thing before that stands.
    const sent = Math.min(slot, (isSecond ? slots.ofSecond : slots.ofFirst)(run.valueAt('by', index)));
    arrowOf[slot] = arrows.count;
    const ends = { sentAt: sent, at: slot, sentStep: sent, step: slot };
    arrows.add({
      index: isSecond ? ~index : index,
      sort,
      from: nodeOf('other'),
      to: nodeOfSlot[slot] as number,
      ...ends,
    });
  }
  return { arrows, arrowOf, nodeOfSlot };
}

/** What was lost in a branch, and what a cut holds back where it has been run to. */
function straysIn(
  run: Run,
  { messages }: StageFacts,
  slotOf: (index: number) => number,
  end: number,
  nodeOf: (node: number) => number,
): readonly OverlayStray[] {
  const sendSlot = (from: number, sentAt: number): number => {
    let index = run.cursorAtTime(sentAt) - 1;
    while (index > 0 && run.valueAt('node', index) !== from) index--;
    return slotOf(index);
  };
  const lost = lostOf(run).map((stray): OverlayStray => {
    const sentAt = sendSlot(stray.from, stray.sentAt);
    const until = Math.max(sentAt, slotOf(stray.index));
    return {
      ...stray,
      from: nodeOf(stray.from),
      to: nodeOf(stray.to),
      sentAt,
      until,
      times: { sent: stray.sentAt, until: stray.until },
    };
  });
  const held = messages.flatMap(({ from, to, type, family, letter, sentAt, held: by }): readonly OverlayStray[] => {
    if (by !== 'cut' || type === 'INITIAL' || type === 'PING' || type === 'CLIENTPING') return [];
    const sort = { type, family, letter };
    const ends = { from: nodeOf(from), to: nodeOf(to) };
    const times = { sent: sentAt, until: run.timeAt(run.length) };
    return [{ ...ends, sort, letter, sentAt: sendSlot(from, sentAt), until: end, fate: 'held', index: -1, times }];
  });
  return [...lost, ...held];
}

function strayKey({ from, to, sort, letter, sentAt, fate }: Stray): string {
  return [from, to, sort.type, letter, sentAt, fate].join(' ');
}

/** The same message left in the same slot and had the same fate. */
function straysOfBoth(first: readonly OverlayStray[], second: readonly OverlayStray[]) {
  const waiting = new Map<string, OverlayStray[]>();
  for (const stray of second) {
    const key = strayKey(stray);
    const alike = waiting.get(key);
    if (alike === undefined) waiting.set(key, [stray]);
    else alike.push(stray);
  }
  const known = new Map<Stray, { readonly side: Side; readonly times: OverlayStray['times'] }>();
  for (const stray of first) {
    const side = waiting.get(strayKey(stray))?.shift() === undefined ? 'first' : 'both';
    known.set(stray, { side, times: stray.times });
  }
  for (const left of waiting.values())
    for (const stray of left) known.set(stray, { side: 'second', times: stray.times });
  return {
    strays: [...known.keys()],
    sideOfStray: (stray: Stray): Side => known.get(stray)?.side ?? 'both',
    timesOfStray: (stray: Stray): OverlayStray['times'] => known.get(stray)?.times ?? { sent: 0, until: 0 },
  };
}

/** What is to be seen on the lanes themselves; nothing where that would be noise. */
export function overlayMarks(
  { slots, nodeOfSlot, lanes }: OverlayScene,
  { first, second }: { readonly first: Run; readonly second: Run },
  window: Window,
): readonly EventMark[] {
  const [from, to] = [Math.ceil(Math.max(0, window.from)), Math.min(slots.count - 1, Math.floor(window.to))];
  if (to - from > EVENTS_MAX) return [];
  const marks: EventMark[] = [];
  for (let slot = from; slot <= to; slot++) {
    const isSecond = slots.first[slot] === -1;
    const run = isSecond ? second : first;
    const index = (isSecond ? slots.second : slots.first)[slot] as number;
    const node = nodeOfSlot[slot] as number;
    const [kind, lane] = [kindOf(run, index), lanes.byNode[node]];
    if (kind === undefined || lane === undefined) continue;
    const x = xIn(window, lanes.left, lanes.right, slot);
    marks.push({ index: isSecond ? ~index : index, kind, node, x, y: lane.y });
  }
  return marks;
}
