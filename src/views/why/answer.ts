/** An answer as facts: what is said of how things stand, then the events that led there, or what each server lacks. */
import type { Question } from '../../app/question.ts';
import type { StageFacts } from '../../sim/facts.ts';
import type { Cause, Run } from './causes.ts';
import type { Said } from './said.ts';

/** What keeps some servers, and the event that brought that about where there is one. */
export interface Reason {
  readonly said: Said;
  readonly index: number | null;
  /** Where it speaks of several servers, the same of the others. */
  readonly others?: readonly number[];
}

export interface Answer {
  /** The answer in one sentence; null where the newest event is that. */
  readonly head: Said | null;
  /** The event that the head speaks of. */
  readonly headIndex: number | null;
  /** Newest first, back to something done from outside or to a wait that ran out. */
  readonly causes: readonly Cause[];
  readonly reasons: readonly Reason[];
  /** What happens next that changes anything, unless somebody acts; null where nothing of the kind is asked or known. */
  readonly next: Cause | null;
}

/** Everything that an answer is made from: nothing beyond the moment that was asked about, but `next`. */
export interface Case {
  readonly question: Question;
  readonly facts: StageFacts;
  readonly run: Run;
  /** Of the moment. */
  readonly cursor: number;
}
