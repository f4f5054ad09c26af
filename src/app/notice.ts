/** Something the visitor must be told. Facts only: the catalogue has the words. */
import type { BeyondLesson, ShareProblem } from '../scenario/share.ts';
import type { Action } from '../sim/action.ts';
import type { LeftOut } from './plan.ts';
import type { Stop } from './stops.ts';
import type { OpenProblem } from './session.ts';

export type Notice =
  /** `reason` is the catalogue key the engine gave. */
  | { readonly kind: 'refused'; readonly action: Action; readonly reason: string }
  /** Of a changed plan, what made no sense any more and is not in it. */
  | { readonly kind: 'leftOut'; readonly deeds: readonly LeftOut[] }
  /** A link that could not be opened; `text` is all of it, to be copied. The default scenario is open instead. */
  | { readonly kind: 'badLink'; readonly problem: ShareProblem | OpenProblem; readonly text: string }
  /** A link to a step that its lesson does not have; `text` is all of it. The last step is shown instead. */
  | ({ readonly kind: 'noSuchStep' } & BeyondLesson)
  /** The run is not the one that the author of the link saw. */
  | { readonly kind: 'mismatch'; readonly expected: string; readonly actual: string }
  /** Nothing changes any more by itself: there is nothing to jump to. */
  | { readonly kind: 'noChange' }
  /** Playback has met a breakpoint. */
  | { readonly kind: 'stopped'; readonly stop: Stop }
  /** What was waited for does not happen, as far as was run. */
  | { readonly kind: 'notMet' }
  /** What was asked for never changed before. */
  | { readonly kind: 'alwaysSo' }
  /** There is no other branch, or none further on. */
  | { readonly kind: 'noBranch' }
  /** The browser lets no window open for the notes. */
  | { readonly kind: 'windowBlocked' }
  /** No more bookmarks are kept. */
  | { readonly kind: 'enoughBookmarks' }
  | { readonly kind: 'linkCopied' }
  /** The clipboard is out of reach: here is the link to copy by hand. */
  | { readonly kind: 'linkToCopy'; readonly text: string };
