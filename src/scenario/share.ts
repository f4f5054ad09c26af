/** What one person sends another: the causes of a run and a place in it, never a state. */
import type { Action } from '../sim/action.ts';
import type { Scenario } from './scenario.ts';
import type { Selection } from './selection.ts';

/** How much of a digest travels. */
export const DIGEST_DIGITS = 8;
/** No run is shown beyond this many events, so no link needs more of them replayed. */
export const CURSOR_MAX = 200_000;

export interface SharedIntervention {
  /** How many events came before it. */
  readonly after: number;
  /** Milliseconds after the event before it. */
  readonly wait: number;
  readonly action: Action;
  /** It belongs to one deed with the one right before it. */
  readonly joined?: true;
}

/** A place on the way of the branch that was shared, or after it, to be found again. */
export interface SharedBookmark {
  readonly cursor: number;
  /** '' where it was given none. */
  readonly name: string;
}

export interface Share {
  readonly scenario: Scenario;
  /** In order; together they lead to the branch that was shared. */
  readonly interventions: readonly SharedIntervention[];
  readonly cursor: number;
  readonly selection: Selection | null;
  /** The lesson that it was seen in, if any. */
  readonly lesson?: SharedLesson;
  /** The first DIGEST_DIGITS of the digest of the moment at the cursor; null in links written by hand. */
  readonly digest: string | null;
  /** Left out where there are none. */
  readonly bookmarks?: readonly SharedBookmark[];
  /** What its author calls the branch; left out where it has no name. */
  readonly name?: string;
}

/** A step of a lesson, counted from 0. */
export interface SharedLesson {
  readonly id: string;
  readonly step: number;
  /** The rest of the share is a try of the visitor's own; else it is the step itself, wherever that is in the run. */
  readonly free: boolean;
  /** The link asked for a step that the lesson does not have: `step` is its last one instead. */
  readonly beyond?: BeyondLesson;
}

export interface BeyondLesson {
  /** Counted from 1, as in the link. */
  readonly asked: number;
  readonly steps: number;
  /** All of the link. */
  readonly text: string;
}

/** Why a text is no link of ours. Facts: the catalogue has the words. */
export type ShareProblem =
  /** Not one of the forms at all. */
  | { readonly reason: 'foreign' }
  | { readonly reason: 'newerVersion'; readonly version: string }
  | { readonly reason: 'unknownScenario'; readonly id: string }
  | { readonly reason: 'unknownLesson'; readonly id: string }
  | { readonly reason: 'unknownChallenge'; readonly id: string }
  | { readonly reason: 'unknownMisconception'; readonly id: string }
  /** Cut short or altered on its way. `part` says where it shows. */
  | { readonly reason: 'damaged'; readonly part: string };
