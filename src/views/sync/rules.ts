/** The questions of LearnerHandler.syncFollower in their order, each with its answer for one learner. */
import { type Zxid, counterOf } from '../../zookeeper/ids.ts';
import type { SyncRule } from '../../zookeeper/notes.ts';
import type { SyncNote } from './last-syncs.ts';

export type Question = 'equal' | 'past' | 'within' | 'before' | 'otherwise';

export interface AnsweredQuestion {
  readonly question: Question;
  /** What is compared, left to right; empty where nothing is. */
  readonly compared: readonly (Zxid | '=' | '≠' | '>' | '<' | '≤')[];
  /** 'passed': it fits, and what was found then decided nothing. */
  readonly state: 'no' | 'decides' | 'passed' | 'notAsked';
}

const ORDER: readonly Question[] = ['equal', 'past', 'within', 'before', 'otherwise'];

/** The question whose answer a rule is. */
export function questionOf({ rule, peerLastZxid, minCommittedLog }: SyncNote): Question {
  if (rule === 'crossEpoch') return peerLastZxid < minCommittedLog ? 'before' : 'within';
  return QUESTION_OF[rule];
}

const QUESTION_OF: Readonly<Record<Exclude<SyncRule, 'crossEpoch'>, Question>> = {
  equal: 'equal',
  pastMaxCommittedLog: 'past',
  inCommittedLog: 'within',
  divergedInCommittedLog: 'within',
  fromTxnLog: 'before',
  divergedInTxnLog: 'before',
  txnLogUnavailable: 'before',
  txnLogTooLarge: 'before',
  gapBeforeCommittedLog: 'before',
  unhandled: 'otherwise',
};

export function questionsOf(note: SyncNote): readonly AnsweredQuestion[] {
  const decisive = ORDER.indexOf(questionOf(note));
  return ORDER.map((question, index) => ({
    question,
    compared: compared(question, note),
    state: index > decisive ? 'notAsked' : index === decisive ? 'decides' : fits(question, note) ? 'passed' : 'no',
  }));
}

function fits(question: Question, { peerLastZxid: peer, ...leader }: SyncNote): boolean {
  const { minCommittedLog: min, maxCommittedLog: max, lastProcessedZxid: last } = leader;
  switch (question) {
    case 'equal':
      return last === peer;
    case 'past':
      // A zxid with counter 0 stands for an epoch, not for a transaction that could be cut.
      return peer > max && counterOf(peer) !== 0;
    case 'within':
      return min <= peer && peer <= max;
    case 'before':
      return peer < min;
    default:
      return true;
  }
}

function compared(question: Question, note: SyncNote): AnsweredQuestion['compared'] {
  const { peerLastZxid: peer, minCommittedLog: min, maxCommittedLog: max, lastProcessedZxid: last } = note;
  switch (question) {
    case 'equal':
      return [last, last === peer ? '=' : '≠', peer];
    case 'past':
      return [peer, peer > max ? '>' : '≤', max];
    case 'within':
      return min > peer ? [min, '>', peer] : [peer, peer <= max ? '≤' : '>', max];
    case 'before':
      return [peer, peer < min ? '<' : peer === min ? '=' : '>', min];
    default:
      return [];
  }
}
