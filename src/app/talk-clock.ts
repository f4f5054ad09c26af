/** How long somebody has been talking, and how long is left: kept by the tab, so that a reload does not begin anew. */
import type { Kept } from './lesson-progress.ts';

export interface Talk {
  /** When it began, in milliseconds of the wall clock. */
  readonly since: number;
  /** How long it is to last. */
  readonly minutes: number;
}

export interface TalkTime {
  /** Whole seconds. */
  readonly elapsed: number;
  /** Whole seconds; negative once it is over. */
  readonly left: number;
}

export const MINUTES_AT_FIRST = 45;
export const MINUTES_MAX = 600;
const KEY = 'zabscope.talk';

export function timeOf({ since, minutes }: Talk, now: number): TalkTime {
  const elapsed = Math.max(0, Math.floor((now - since) / 1000));
  return { elapsed, left: minutes * 60 - elapsed };
}

/** What is typed as a length; null where that is none. */
export function minutesIn(text: string): number | null {
  const minutes = Number(text.trim());
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= MINUTES_MAX ? minutes : null;
}

/** The talk that this tab has begun, unless it was over long ago; else one that begins now, as long as the last one. */
export function recallTalk(kept: () => Kept, now: number): Talk {
  const talk = keptTalk(kept);
  if (talk === null) return { since: now, minutes: MINUTES_AT_FIRST };
  const { elapsed } = timeOf(talk, now);
  return talk.since > now || elapsed > 2 * talk.minutes * 60 ? { ...talk, since: now } : talk;
}

export function keepTalk(kept: () => Kept, talk: Talk): void {
  try {
    kept().setItem(KEY, JSON.stringify(talk));
  } catch {
    // Storage is forbidden: it lasts as long as the page.
  }
}

function keptTalk(kept: () => Kept): Talk | null {
  try {
    const value: unknown = JSON.parse(kept().getItem(KEY) ?? 'null');
    if (typeof value !== 'object' || value === null || !('since' in value) || !('minutes' in value)) return null;
    const { since, minutes } = value;
    return typeof since === 'number' && typeof minutes === 'number' && minutesIn(String(minutes)) !== null
      ? { since, minutes }
      : null;
  } catch {
    return null;
  }
}
