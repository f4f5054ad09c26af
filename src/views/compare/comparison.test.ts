import { expect, it } from 'vitest';
import { Session } from '../../app/session.ts';
import { leaderKilled } from '../../scenario/builtin/leader-killed.ts';
import { startOf } from '../../scenario/start.ts';
import { eventKey } from '../../sim/event-key.ts';
import { zooKeeperMachine } from '../../sim/machine.ts';
import { withScript } from '../../sim/script.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import { comparisonOf, rowAt } from './comparison.ts';

function twoFutures() {
  const session = new Session(
    { machine: zooKeeperMachine, withScript, start: (from) => startOf(from, null) },
    leaderKilled,
  );
  session.ensureAhead({ branch: 0, cursor: 0 }, 600);
  const acted = session.act({ branch: 0, cursor: 150 }, [{ do: 'freeze', server: sidOf(1) }]);
  if (!acted.ok) throw new Error(acted.error.reason);
  session.ensureAhead({ branch: 1, cursor: 0 }, 600);
  const [first, second] = [session.branch(0), session.branch(1)];
  return { first, second, comparison: comparisonOf(first, second) };
}

/** The same scenario with S1 killed, beside as it goes: what comes then differs for long. */
function killed() {
  const session = new Session(
    { machine: zooKeeperMachine, withScript, start: (from) => startOf(from, null) },
    leaderKilled,
  );
  session.ensureAhead({ branch: 0, cursor: 0 }, 500);
  const acted = session.act({ branch: 0, cursor: 140 }, [{ do: 'kill', server: sidOf(1) }]);
  if (!acted.ok) throw new Error(acted.error.reason);
  const [second, first] = [session.branch(0), session.branch(acted.value.branch)];
  session.ensureUntil(first.id, second.timeAt(second.length), 600);
  return { first, second, comparison: comparisonOf(first, second) };
}

it('lists every own event of both once, each in its own order where nothing is matched', () => {
  const { first, second, comparison } = twoFutures();
  const { rows, shared, onlySecond } = comparison;
  expect(shared).toBe(150);
  const ofFirst = rows.flatMap((row) => (row.first === null ? [] : [row.first]));
  const worth = Array.from({ length: first.length - 150 }, (_, i) => 150 + i).filter(
    (index) => eventKey(first.entryAt(index)) !== null,
  );
  expect(ofFirst).toEqual(worth);
  const alone = rows.flatMap((row) => (row.first === null && row.second !== null ? [row.second] : []));
  expect(alone).toEqual(onlySecond);
  expect(second.entryAt(alone[0] ?? -1).action).toEqual({ do: 'freeze', server: 1 });
});

it('puts matched events in one row', () => {
  const { first, second, comparison } = twoFutures();
  const matched = comparison.rows.filter((row) => row.first !== null && row.second !== null);
  expect(matched.length).toBeGreaterThan(20);
  for (const row of matched) {
    expect(eventKey(first.entryAt(row.first ?? -1))).toBe(eventKey(second.entryAt(row.second ?? -1)));
  }
});

it('is the same object until something new has been run', () => {
  const { first, second, comparison } = twoFutures();
  expect(comparisonOf(first, second)).toBe(comparison);
  second.extend(10);
  expect(comparisonOf(first, second)).not.toBe(comparison);
});

it('finds the row of a cursor', () => {
  const { comparison } = twoFutures();
  expect(rowAt(comparison, 150)).toBe(-1);
  const row = rowAt(comparison, 200);
  expect(comparison.rows[row]?.first).toBeLessThan(200);
  expect(comparison.rows.slice(row + 1).every(({ first }) => first === null || first >= 200)).toBe(true);
});

it('puts nothing before what caused it', () => {
  const { second, comparison } = killed();
  const rowOf = new Map(comparison.rows.map((row, i) => [row.second, i]));
  const early = comparison.rows.filter((row, i) => {
    const by = row.second === null ? -1 : second.valueAt('by', row.second);
    return row.first === null && row.second !== null && by < row.second && (rowOf.get(by) ?? -1) > i;
  });
  expect(early).toEqual([]);
});

it('puts what only one has in between by time', () => {
  const { first, second, comparison } = killed();
  const turns = comparison.rows.flatMap((row, i) => {
    const before = comparison.rows[i - 1];
    if (before?.first !== null || before.second === null || row.first === null || row.second !== null) return [];
    return [[second.valueAt('at', before.second), first.valueAt('at', row.first)] as const];
  });
  expect(turns.length).toBeGreaterThan(2);
  for (const [earlier, later] of turns) expect(earlier).toBeLessThanOrEqual(later);
});
