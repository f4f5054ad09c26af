import { expect, it } from 'vitest';
import type { Action } from '../../sim/action.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import { otherFaults } from './other-faults.ts';

const [s1, s2, s3] = [sidOf(1), sidOf(2), sidOf(3)];

function marks(...actions: readonly (readonly [number, Action])[]): readonly unknown[] {
  const turns = actions.map(([at, action], index) => ({ index, at, kind: 'action' as const, action }));
  return otherFaults(turns).map(({ kind, from, to, sids }) => [kind, from, to, sids.join(' ')]);
}

it('a disk is slow until it is faster, and refuses until it is mended', () => {
  expect(
    marks(
      [1, { do: 'slowDisk', server: s1, millis: 200 }],
      [2, { do: 'slowDisk', server: s1, millis: 400 }],
      [3, { do: 'failDisk', server: s1, because: 'full' }],
      [4, { do: 'slowDisk', server: s1, millis: 2 }],
      [5, { do: 'mendDisk', server: s1 }],
      [6, { do: 'failDisk', server: s2, because: 'error' }],
    ),
  ).toEqual([
    ['slow', 1, 2, '1'],
    ['slow', 2, 4, '1'],
    ['refusing', 3, 5, '1'],
    ['refusing', 6, null, '2'],
  ]);
});

it('a clock is wrong until it is right', () => {
  expect(
    marks(
      [1, { do: 'setClock', server: s3, offsetMillis: 60_000 }],
      [7, { do: 'setClock', server: s3, offsetMillis: 0 }],
    ),
  ).toEqual([['clock', 1, 7, '3']]);
});

it('links that begin to lose together have one mark', () => {
  expect(
    marks(
      [1, { do: 'loss', from: s1, to: s2, percent: 20 }],
      [1, { do: 'loss', from: s2, to: s1, percent: 20 }],
      [4, { do: 'loss', from: s1, to: s2, percent: 0 }],
    ),
  ).toEqual([['loss', 1, 4, '1 2']]);
});

it('what is done to a message or to a stopped disk is a moment', () => {
  const ref = { from: s1, to: s2, packet: 'ACK', number: 3 } as const;
  expect(
    marks(
      [2, { do: 'dropMessage', ...ref }],
      [3, { do: 'delayMessage', ...ref, millis: 5 }],
      [3, { do: 'delayMessage', ...ref, number: 4, millis: 5 }],
      [5, { do: 'wipe', server: s1 }],
      [5, { do: 'killAtFlush', server: s1, side: 'before' }],
    ),
  ).toEqual([
    ['once', 2, 2, ''],
    ['once', 3, 3, ''],
    ['once', 5, 5, '1'],
    ['once', 5, 5, '1'],
  ]);
});
