import { expect, it } from 'vitest';
import type { Span } from '../timeline/strips.ts';
import { stretchesOf } from './stretches.ts';

const span = (from: number, to: number | null, phase: Span['phase'], leading = false): Span => ({
  from,
  to,
  phase,
  leading,
});

// oxfmt-ignore
const COURSE = [span(0, 4, 'ELECTION'), span(4, null, 'BROADCAST', true)];

it('a lane is parted only where its server stands otherwise in the two', () => {
  const stretches = stretchesOf({ parting: 10, count: 30 }, COURSE, [
    ...COURSE.slice(0, 1),
    span(4, 15, 'BROADCAST', true),
    span(15, 20, 'ELECTION'),
    span(20, null, 'BROADCAST', true),
  ]);
  const [leads, elects] = [COURSE[1], span(15, 20, 'ELECTION')].map((one) => one?.phase);
  expect(stretches.map(({ from, to, first, second }) => [from, to, first?.phase, second?.phase])).toEqual([
    [0, 4, 'ELECTION', 'ELECTION'],
    [4, 15, leads, leads],
    [15, 20, leads, elects],
    [20, 30, leads, leads],
  ]);
});

it('one that is down in one branch stands in the other alone', () => {
  const stretches = stretchesOf({ parting: 10, count: 30 }, [span(0, 12, 'BROADCAST')], [span(0, null, 'BROADCAST')]);
  expect(stretches.at(-1)).toMatchObject({ from: 12, to: 30, first: null, second: { phase: 'BROADCAST' } });
});

it('what only the second branch has is empty in the first, after they part', () => {
  const [before, after] = stretchesOf({ parting: 10, count: 30 }, [], [span(12, null, 'ELECTION')]);
  expect(before).toMatchObject({ from: 10, to: 12, first: null, second: null });
  expect(after).toMatchObject({ from: 12, to: 30, first: null, second: { phase: 'ELECTION' } });
});
