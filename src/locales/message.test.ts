import { expect, it } from 'vitest';
import { formatsOf } from './message.ts';

it.each([
  [0, 500, '0.0'],
  [1500, 500, '1.5'],
  [2000, 1000, '2'],
  [30, 20, '0.03'],
  [1_200_000, 200_000, '1,200'],
])('%i ms on an axis of %i ms steps is %s', (millis, step, text) => {
  expect(formatsOf('en').tick(millis, step)).toBe(text);
});

it.each([
  [7.2, '8 ms'],
  [192, '200 ms'],
  [1811, '1,900 ms'],
])('a wait of %d ms is said as %s', (millis, text) => {
  expect(formatsOf('en').millis(millis)).toBe(text);
});
