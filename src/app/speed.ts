/** How fast virtual time passes: virtual milliseconds per millisecond of the viewer. */

export const SPEED_MIN = 0.01;
export const SPEED_MAX = 100;
/** So much slower it goes by itself where something worth seeing happens. */
export const SLOW_FACTOR = 4;
/** What − and = step through, and the menu offers. */
export const LADDER: readonly number[] = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100];

export function clampSpeed(speed: number): number {
  return Math.min(SPEED_MAX, Math.max(SPEED_MIN, speed));
}

/** The next rung above or below. */
export function speedStep(speed: number, direction: 1 | -1): number {
  if (direction === 1) return LADDER.find((rung) => rung > speed * 1.001) ?? SPEED_MAX;
  return LADDER.findLast((rung) => rung < speed * 0.999) ?? SPEED_MIN;
}

/** Position of a speed on a logarithmic slider, 0 to 1. */
export function speedToSlider(speed: number): number {
  return Math.log(clampSpeed(speed) / SPEED_MIN) / Math.log(SPEED_MAX / SPEED_MIN);
}

/** Rounded to two digits, so that the slider stops at numbers worth reading. */
export function sliderToSpeed(position: number): number {
  const speed = SPEED_MIN * (SPEED_MAX / SPEED_MIN) ** position;
  return clampSpeed(Number(speed.toPrecision(2)));
}
