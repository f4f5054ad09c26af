/** Where two values differ, leaf by leaf. */

/** A path where a recording and its replay say different things; undefined where one says nothing. */
export interface Difference {
  readonly path: string;
  readonly recorded: unknown;
  readonly simulated: unknown;
}

/** Every leaf where the two differ. Records are gone into; lists are compared whole. */
export function differences(path: string, recorded: unknown, simulated: unknown): readonly Difference[] {
  if (!isRecord(recorded) || !isRecord(simulated)) {
    return isSame(recorded, simulated) ? [] : [{ path, recorded, simulated }];
  }
  const keys = [...new Set([...Object.keys(recorded), ...Object.keys(simulated)])];
  return keys.flatMap((key) => differences(`${path}/${key}`, recorded[key], simulated[key]));
}

/** Of two lists, what follows where they part, a few items of each. */
export function listDifference(
  path: string,
  recorded: readonly unknown[],
  simulated: readonly unknown[],
): readonly Difference[] {
  const length = Math.max(recorded.length, simulated.length);
  for (let i = 0; i < length; i++) {
    if (isSame(recorded[i], simulated[i])) continue;
    return [
      {
        path: `${path}/${i}`,
        recorded: excerpt(recorded, i),
        simulated: excerpt(simulated, i),
      },
    ];
  }
  return [];
}

const EXCERPT = 6;

function excerpt(list: readonly unknown[], from: number): readonly unknown[] {
  const rest = list.length - from - EXCERPT;
  return [...list.slice(from, from + EXCERPT), ...(rest > 0 ? [`… ${rest} more`] : [])];
}

export function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, i) => isSame(item, b[i]));
  }
  if (isRecord(a) && isRecord(b)) return differences('', a, b).length === 0;
  return a === b;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
