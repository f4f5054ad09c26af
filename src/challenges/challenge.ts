/**
 * What a challenge is: a run to begin with and what must be true of it at some moment. Whether it is true is asked of the
 * run alone. Some cannot be had: then the answer is to say so, and what stands against it is shown.
 */
import type { Condition } from '../lessons/condition.ts';
import type { Language } from '../locales/language.ts';
import type { Way } from '../lessons/lesson.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { ActionKind } from '../sim/action.ts';

export interface Challenge {
  /** Names it in links: `two-leading`. */
  readonly id: string;
  readonly scene: Scenario;
  /** All of it holds at one and the same moment. */
  readonly goal: readonly Condition[];
  /** Deeds that are against the rules of this one: whoever takes them has another task. */
  readonly without?: readonly ActionKind[];
  /**
   * A way to it, one deed each step, with as few deeds as we know: that is par. For what cannot be had, null.
   */
  readonly solution: readonly Way[] | null;
  /** The ways that come nearest to what cannot be had, each to where it fails. */
  readonly attempts?: readonly (readonly Way[])[];
  /** Sections of the protocol reference. */
  readonly cites: readonly string[];
}

export interface ChallengeWords {
  readonly title: string;
  readonly task: string;
  /** Said of each condition, in their order. */
  readonly goal: readonly string[];
  /** Once it is done, or known that it cannot be done: why. */
  readonly why: string;
}

/** A challenge and what it says in every language there is. */
export interface SetChallenge {
  readonly challenge: Challenge;
  readonly words: Readonly<Record<Language, ChallengeWords>>;
}

/** The fewest deeds that are known to do it; null where none do. */
export function parOf({ solution }: Challenge): number | null {
  return solution === null ? null : solution.filter(({ acts }) => acts !== undefined).length;
}
