import { expect, it } from 'vitest';
import { sidOf } from '../../zookeeper/ids.ts';
import { type Turn, stripsOf } from './strips.ts';

const [s1, s2, s3] = [sidOf(1), sidOf(2), sidOf(3)];
const phase = (at: number, node: number, state: 'LOOKING' | 'LEADING', name: 'ELECTION' | 'BROADCAST'): Turn => ({
  index: at,
  at,
  kind: 'phase',
  node,
  state,
  phase: name,
});

const act = (at: number, action: Extract<Turn, { kind: 'action' }>['action']): Turn => ({
  index: at,
  at,
  kind: 'action',
  action,
});

it('a phase lasts until the next, a killed server has none', () => {
  const { spans, deaths, faults } = stripsOf(
    [
      phase(0, 0, 'LOOKING', 'ELECTION'),
      phase(20, 0, 'LEADING', 'BROADCAST'),
      { index: 3, at: 50, kind: 'action', action: { do: 'kill', server: s1 } },
      { index: 4, at: 70, kind: 'action', action: { do: 'start', server: s1 } },
      phase(70, 0, 'LOOKING', 'ELECTION'),
    ],
    [s1, s2, s3],
  );
  expect(spans[0]?.map(({ from, to, leading }) => [from, to, leading])).toEqual([
    [0, 20, false],
    [20, 50, true],
    [70, null, false],
  ]);
  expect(deaths).toEqual([{ node: 0, at: 50 }]);
  expect(faults).toEqual([{ kind: 'down', from: 50, to: 70, sids: [s1], groups: [] }]);
});

it('a server that dies at a flush has no phase from there on, and is down until it is started', () => {
  const { spans, deaths, faults } = stripsOf(
    [
      phase(0, 0, 'LEADING', 'BROADCAST'),
      { index: 1, at: 30, kind: 'death', node: 0 },
      act(70, { do: 'start', server: s1 }),
      phase(70, 0, 'LOOKING', 'ELECTION'),
    ],
    [s1, s2, s3],
  );
  expect(spans[0]?.map(({ from, to }) => [from, to])).toEqual([
    [0, 30],
    [70, null],
  ]);
  expect(deaths).toEqual([{ node: 0, at: 30 }]);
  expect(faults).toEqual([{ kind: 'down', from: 30, to: 70, sids: [s1], groups: [] }]);
});

it('cuts last until they are healed, one by one or all at once', () => {
  const { faults } = stripsOf(
    [
      act(1, { do: 'cut', from: s1, to: s2 }),
      act(2, { do: 'partition', groups: [[s1], [s2, s3]] }),
      act(3, { do: 'heal', from: s1, to: s2 }),
      act(4, { do: 'healAll' }),
      act(5, { do: 'freeze', server: s3 }),
    ],
    [s1, s2, s3],
  );
  expect(faults.map(({ kind, from, to }) => [kind, from, to])).toEqual([
    ['cut', 1, 3],
    ['cut', 2, 4],
    ['frozen', 5, null],
  ]);
});
