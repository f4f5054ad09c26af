import { expect, it } from 'vitest';
import { enLab } from '../../locales/en-lab.ts';
import { en } from '../../locales/en.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import { namedFaults } from './fault-names.ts';
import { timelineLayout } from './layout.ts';
import type { FaultSpan } from './strips.ts';

const layout = timelineLayout({ width: 1140, height: 116, servers: 5, end: 10_000, names: true });
const down = (sid: number, from: number, to: number | null): FaultSpan => ({
  kind: 'down',
  from,
  to,
  sids: [sidOf(sid)],
  groups: [],
});

function namesOf(faults: readonly FaultSpan[], writes: readonly number[] = []) {
  return namedFaults(layout, faults, writes, { ...en, ...enLab }).flatMap(({ text }) => (text === null ? [] : [text]));
}

it('servers that go down at one moment have one name', () => {
  const names = namesOf([1, 2, 3, 4, 5].map((sid) => down(sid, 1000, null)));
  expect(names.map(({ name }) => name)).toEqual(['S1 S2 S3 S4 S5 down']);
});

it('no name lies over another, whatever comes how soon', () => {
  for (let gap = 0; gap < 1500; gap += 50) {
    const names = namesOf(
      [1, 2, 3, 4, 5].map((sid) => down(sid, 1000 + sid * gap, 1400 + sid * gap * 1.5)),
      [1000 + gap * 2.5],
    );
    expect(names.length).toBeGreaterThan(0);
    for (const [index, { x }] of names.slice(1).entries()) {
      expect(x).toBeGreaterThanOrEqual((names[index]?.x ?? 0) + (names[index]?.width ?? 0));
    }
  }
});
