import { expect, it } from 'vitest';
import { ranked } from './palette.ts';

const NAMES = ['Play or pause', 'One event back', 'Freeze S3', 'Back to the last change', 'Scenario: three servers'];

// oxfmt-ignore
it.each([
  ['',            NAMES],
  ['back',        ['Back to the last change', 'One event back']],
  ['S3 fr',       ['Freeze S3']],
  ['OR',          ['Play or pause']],
  ['ser',         ['Scenario: three servers']],
  ['ch',          ['Back to the last change']],
  ['  back  one', ['One event back']],
  ['zzz',         []],
])('"%s" finds %j', (query, found) => {
  expect(ranked(NAMES.map((text) => ({ text })), query).map(({ text }) => text)).toEqual(found);
});
