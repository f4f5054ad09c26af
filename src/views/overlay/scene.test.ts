import { describe, expect, it } from 'vitest';
import { leaderKilled } from '../../scenario/builtin/leader-killed.ts';
import { partition } from '../../scenario/builtin/partition.ts';
import { eventKey } from '../../sim/event-key.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import { SORTS } from '../spacetime/arrows.ts';
import { fitted } from '../spacetime/window.ts';
import { overlayPictureOf } from './paint.ts';
import { eventOf, overlayMarks, sideOfMark } from './scene.ts';
import { twoFutures } from './two-futures.ts';

const killed = () => twoFutures(leaderKilled, 140, [{ do: 'kill', server: sidOf(1) }]);
const frozen = () => twoFutures(partition, 300, [{ do: 'freeze', server: sidOf(2) }], 900);

function sum(counts: Int32Array): number {
  return counts.reduce((a, b) => a + b, 0);
}

describe('slots', () => {
  it('are the common events up to where they part, and what was done there is the first of its own', () => {
    const { scene, first, comparison } = killed();
    const { slots } = scene;
    expect(comparison.shared).toBe(140);
    for (let slot = 0; slot < slots.parting; slot++) {
      expect(slots.sideOf(slot)).toBe('both');
      expect(slots.first[slot]).toBe(slots.second[slot]);
      expect(slots.first[slot]).toBeLessThan(140);
    }
    expect(slots.sideOf(slots.parting)).toBe('first');
    expect(first.entryAt(slots.first[slots.parting] ?? -1).action).toEqual({ do: 'kill', server: 1 });
  });

  it.each([
    ['a kill', killed],
    ['a freeze', frozen],
  ])('hold matched events once, whatever their times, after %s', (_name, futures) => {
    const { scene, first, second } = futures();
    const { slots } = scene;
    const own = Array.from({ length: slots.count - slots.parting }, (_, i) => slots.parting + i);
    const both = own
      .filter((slot) => slots.sideOf(slot) === 'both')
      .map((slot) => [first.entryAt(slots.first[slot] ?? -1), second.entryAt(slots.second[slot] ?? -1)] as const);
    expect(both.length).toBeGreaterThan(5);
    for (const [one, other] of both) expect(eventKey(one)).toBe(eventKey(other));
    expect(both.some(([one, other]) => one.at !== other.at)).toBe(true);
  });

  it('keep the order of the branch on show, and put nothing before what caused it', () => {
    const { scene, first, second } = frozen();
    const { slots } = scene;
    const all = Array.from({ length: slots.count }, (_, slot) => slot);
    const ofFirst = all.map((slot) => slots.first[slot] ?? -1).filter((index) => index !== -1);
    expect(ofFirst).toEqual(ofFirst.toSorted((a, b) => a - b));
    const early = all.filter((slot) => {
      const isSecond = slots.first[slot] === -1;
      const index = (isSecond ? slots.second : slots.first)[slot] ?? -1;
      const by = (isSecond ? second : first).valueAt('by', index);
      // What nothing caused names itself.
      return by < index && (isSecond ? slots.ofSecond : slots.ofFirst)(by) >= slot;
    });
    expect(early).toEqual([]);
  });

  it('of an event without one is that of the last before it', () => {
    const { scene, first } = killed();
    const { slots } = scene;
    const later = Array.from({ length: first.length }, (_, index) => index).filter(
      (index) => (slots.first[slots.ofFirst(index)] ?? -1) > index,
    );
    expect(later).toEqual([]);
    expect(slots.ofFirst(-1)).toBe(-1);
    expect(slots.first[slots.ofFirst(first.length)]).toBeGreaterThan(140);
  });
});

describe('arrows', () => {
  it('are those of the branch on show, and those that only the other has, each at the slot of its arrival', () => {
    const { scene, first, second } = frozen();
    const { arrows, slots } = scene;
    const seen = { both: 0, first: 0, second: 0 };
    for (let i = 0; i < arrows.count; i++) {
      const { isSecond, index } = eventOf(arrows.index[i] ?? 0);
      const run = isSecond ? second : first;
      const slot = arrows.end.steps[i] ?? -1;
      expect((isSecond ? slots.second : slots.first)[slot]).toBe(index);
      expect(scene.arrowOf[slot]).toBe(i);
      expect(arrows.start.steps[i]).toBeLessThan(slot);
      expect(SORTS[arrows.sort[i] ?? -1]?.type).toBe(run.entryAt(index).packet?.type);
      expect(scene.sideOfArrow(i) === 'second').toBe(isSecond);
      seen[scene.sideOfArrow(i)] += 1;
    }
    expect(Math.min(seen.both, seen.first, seen.second)).toBeGreaterThan(0);
  });

  it('show that a frozen server neither reads a proposal nor acks it, and the others do', () => {
    const { scene } = frozen();
    const { arrows } = scene;
    const sidesOf = (type: string, from: number, to: number) =>
      Array.from({ length: arrows.count }, (_, i) => i)
        .filter((i) => (arrows.end.steps[i] ?? 0) >= scene.slots.parting)
        .filter((i) => SORTS[arrows.sort[i] ?? -1]?.type === type && arrows.from[i] === from && arrows.to[i] === to)
        .map(scene.sideOfArrow);
    // S5 leads; S2 is frozen.
    expect(sidesOf('PROPOSAL', 4, 1)[0]).toBe('second');
    expect(sidesOf('ACK', 1, 4)[0]).toBe('second');
    expect(sidesOf('PROPOSAL', 4, 0)[0]).toBe('both');
    expect(sidesOf('ACK', 0, 4)[0]).toBe('both');
  });

  it('and marks on lanes are all in the picture of the whole, of every side', () => {
    const { scene, first, second } = killed();
    const picture = overlayPictureOf(scene, fitted(scene.end));
    expect(new Set(picture.marks.map((mark) => sideOfMark(scene, mark)))).toEqual(new Set(['both', 'first', 'second']));
    const marks = overlayMarks(scene, { first, second }, fitted(scene.end));
    const commits = marks.filter(({ kind }) => kind === 'committed').map(({ index }) => eventOf(index).isSecond);
    expect(new Set(commits)).toEqual(new Set([true, false]));
  });

  it('are counted by side where they lie too close', () => {
    const { scene } = frozen();
    const near = { ...scene, lanes: { ...scene.lanes, right: scene.lanes.left + 40 } };
    const { densities } = overlayPictureOf(near, fitted(scene.end));
    if (densities === null) throw new Error('not counted');
    expect(densities.both.max).toBeGreaterThan(0);
    expect(sum(densities.first.counts)).toBeGreaterThan(0);
    expect(sum(densities.second.counts)).toBeGreaterThan(0);
  });
});

describe('lanes', () => {
  it('stand alike before they part; after it the one who leads is another', () => {
    const { scene } = killed();
    const { parting } = scene.slots;
    const before = scene.stretches.flat().filter(({ from }) => from < parting);
    for (const { first, second } of before) expect(second).toEqual(first);
    // S1 is down in one, and follows in the other.
    const [down] = (scene.stretches[0] ?? []).filter(({ first, second }) => first === null && second !== null);
    expect(down?.from).toBeGreaterThanOrEqual(parting);
    // S3 is back only to lead in one, and to follow in the other.
    expect(scene.stretches[2]?.some(({ first, second }) => first?.leading === true && second?.leading !== true)).toBe(
      true,
    );
  });

  it('have a cut that both have once, as long as both have it', () => {
    const { scene, session } = twoFutures(partition, 424, [{ do: 'healAll' }], 700);
    expect(session.branches).toHaveLength(2);
    const [healed, cut] = [scene.first.bands[0], scene.second.bands[0]];
    expect(healed?.from).toBe(cut?.from);
    expect(healed?.to).toBe(scene.slots.parting);
    expect(cut?.to ?? Infinity).toBeGreaterThan(scene.slots.parting);
    // What waits at the cut of the other branch waits there alone.
    const held = overlayPictureOf(scene, fitted(scene.end)).marks.filter(({ wait }) => wait !== null);
    const after = held.filter(({ i }) => i >= 0 && (scene.arrows.start.steps[i] ?? 0) > scene.slots.parting);
    for (const mark of after) expect(sideOfMark(scene, mark)).toBe('second');
  });
});

it('what was lost in both is drawn once', () => {
  const { scene, first, second } = killed();
  const lost = scene.strays.filter(({ fate }) => fate === 'lost');
  const sides = lost.map(scene.sideOfStray);
  expect(sides).toContain('both');
  expect(sides).toContain('first');
  for (const stray of lost) {
    const run = scene.sideOfStray(stray) === 'second' ? second : first;
    const { sent, until } = scene.timesOfStray(stray);
    expect(run.entryAt(stray.index).lost.some(({ sentAt, at }) => sentAt === sent && at === until)).toBe(true);
    expect(stray.until).toBeGreaterThanOrEqual(stray.sentAt);
  }
});

it('two branches that have not parted have one course', () => {
  const { scene } = twoFutures(leaderKilled, 140, [{ do: 'setClock', server: sidOf(1), offsetMillis: 0 }]);
  const { slots } = scene;
  const own = Array.from({ length: slots.count - slots.parting }, (_, i) => slots.sideOf(slots.parting + i));
  // But for what was done.
  expect(own.filter((side) => side !== 'both')).toEqual(['first']);
});
