/** The steps that a run holds in store, exchanged for others. */
import { digestOf } from '../base/digest.ts';
import type { Moment, ScriptStep } from './moment.ts';

/** The same moment with other steps ahead: those already taken must be the same. */
export function withScript(moment: Moment, script: readonly ScriptStep[]): Moment {
  return { ...moment, script };
}

/** When two scripts first differ, in virtual milliseconds: up to then they make the same run. Null when they never do. */
export function partingTime(one: readonly ScriptStep[], other: readonly ScriptStep[]): number | null {
  for (let i = 0; i < Math.max(one.length, other.length); i++) {
    const [a, b] = [one[i], other[i]];
    if (a === b || (a !== undefined && b !== undefined && digestOf(a) === digestOf(b))) continue;
    return Math.min(a?.at ?? Infinity, b?.at ?? Infinity);
  }
  return null;
}
