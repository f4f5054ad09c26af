/** The words of questions and answers, in the chosen language. */
import type { Question } from '../../app/question.ts';
import { assertUnreachable } from '../../base/assert.ts';
import { isCommitted } from '../../app/ask.ts';
import { enWhy, type WhyCatalogue } from '../../locales/en-why.ts';
import type { LinkFacts, StageFacts } from '../../sim/facts.ts';
import type { Sid } from '../../zookeeper/ids.ts';
import type { LabWords } from '../../locales/translation.ts';
import { useCatalogue } from '../lab.ts';
import { sentence, tell } from '../story/narrate.ts';
import type { Who } from '../story/who.ts';
import type { Run } from './causes.ts';
import type { Said, SaidWords } from './said.ts';

export function useWhyWords(): WhyCatalogue {
  return useCatalogue('why', enWhy);
}

/** A sentence for what an answer states. */
export function saidText(said: Said, words: WhyCatalogue): string {
  const table: SaidWords = words.said;
  // The table has a function for exactly this kind; the type system cannot follow that.
  return (table[said.kind] as (said: Said) => string)(said);
}

/** What a question needs to be put into words. */
export interface Told {
  readonly words: LabWords;
  readonly why: WhyCatalogue;
  readonly facts: StageFacts;
  readonly run: Pick<Run, 'length' | 'entryAt'>;
  readonly who: (node: number) => Who;
}

export function questionText(question: Question, { words, why, facts, run, who }: Told): string {
  const { questions } = why;
  switch (question.ask) {
    case 'event':
      return questions.event(sentence(tell(run.entryAt(question.index), who, words), words));
    case 'role': {
      const server = facts.servers.find(({ sid }) => sid === question.sid);
      const { status, state, leader } = server ?? { status: 'down', state: null, leader: null };
      const isThere = server?.started === true;
      const shown =
        status === 'frozen' ? 'FROZEN' : status === 'down' || state === null ? (isThere ? 'DOWN' : 'UNSTARTED') : state;
      return questions.role(question.sid, { state: shown, leader });
    }
    case 'vote':
      return questions.vote(question.sid, facts.servers.find(({ sid }) => sid === question.sid)?.vote?.leader ?? null);
    case 'txn':
    case 'notCommitted':
      return questions[question.ask](question.zxid, isCommitted(question.zxid, facts));
    case 'message':
    case 'notArrived': {
      const message = facts.messages.find(({ seq }) => seq === question.seq);
      if (message === undefined) return questions.gone;
      const [from, to] = [who(message.from).name, who(message.to).name];
      return questions[question.ask](words.message.name(message.type), from, to);
    }
    case 'client': {
      const client = facts.clients.find(({ name }) => name === question.name);
      const state = client === undefined ? 'closed' : client.unanswered > 0 ? 'waiting' : client.state;
      return questions.client(question.name, state, client?.server ?? null);
    }
    case 'link': {
      const link = linkOf(question.from, question.to);
      return questions.link(question.from, question.to, link?.cut === true);
    }
    case 'notAnswered':
      return questions.notAnswered(question.name);
    case 'notPassed':
      return questions.notPassed(question.from, question.to);
    case 'noLeader':
    case 'noOtherLeader':
      return questions[question.ask];
    case 'notLeader':
    case 'notServing':
      return questions[question.ask](question.sid);
    default:
      return assertUnreachable(question);
  }

  function linkOf(from: Sid, to: Sid): LinkFacts | undefined {
    const nodeOf = (sid: Sid): number | undefined => facts.servers.find((one) => one.sid === sid)?.node;
    return facts.links.find((one) => one.from === nodeOf(from) && one.to === nodeOf(to));
  }
}
