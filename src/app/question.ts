/** What can be asked about a moment. The answers are views' (`views/why`); a question is remembered with its place. */
import type { Sid, Zxid } from '../zookeeper/ids.ts';
import type { Place } from './session.ts';

export type Question =
  /** Why did this event happen? Its position in the branch, from 0. */
  | { readonly ask: 'event'; readonly index: number }
  /** Why is a server what it is: LEADING, LOOKING, down, …? */
  | { readonly ask: 'role'; readonly sid: Sid }
  /** Why does it vote, or did it, for whom it does? */
  | { readonly ask: 'vote'; readonly sid: Sid }
  /** Why is a transaction committed; where it is not, how did it come about? */
  | { readonly ask: 'txn'; readonly zxid: Zxid }
  /** Why was a message under way sent? By the seq of its facts. */
  | { readonly ask: 'message'; readonly seq: number }
  /** What does a client wait for, or what brought it to where it is? */
  | { readonly ask: 'client'; readonly name: string }
  /** Why is one direction of a link cut; where it is not, why did the last message come over it? */
  | { readonly ask: 'link'; readonly from: Sid; readonly to: Sid }
  | { readonly ask: 'notLeader'; readonly sid: Sid }
  /** Why does no other server lead than this one, which does? */
  | { readonly ask: 'noOtherLeader'; readonly sid: Sid }
  | { readonly ask: 'noLeader' }
  /** Why does a server serve no clients? */
  | { readonly ask: 'notServing'; readonly sid: Sid }
  | { readonly ask: 'notCommitted'; readonly zxid: Zxid }
  | { readonly ask: 'notArrived'; readonly seq: number }
  /** Why has a client no answer yet? */
  | { readonly ask: 'notAnswered'; readonly name: string }
  /** What has not come over a link yet? */
  | { readonly ask: 'notPassed'; readonly from: Sid; readonly to: Sid };

/** What was asked, and of which moment: the answer stays the same wherever one goes on the branch. */
export interface Asked {
  readonly question: Question;
  readonly place: Place;
  /** The inspector was opened for it, and is folded with it. */
  readonly unfolds: boolean;
}
