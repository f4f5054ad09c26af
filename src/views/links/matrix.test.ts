import { expect, it } from 'vitest';
import { Session } from '../../app/session.ts';
import { partition } from '../../scenario/builtin/partition.ts';
import { startOf } from '../../scenario/start.ts';
import { zooKeeperMachine } from '../../sim/machine.ts';
import { withScript } from '../../sim/script.ts';
import { select } from '../../sim/select.ts';
import { countedKinds, linkMatrix } from './matrix.ts';

/** The partition S1 S2 S3 ‖ S4 S5 at 2.000, one second later: what S5 has sent since waits. */
function matrixAt(time: number) {
  const session = new Session(
    { machine: zooKeeperMachine, withScript, start: (from) => startOf(from, null) },
    partition,
  );
  session.ensureUntil(0, time, 10_000);
  return linkMatrix(session.facts(select, { branch: 0, cursor: session.branch(0).cursorAtTime(time) }));
}

it('every ordered pair of servers is a cell, a server with itself is none', () => {
  const matrix = matrixAt(1900);
  expect(matrix.map((row) => row.map((cell) => (cell === null ? '-' : `${cell.from}>${cell.to}`)).join(' '))).toEqual([
    '- 1>2 1>3 1>4 1>5',
    '2>1 - 2>3 2>4 2>5',
    '3>1 3>2 - 3>4 3>5',
    '4>1 4>2 4>3 - 4>5',
    '5>1 5>2 5>3 5>4 -',
  ]);
  expect(
    matrix.flat().every((cell) => cell === null || (!cell.cut && cell.latencyMillis === 10 && cell.held === 0)),
  ).toBe(true);
});

it('a cut is seen in its cells alone, with what it holds back', () => {
  const matrix = matrixAt(3000);
  const [, , third = [], , fifth = []] = matrix;
  expect(fifth.map((cell) => cell?.cut)).toEqual([true, true, true, false, undefined]);
  expect(third.map((cell) => cell?.cut)).toEqual([false, false, undefined, true, true]);
  expect(fifth[0]).toMatchObject({ quorum: true, held: fifth[0]?.underWay.length });
  expect(fifth[0]?.held).toBeGreaterThan(0);
  expect(fifth[3]?.held).toBe(0);
});

it('packets are counted by kind, in the order of their first', () => {
  expect(countedKinds(['PING', 'PROPOSAL', 'PING'])).toEqual([
    ['PING', 2],
    ['PROPOSAL', 1],
  ]);
});
