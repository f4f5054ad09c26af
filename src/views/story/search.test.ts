import { expect, it } from 'vitest';
import { foundBeside, newSearch, searchOn } from './search.ts';

const TEXTS = ['S1 votes for S3', 'S2 applies 1·1', 'S3 commits 1·1', 'S1 applies 1·1'];
const ROWS = [0, 1, 2, 3];

it.each([
  ['', [0, 1, 2, 3]],
  ['applies', [1, 3]],
  ['S1 APPLIES', [3]],
  ['1·1 s3', [2]],
  ['nothing of the kind', []],
])('%j is found at %j', (query, found) => {
  expect(searchOn(newSearch(query), ROWS, (index) => TEXTS[index] ?? '', 100).found).toEqual(found);
});

const text = (index: number): string => TEXTS[index] ?? '';

it('goes on where it stopped', () => {
  let search = newSearch('applies');
  search = searchOn(search, ROWS, text, 2);
  expect(search).toMatchObject({ looked: 2, found: [1] });
  search = searchOn(search, ROWS, text, 2);
  expect(search).toMatchObject({ looked: 4, found: [1, 3] });
});

it.each([
  [1, 1, 3],
  [3, 1, 1],
  [3, -1, 1],
  [0, -1, 3],
] as const)('from %i by %i to %i', (index, direction, to) => {
  expect(foundBeside([1, 3], index, direction)).toBe(to);
  expect(foundBeside([], index, direction)).toBeNull();
});
