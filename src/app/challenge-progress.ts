/** What a visitor has settled: kept in this browser alone. */
import type { Kept } from './lesson-progress.ts';

/** By challenge the fewest deeds it was done with; null: that it cannot be done was seen. */
export type Settled = Readonly<Record<string, number | null>>;

const KEY = 'zabscope.challenges';

/** What was kept; nothing where that is forbidden, or is not ours. */
export function recallSettled(kept: () => Kept): Settled {
  try {
    const value: unknown = JSON.parse(kept().getItem(KEY) ?? '{}');
    return isSettled(value) ? value : {};
  } catch {
    return {};
  }
}

/** With one more that is settled; the fewest deeds stay. */
export function withSettled(settled: Settled, id: string, deeds: number | null): Settled {
  const known = settled[id];
  return { ...settled, [id]: typeof known === 'number' && deeds !== null ? Math.min(known, deeds) : deeds };
}

export function keepSettled(kept: () => Kept, settled: Settled): void {
  try {
    kept().setItem(KEY, JSON.stringify(settled));
  } catch {
    // Storage is forbidden: it lasts as long as the page.
  }
}

export function isSettled(value: unknown): value is Settled {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((one) => one === null || (Number.isInteger(one) && Number(one) >= 0));
}
