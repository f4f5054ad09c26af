/** The question that is meant by "why?" or "why not?" alone: what is selected, and how it stands, say which. */
import { assertUnreachable } from '../base/assert.ts';
import { isBacked } from '../sim/backing.ts';
import type { ServerFacts, StageFacts } from '../sim/facts.ts';
import type { Zxid } from '../zookeeper/ids.ts';
import type { Question } from './question.ts';
import type { Selection } from './store.ts';

/** `last`: position of the last event, or -1; then there may be nothing to ask: null. */
export function whyOf(selection: Selection | null, facts: StageFacts, last: number): Question | null {
  switch (selection?.kind) {
    case 'server':
      return { ask: 'role', sid: selection.sid };
    case 'txn':
      return { ask: 'txn', zxid: selection.zxid };
    case 'event':
      return { ask: 'event', index: selection.index };
    case 'message':
      if (facts.messages.some(({ seq }) => seq === selection.seq)) return { ask: 'message', seq: selection.seq };
      break;
    case 'client':
      if (facts.clients.some(({ name }) => name === selection.name)) return { ask: 'client', name: selection.name };
      break;
    case 'link':
      return { ask: 'link', from: selection.from, to: selection.to };
    default:
  }
  return last < 0 ? null : { ask: 'event', index: last };
}

/** `node`: where the last event happened, or -1. */
export function whyNotOf(selection: Selection | null, facts: StageFacts, node: number): Question {
  switch (selection?.kind) {
    case 'server': {
      const server = facts.servers.find(({ sid }) => sid === selection.sid);
      if (server !== undefined) return whyNotOfServer(server, facts);
      break;
    }
    case 'txn':
      return { ask: 'notCommitted', zxid: selection.zxid };
    case 'message':
      if (facts.messages.some(({ seq }) => seq === selection.seq)) return { ask: 'notArrived', seq: selection.seq };
      break;
    case 'client': {
      // Where it has all its answers, what its server lacks is what it lacks.
      const client = facts.clients.find(({ name }) => name === selection.name);
      const server = facts.servers.find(({ sid }) => sid === client?.server);
      if (server !== undefined && client?.unanswered === 0) return whyNotOfServer(server, facts);
      if (client !== undefined) return { ask: 'notAnswered', name: client.name };
      break;
    }
    case 'link':
      return { ask: 'notPassed', from: selection.from, to: selection.to };
    case 'event': {
      const server = facts.servers.find((one) => one.node === node);
      if (server !== undefined) return whyNotOfServer(server, facts);
      break;
    }
    default:
  }
  return whyNotOfAll(facts);
}

/** What a server that serves might wonder is why it does not lead; one that does not, why it does not serve. */
export function whyNotOfServer(server: ServerFacts, facts: StageFacts): Question {
  const { sid, learnerType, state, serving, status } = server;
  if (state === 'STANDALONE') return { ask: 'role', sid };
  if (state === 'LEADING' && serving && status === 'up') {
    return { ask: isBacked(server, facts) ? 'noOtherLeader' : 'notLeader', sid };
  }
  const isJoining = status === 'up' && !serving && state !== 'LOOKING';
  return isJoining || learnerType === 'OBSERVER' ? { ask: 'notServing', sid } : { ask: 'notLeader', sid };
}

/** Nothing is selected: the first thing that lacks. */
function whyNotOfAll(facts: StageFacts): Question {
  const alone = facts.servers.find(({ state }) => state === 'STANDALONE');
  if (alone !== undefined) return { ask: 'role', sid: alone.sid };
  const leader = servingLeader(facts);
  if (leader === null) return { ask: 'noLeader' };
  const waiting = leader.waits.find((wait) => wait.for === 'proposal');
  if (waiting !== undefined && waiting.zxid !== null) return { ask: 'notCommitted', zxid: waiting.zxid };
  return { ask: 'noOtherLeader', sid: leader.sid };
}

/** The server that leads with a quorum behind it; null when none does. */
export function servingLeader(facts: StageFacts): ServerFacts | null {
  return (
    facts.servers.find(
      (one) => one.state === 'LEADING' && one.status === 'up' && one.serving && isBacked(one, facts),
    ) ?? null
  );
}

/** Whether it is asked what keeps something from being so. */
export function isDenied({ ask }: Question): boolean {
  return DENIED.has(ask);
}

const DENIED: ReadonlySet<Question['ask']> = new Set([
  'notLeader',
  'noOtherLeader',
  'noLeader',
  'notServing',
  'notCommitted',
  'notArrived',
  'notAnswered',
  'notPassed',
]);

/** Other questions about the same thing, for whoever has read the answer. */
export function relatedTo(question: Question, facts: StageFacts): readonly Question[] {
  const related = relatives(question, facts);
  return related.filter((one) => JSON.stringify(one) !== JSON.stringify(question));
}

function relatives(question: Question, facts: StageFacts): readonly Question[] {
  const leader = servingLeader(facts);
  switch (question.ask) {
    case 'role':
    case 'vote':
    case 'notLeader':
    case 'notServing': {
      const server = facts.servers.find(({ sid }) => sid === question.sid);
      if (server === undefined) return [];
      const { sid, state, status, serving, learnerType } = server;
      const asks: Question[] = [{ ask: 'role', sid }];
      if (state === 'STANDALONE') return asks;
      if (status === 'up' && !serving && state !== 'LOOKING') asks.push({ ask: 'notServing', sid });
      if (state !== 'LEADING' && learnerType === 'PARTICIPANT') asks.push({ ask: 'notLeader', sid });
      if (state === 'LEADING') asks.push(whyNotOfServer(server, facts));
      if (leader === null) asks.push({ ask: 'noLeader' });
      else if (leader.sid !== sid) asks.push({ ask: 'role', sid: leader.sid });
      return asks;
    }
    case 'noOtherLeader':
      return [{ ask: 'role', sid: question.sid }];
    case 'noLeader':
      return facts.servers
        .filter(({ state, status }) => state === 'LEADING' && status !== 'down')
        .map(({ sid }) => ({ ask: 'role', sid }));
    case 'txn':
      return isCommitted(question.zxid, facts) ? [] : [{ ask: 'notCommitted', zxid: question.zxid }];
    case 'notCommitted':
      return [{ ask: 'txn', zxid: question.zxid }];
    case 'message':
      return [{ ask: 'notArrived', seq: question.seq }];
    case 'notArrived':
      return [{ ask: 'message', seq: question.seq }];
    case 'client':
    case 'notAnswered': {
      const client = facts.clients.find(({ name }) => name === question.name);
      const server = client?.server ?? null;
      return server === null ? [] : [{ ask: 'role', sid: server }];
    }
    case 'link':
      return [{ ask: 'notPassed', from: question.from, to: question.to }, back('link')];
    case 'notPassed':
      return [{ ask: 'link', from: question.from, to: question.to }, back('notPassed')];
    case 'event':
      return leader === null ? [{ ask: 'noLeader' }] : [];
    default:
      return assertUnreachable(question);
  }

  function back(ask: 'link' | 'notPassed'): Question {
    const { from, to } = question as Extract<Question, { ask: 'link' | 'notPassed' }>;
    return { ask, from: to, to: from };
  }
}

/** Whether anybody counted a quorum for it, as seen from outside. */
export function isCommitted(zxid: Zxid, { servers }: StageFacts): boolean {
  return servers.some(({ log }) => log.some((cell) => cell.zxid === zxid && cell.committed));
}
