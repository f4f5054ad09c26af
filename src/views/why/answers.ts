/** From a question to its answer: a function of the moment that was asked about and of the events around it. */
import { assertUnreachable } from '../../base/assert.ts';
import type { Answer, Case } from './answer.ts';
import { whyEvent, whyMessage, whyRole, whyTxn, whyVote } from './why.ts';
import { whyClient } from './why-client.ts';
import { whyLink, whyNotPassed } from './why-link.ts';
import {
  whyNoLeader,
  whyNoOtherLeader,
  whyNotArrived,
  whyNotCommitted,
  whyNotLeader,
  whyNotServing,
} from './why-not.ts';

export function answerTo(asked: Case): Answer {
  const { question } = asked;
  switch (question.ask) {
    case 'event':
      return whyEvent(asked, question.index);
    case 'role':
      return whyRole(asked, question.sid);
    case 'vote':
      return whyVote(asked, question.sid);
    case 'txn': {
      const answer = whyTxn(asked, question.zxid);
      // Of one that is not committed it is told how far it has come.
      return answer.head !== null ? answer : { ...answer, head: whyNotCommitted(asked, question.zxid).head };
    }
    case 'message':
      return whyMessage(asked, question.seq);
    case 'client':
    case 'notAnswered':
      return whyClient(asked, question.name);
    case 'link':
      return whyLink(asked, question);
    case 'notPassed':
      return whyNotPassed(asked, question);
    case 'notLeader':
      return whyNotLeader(asked, question.sid);
    case 'noOtherLeader':
      return whyNoOtherLeader(asked, question.sid);
    case 'noLeader':
      return whyNoLeader(asked);
    case 'notServing':
      return whyNotServing(asked, question.sid);
    case 'notCommitted':
      return whyNotCommitted(asked, question.zxid);
    case 'notArrived':
      return whyNotArrived(asked, question.seq);
    default:
      return assertUnreachable(question);
  }
}
