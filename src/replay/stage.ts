/** What every step of a recording is played with, and what it gives. */
import type { Calls } from './calls.ts';
import type { Player } from './player.ts';
import type { Facts } from './recording.ts';

export interface Stage {
  readonly player: Player;
  readonly calls: Calls;
}

/** What a step gave, to be compared with what was recorded; or why it failed. */
export type StepOutcome = { readonly facts: Facts } | { readonly failure: string };

export const DONE: StepOutcome = { facts: {} };
