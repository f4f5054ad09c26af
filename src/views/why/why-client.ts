/**
 * Answers about a client: what it waits for, and where that stands; else how it came to where it is. A request is
 * followed by the events that it brought about, each of which names the one before.
 */
import type { ClientFacts } from '../../sim/facts.ts';
import type { Sid, Zxid } from '../../zookeeper/ids.ts';
import type { Note } from '../../zookeeper/notes.ts';
import type { Answer, Case, Reason } from './answer.ts';
import { type Cause, causesOf } from './causes.ts';
import { whyNotCommitted } from './why-not.ts';
import { NOTHING, noteOf, onTheWay, sidsOf, standingOf, underWay } from './why.ts';

/** A client's own events are looked back through at most this far. */
const LOOK_MAX = 50_000;

export function whyClient(asked: Case, name: string): Answer {
  const client = asked.facts.clients.find((one) => one.name === name);
  if (client === undefined) return NOTHING;
  return client.unanswered > 0 ? waiting(asked, client) : resting(asked, client);
}

/** It waits: where its request has come to, and who asked for it. */
function waiting(asked: Case, client: ClientFacts): Answer {
  const { name, server, unanswered } = client;
  const call = callWaitedFor(asked, client);
  const head = { kind: 'clientWaits', client: name, server, count: unanswered } as const;
  if (call === null) return { ...NOTHING, head };
  const causes = causesOf(asked.run, call.index, sidsOf(asked.facts));
  const { reasons, next } = standingOfCall(asked, client, call);
  const paused = readingPaused(asked, client, call.index);
  return { ...NOTHING, head, headIndex: call.index, causes, reasons: [...paused, ...reasons], next };
}

/**
 * That its server reads nothing from it now, where that is so. What was read last is not answered then, so it was paused since the
 * oldest request without an answer, on the same connection.
 */
function readingPaused({ facts, run, cursor }: Case, client: ClientFacts, since: number): readonly Reason[] {
  const server = facts.servers.find(({ sid }) => sid === client.server);
  if (server?.status !== 'up' || client.state !== 'connected') return [];
  for (let index = cursor - 1; index >= Math.max(since, cursor - LOOK_MAX); index--) {
    if (run.valueAt('node', index) !== server.node) continue;
    const note = run
      .entryAt(index)
      .notes.findLast(
        (one): one is Note & { readonly kind: 'readingPaused' | 'readingResumed' } =>
          (one.kind === 'readingPaused' || one.kind === 'readingResumed') && one.sessionId === client.sessionId,
      );
    if (note?.kind === 'readingResumed') return [];
    if (note === undefined) continue;
    const { outstanding, limit } = note;
    return [{ said: { kind: 'readsNoMore', sid: server.sid, client: client.name, outstanding, limit }, index }];
  }
  return [];
}

/** It has all its answers, or nobody to ask: what brought it there. */
function resting(asked: Case, { name, node, server, state }: ClientFacts): Answer {
  const { facts, run } = asked;
  const last = lastOf(asked, node, ({ kind }) =>
    state === 'connected' ? kind === 'clientAnswered' || kind === 'clientConnected' : ENDINGS.includes(kind),
  );
  const causes = last === null ? [] : causesOf(run, last.index, sidsOf(facts));
  const head =
    state === 'closed'
      ? ({ kind: 'clientClosed', client: name } as const)
      : state === 'connected' && server !== null
        ? ({ kind: 'clientIdle', client: name, server } as const)
        : ({ kind: 'clientSeeks', client: name, server } as const);
  const reasons = state === 'connecting' && server !== null ? serverStanding(asked, server) : [];
  return { ...NOTHING, head, headIndex: last?.index ?? null, causes, reasons };
}

/** What takes a client's connection or its session from it. */
const ENDINGS: readonly Note['kind'][] = ['clientDisconnected', 'sessionLost'];

/** The oldest request without an answer: those after it are answered after it. */
function callWaitedFor({ run, cursor }: Case, { node, unanswered }: ClientFacts): Cause | null {
  const answered = new Set<number>();
  let oldest: Cause | null = null;
  let found = 0;
  for (let index = cursor - 1; index >= Math.max(0, cursor - LOOK_MAX) && found < unanswered; index--) {
    if (run.valueAt('node', index) !== node) continue;
    const entry = run.entryAt(index);
    for (const note of entry.notes.toReversed()) {
      if (note.kind === 'clientAnswered') answered.add(note.cxid);
      if (note.kind !== 'clientCalled' || answered.has(note.cxid)) continue;
      oldest = { index, entry };
      found += 1;
    }
    // Kept until there is a connection, it is a deed alone.
    if (entry.action?.do === 'call' && noteOf(entry.notes, 'clientCalled') === null) oldest ??= { index, entry };
  }
  return oldest;
}

/** Where a request is: in a message, in a proposal that lacks acks, or at a server. */
function standingOfCall(asked: Case, client: ClientFacts, call: Cause): Pick<Answer, 'reasons' | 'next'> {
  const { facts } = asked;
  const { proposed, caused } = followed(asked, call.index);
  if (proposed !== null) {
    const { head, reasons, next } = whyNotCommitted(asked, proposed);
    const first: readonly Reason[] = head === null ? [] : [{ said: head, index: null }];
    const answer = facts.messages.find((one) => one.to === client.node && caused.has(one.by));
    const back: readonly Reason[] = answer === undefined ? [] : [onWay(answer)];
    if (head?.kind !== 'isCommitted') return { reasons: [...first, ...reasons], next };
    // Then its own server alone is what it waits for.
    const own = back.length > 0 || client.server === null ? back : serverStanding(asked, client.server, true);
    return { reasons: [...first, ...own], next };
  }
  const newest = facts.messages.findLast((one) => caused.has(one.by) && one.family !== 'other');
  if (newest !== undefined) return { reasons: [onWay(newest)], next: null };
  if (client.state !== 'connected')
    return { reasons: [{ said: { kind: 'keepsRequest', client: client.name }, index: call.index }], next: null };
  return { reasons: client.server === null ? [] : serverStanding(asked, client.server, true), next: null };

  function onWay(message: (typeof facts.messages)[number]): Reason {
    return { said: underWay(asked, message), index: onTheWay(asked, message).index };
  }
}

/** How the server stands that a client has to do with. `holds`: it has a request of it. */
function serverStanding({ facts }: Case, sid: Sid, holds = false): readonly Reason[] {
  const server = facts.servers.find((one) => one.sid === sid);
  if (server === undefined) return [];
  const standing: Reason = { said: standingOf(server, facts), index: null };
  const isWell = server.status === 'up' && server.serving;
  return holds && isWell ? [{ said: { kind: 'hasRequest', sids: [sid] }, index: null }, standing] : [standing];
}

/** All that an event has brought about so far, and the transaction that was proposed for it, if any. */
function followed(
  { run, cursor }: Case,
  from: number,
): { readonly proposed: Zxid | null; readonly caused: ReadonlySet<number> } {
  const caused = new Set([from]);
  let proposed: Zxid | null = noteOf(run.entryAt(from).notes, 'proposed')?.zxid ?? null;
  for (let index = from + 1; index < cursor; index++) {
    if (!caused.has(run.valueAt('by', index))) continue;
    caused.add(index);
    proposed ??= noteOf(run.entryAt(index).notes, 'proposed')?.zxid ?? null;
  }
  return { proposed, caused };
}

function lastOf({ run, cursor }: Case, node: number, fits: (note: Note) => boolean): Cause | null {
  for (let index = cursor - 1; index >= Math.max(0, cursor - LOOK_MAX); index--) {
    if (run.valueAt('node', index) !== node) continue;
    const entry = run.entryAt(index);
    if (entry.notes.some(fits) || entry.action?.do === 'killClient') return { index, entry };
  }
  return null;
}
