import { expect, it } from 'vitest';
import { quoted } from './quoted.ts';

it.each([
  ['Two leaders?', '“Two leaders?”'],
  ['“Leaders epoch, 2”', '“Leaders epoch, 2”'],
  ['“Yes” and “no”', '“‘Yes’ and ‘no’”'],
  ['A vote says “follow me”', '“A vote says ‘follow me’”'],
])('%s is quoted as %s', (text, said) => {
  expect(quoted(text)).toBe(said);
});
