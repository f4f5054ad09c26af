import { expect, it } from 'vitest';
import { clampSpeed, sliderToSpeed, speedStep, speedToSlider } from './speed.ts';

it.each([
  [0.1, 0.2, 0.05],
  [0.15, 0.2, 0.1],
  [1, 2, 0.5],
  [100, 100, 50],
  [0.01, 0.02, 0.01],
])('from %f the keys lead to %f and %f', (speed, faster, slower) => {
  expect([speedStep(speed, 1), speedStep(speed, -1)]).toEqual([faster, slower]);
});

it('the slider is logarithmic, and comes back to the speed it shows', () => {
  expect([speedToSlider(0.01), speedToSlider(1), speedToSlider(100)]).toEqual([0, 0.5, 1]);
  for (const speed of [0.01, 0.017, 0.1, 2.5, 100]) expect(sliderToSpeed(speedToSlider(speed))).toBeCloseTo(speed, 5);
  expect([clampSpeed(0), clampSpeed(1e6)]).toEqual([0.01, 100]);
});
