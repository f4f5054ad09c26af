/** What a server believes, in two short lines beside it. Facts to words; it says nothing the server does not know. */
import { assertUnreachable } from '../../base/assert.ts';
import type { Catalogue } from '../../locales/en.ts';
import type { ServerFacts, TimerFacts } from '../../sim/facts.ts';
import { ZXID_ZERO } from '../../zookeeper/ids.ts';
import type { ServerChange } from './changes.ts';

export interface Belief {
  readonly line: string;
  readonly fact: string;
}

/** `disputed`: no quorum believes in it as a leader. */
export function beliefOf(
  server: ServerFacts,
  change: ServerChange | null,
  { disputed }: { readonly disputed: boolean },
  { belief: words }: Catalogue,
): Belief {
  if (server.status === 'down') {
    const fact = server.lastZxid === ZXID_ZERO && !server.started ? words.diskEmpty : words.diskStays;
    return { line: server.started ? words.down : words.notStarted, fact };
  }
  if (server.status === 'frozen') {
    return { line: words.frozen, fact: server.state === 'LEADING' ? words.believesItLeads : words.socketsStay };
  }
  switch (server.state) {
    case 'LEADING':
      return leading(server, { disputed }, words);
    case 'FOLLOWING':
      return { line: words.follows(server.leader), fact: learning(server, words) };
    case 'OBSERVING':
      return { line: words.observes(server.leader), fact: observing(server, words) };
    case 'STANDALONE':
      return { line: words.standalone, fact: server.serving ? words.serving : words.loading };
    default:
      return looking(server, change, words);
  }
}

function looking(server: ServerFacts, change: ServerChange | null, words: Catalogue['belief']): Belief {
  const voteFor = server.vote?.leader;
  const line = voteFor === undefined ? '' : words.votesFor(voteFor, server.sid);
  if (change?.was.voteFor !== undefined && change.was.voteFor !== null) {
    return { line, fact: words.wasVote(change.was.voteFor, server.sid) };
  }
  if (server.ballot !== null && server.ballot.finalizeUntil !== null) return { line, fact: words.hasQuorum };
  return { line, fact: server.logicalClock === null ? '' : words.round(server.logicalClock) };
}

function leading(
  server: ServerFacts,
  { disputed }: { readonly disputed: boolean },
  words: Catalogue['belief'],
): Belief {
  const { zabState, epoch } = server;
  if (zabState === 'BROADCAST' && epoch !== null) {
    return disputed
      ? { line: words.believesItLeads, fact: words.epoch(epoch) }
      : { line: words.leads(epoch), fact: words.serving };
  }
  const waiting = server.waits[0]?.for;
  const fact =
    waiting === 'epochAck' && epoch !== null
      ? words.offersEpoch(epoch)
      : zabState === 'SYNCHRONIZATION'
        ? words.gathersAcks
        : words.asksEpochs;
  return { line: words.believesItLeads, fact };
}

function learning(server: ServerFacts, words: Catalogue['belief']): string {
  if (server.zabState === 'BROADCAST') return server.epoch === null ? words.serving : words.epoch(server.epoch);
  return server.zabState === 'SYNCHRONIZATION' ? words.syncing(server.syncMode) : words.discovery;
}

/** Whom it learns from is worth a word where that is not its leader. */
function observing(server: ServerFacts, words: Catalogue['belief']): string {
  const { master, leader } = server;
  const fact = learning(server, words);
  return master === null || master === leader ? fact : words.takenIn(master, fact);
}

/** How much of a wait must have run out before it is worth a line: pings keep most of them fresh. */
const WORTH_SHOWING: readonly (readonly [TimerFacts['kind'], number])[] = [
  ['leaderSilence', 0.4],
  ['finalizeWait', 0],
  ['quorumWait', 0.1],
];

/** The one timer worth a line beside a server, or null. */
export function shownTimer(server: ServerFacts, now: number): TimerFacts | null {
  if (server.status !== 'up') return null;
  for (const [kind, share] of WORTH_SHOWING) {
    const timer = server.timers.find((one) => one.kind === kind);
    if (timer !== undefined && now - timer.since >= share * (timer.due - timer.since)) return timer;
  }
  return null;
}

export function timerText(timer: TimerFacts, now: number, { belief: words }: Catalogue): string {
  const left = Math.max(0, timer.due - now);
  switch (timer.kind) {
    case 'finalizeWait':
      return words.decides(left);
    case 'backoff':
    case 'leaderConnect':
      return words.asksAgain(left);
    case 'quorumWait':
      return words.givesUp(left);
    case 'leaderSilence':
      return words.losesPatience(left);
    case 'flush':
      return words.flushes(left);
    default:
      return assertUnreachable(timer.kind);
  }
}
