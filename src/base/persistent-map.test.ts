import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestOf } from './digest.ts';
import { type PersistentMap, differences, emptyMap, lookUp, put, remove, sortedEntries } from './persistent-map.ts';

/** Pairs of keys with one and the same 32-bit hash, found by trying. */
const COLLIDING = ['/1iistceo', '/a65t0g6'] as const;

function mapOf(entries: Iterable<readonly [string, number]>): PersistentMap<number> {
  let map = emptyMap<number>();
  for (const [key, value] of entries) map = put(map, key, value);
  return map;
}

const key = fc.oneof(
  fc.constantFrom('', '/', ...COLLIDING, '/a', '/b', '/zookeeper'),
  fc.string({ maxLength: 3 }),
  fc.nat({ max: 300 }).map((n) => `/n${n}`),
);
const changes = fc.array(fc.tuple(key, fc.option(fc.nat())), { maxLength: 200 });

it('holds what a Map holds, whatever is put and removed', () => {
  fc.assert(
    fc.property(changes, (script) => {
      const model = new Map<string, number>();
      let map = emptyMap<number>();
      for (const [name, value] of script) {
        if (value === null) {
          model.delete(name);
          map = remove(map, name);
        } else {
          model.set(name, value);
          map = put(map, name, value);
        }
        expect([map.size, lookUp(map, name)]).toEqual([model.size, model.get(name) ?? null]);
      }
      expect(sortedEntries(map)).toEqual([...model].toSorted(([a], [b]) => (a < b ? -1 : 1)));
    }),
    { numRuns: 200, seed: 1 },
  );
});

it('is the same value however it came about', () => {
  fc.assert(
    fc.property(changes, (script) => {
      const model = new Map<string, number>();
      let map = emptyMap<number>();
      for (const [name, value] of script) {
        if (value === null) model.delete(name);
        else model.set(name, value);
        map = value === null ? remove(map, name) : put(map, name, value);
      }
      expect(digestOf(map)).toBe(digestOf(mapOf(model)));
      expect(digestOf(map)).toBe(digestOf(mapOf([...model].toReversed())));
    }),
    { numRuns: 200, seed: 2 },
  );
});

function byKey([a]: readonly [string, ...unknown[]], [b]: readonly [string, ...unknown[]]): number {
  return a < b ? -1 : 1;
}

it('tells where two versions differ, and looks at nothing they share', () => {
  const versions = fc.tuple(changes, changes);
  fc.assert(
    fc.property(versions, ([first, then]) => {
      const change = (map: PersistentMap<number>, [name, value]: (typeof first)[number]): PersistentMap<number> =>
        value === null ? remove(map, name) : put(map, name, value);
      const before = first.reduce(change, emptyMap<number>());
      const after = then.reduce(change, before);
      const keys = new Set([...first, ...then].map(([name]) => name));
      const expected = [...keys]
        .map((name) => [name, lookUp(before, name), lookUp(after, name)] as const)
        .filter(([, was, is]) => was !== is);
      expect(differences(before, after).toSorted(byKey)).toEqual(expected.toSorted(byKey));
    }),
    { numRuns: 200, seed: 3 },
  );
  const full = mapOf(Array.from({ length: 1000 }, (_, i) => [`/n${i}`, i]));
  const seen = new Proxy(full.root, {
    get: () => expect.unreachable('what two versions share is not read'),
  });
  expect(differences({ size: 1000, root: seen }, { size: 1000, root: seen })).toEqual([]);
});

describe('keys with the same hash', () => {
  const [one, two] = COLLIDING;

  it('live side by side', () => {
    const map = mapOf([
      [one, 1],
      [two, 2],
      [one, 3],
    ]);
    expect([map.size, lookUp(map, one), lookUp(map, two)]).toEqual([2, 3, 2]);
    expect(sortedEntries(remove(map, one))).toEqual([[two, 2]]);
    expect(remove(remove(map, one), two)).toEqual(emptyMap());
  });

  it('are not taken for each other', () => {
    expect(lookUp(mapOf([[one, 1]]), two)).toBeNull();
    const map = mapOf([[one, 1]]);
    expect(remove(map, two)).toBe(map);
  });
});

it('never changes what it came from', () => {
  const before = mapOf([
    ['/a', 1],
    ['/b', 2],
  ]);
  const text = JSON.stringify(before);
  put(before, '/a', 9);
  put(before, '/c', 3);
  remove(before, '/a');
  expect(JSON.stringify(before)).toBe(text);
});
