/** Answers to "why?": how it stands in one sentence, then the chain of events that made it so. */
import { isBacked, believersIn, verifierOf } from '../../sim/backing.ts';
import type { MessageFacts, ServerFacts, StageFacts } from '../../sim/facts.ts';
import { FLAG_ACTION, FLAG_COMMIT, FLAG_LEADER, FLAG_PHASE, FLAG_VOTE } from '../../sim/flags.ts';
import { PACKET_TYPES } from '../../sim/machine.ts';
import { tallyOf } from '../../sim/tally.ts';
import { type Sid, type Zxid, epochOf } from '../../zookeeper/ids.ts';
import type { Note, NoteKind } from '../../zookeeper/notes.ts';
import type { Answer, Case } from './answer.ts';
import { type Cause, type Run, causesOf, delayedBy, lastAt } from './causes.ts';
import { type Held, type Said, countOf, lacking } from './said.ts';

const PROPOSAL = PACKET_TYPES.indexOf('PROPOSAL');

export const NOTHING: Answer = { head: null, headIndex: null, causes: [], reasons: [], next: null };

export function whyEvent({ run, facts }: Case, index: number): Answer {
  return { ...NOTHING, causes: causesOf(run, index, sidsOf(facts)) };
}

export function whyRole(asked: Case, sid: Sid): Answer {
  const { facts, run } = asked;
  const server = facts.servers.find((one) => one.sid === sid);
  if (server === undefined) return NOTHING;
  const start = roleEvent(asked, server);
  const causes = start === null ? [] : causesOf(run, start.index, sidsOf(facts));
  const head = standingOf(server, facts);
  const isSaid = SERVING.includes(head.kind);
  return { ...NOTHING, head, headIndex: start?.index ?? null, causes: isSaid ? afterFirst(causes) : causes };
}

/** Said of servers whose newest change of phase is that they began to serve. */
const SERVING: readonly Said['kind'][] = ['leads', 'believesItLeads', 'follows', 'observes'];

/** Where the newest event only says again what the head says. */
function afterFirst(causes: readonly Cause[]): readonly Cause[] {
  return causes.length > 1 ? causes.slice(1) : causes;
}

/** How a server stands, as it believes. */
export function standingOf(server: ServerFacts, facts: StageFacts): Said {
  const { sid, status, state, leader, epoch, zabState, serving, learnerType, ballot } = server;
  if (status === 'down') {
    const { started, exitCode } = server;
    // After SIGTERM the code is 0, and tells nothing more.
    if (exitCode !== null && exitCode !== 0) return { kind: 'exited', code: exitCode, sids: [sid] };
    return { kind: started ? 'down' : 'notStarted', sids: [sid] };
  }
  if (status === 'frozen') return { kind: 'frozen', sids: [sid], leads: state === 'LEADING' };
  if (state === 'STANDALONE') return { kind: 'standalone', sid };
  if (state === 'LEADING') return leadingOf(server, facts);
  if (state === 'LOOKING' || leader === null) {
    if (learnerType === 'OBSERVER' || ballot === null) return { kind: 'seeks', sid };
    const { own, round, agreeing, tallies, finalizeUntil } = ballot;
    if (finalizeUntil !== null) return { kind: 'waitsForBetter', sid, leader: own.leader, until: finalizeUntil };
    const count = countOf(lacking(tallies) ?? tallyOf(verifierOf(server, facts), agreeing));
    return { kind: 'looks', sid, leader: own.leader, round, agreeing, count };
  }
  if (!serving && zabState !== null) return { kind: 'learns', sid, leader, phase: zabState };
  return { kind: state === 'OBSERVING' ? 'observes' : 'follows', sid, leader, epoch };
}

function leadingOf(server: ServerFacts, facts: StageFacts): Said {
  const { sid, epoch, serving, waits } = server;
  if (serving) {
    const believers = believersIn(sid, facts);
    const count = countOf(tallyOf(verifierOf(server, facts), believers));
    return { kind: isBacked(server, facts) ? 'leads' : 'believesItLeads', sid, epoch, with: believers, count };
  }
  const [wait] = waits;
  const tally = wait === undefined ? null : lacking(wait.tallies);
  if (wait === undefined || tally === null) return { kind: 'prepares', sid };
  return { kind: 'lacksAnswers', sid, wait: wait.for, acks: wait.acks, count: countOf(tally) };
}

/** The event since which a server is what it is; null when it never was anything else. */
export function roleEvent({ run, cursor }: Case, { node, status, state }: ServerFacts): Cause | null {
  const at = { before: cursor, node };
  if (status === 'down') {
    return lastAt(run, { ...at, mask: FLAG_ACTION | FLAG_PHASE }, ({ kind, action, notes }) => {
      const isEnded = kind === 'crashed' || notes.some((note) => note.kind === 'refusedToStart');
      return isEnded || action?.do === 'kill' || action?.do === 'stop';
    });
  }
  if (status === 'frozen') return lastAt(run, { ...at, mask: FLAG_ACTION }, ({ action }) => action?.do === 'freeze');
  // A vote that changes is no change of what it is; that it began to look is.
  const began: readonly NoteKind[] = state === 'LOOKING' ? ['stateChanged', 'started'] : ['stateChanged'];
  return lastAt(run, { ...at, mask: FLAG_PHASE }, ({ notes }) => notes.some(({ kind }) => began.includes(kind)));
}

/** From where it took its vote: from another, or by beginning to look. */
export function whyVote({ facts, run, cursor }: Case, sid: Sid): Answer {
  const server = facts.servers.find((one) => one.sid === sid);
  if (server === undefined || server.vote === null) return NOTHING;
  const { node, vote, ballot } = server;
  const start = lastAt(run, { before: cursor, node, mask: FLAG_VOTE }, ({ notes }) =>
    notes.some(
      (note) =>
        note.kind === 'electionStarted' ||
        (note.kind === 'voteAdopted' && note.vote.leader === vote.leader) ||
        (note.kind === 'elected' && note.by === 'joined'),
    ),
  );
  const causes = start === null ? [] : causesOf(run, start.index, sidsOf(facts));
  return {
    ...NOTHING,
    head: { kind: 'votes', sid, vote, settled: ballot === null },
    headIndex: start?.index ?? null,
    causes,
  };
}

export function whyMessage(asked: Case, seq: number): Answer {
  const { facts, run } = asked;
  const message = facts.messages.find((one) => one.seq === seq);
  if (message === undefined) return NOTHING;
  return {
    ...NOTHING,
    head: underWay(asked, message),
    headIndex: message.by,
    causes: causesOf(run, message.by, sidsOf(facts)),
  };
}

/** What holds a message, and the event that its way is told by: what delays it, else that it was sent. */
export function onTheWay(
  { facts, run, cursor }: Case,
  message: MessageFacts,
): { readonly held: Held; readonly index: number } {
  const delay = message.held === null ? delayedBy(run, cursor, facts, message) : null;
  return delay === null ? { held: message.held, index: message.by } : { held: 'delayed', index: delay.index };
}

export function underWay(asked: Case, message: MessageFacts): Said {
  const { facts } = asked;
  const { type, from, to, arrivesAt } = message;
  const { held } = onTheWay(asked, message);
  const nameOf = (node: number): Sid | string =>
    sidAt(facts, node) ?? facts.clients.find((one) => one.node === node)?.name ?? '';
  return { kind: 'underWay', type, from: nameOf(from), to: nameOf(to), held, arrivesAt };
}

/** Of a committed transaction the count of its acks, else how it came to be proposed. */
export function whyTxn(asked: Case, zxid: Zxid): Answer {
  const { facts, run } = asked;
  const found = commitOf(asked, zxid);
  if (found !== null) {
    const causes = afterFirst(causesOf(run, found.cause.index, sidsOf(facts)));
    return { ...NOTHING, head: found.said, headIndex: found.cause.index, causes };
  }
  const index = proposalOf(asked, zxid);
  return { ...NOTHING, causes: index === null ? [] : causesOf(run, index, sidsOf(facts)) };
}

/** Commits are looked back through at most this far. */
const COMMITS_MAX = 2000;

/** The event at which a transaction was committed: by its acks, or with the log of a new leader. */
export function commitOf(
  { facts, run, cursor }: Case,
  zxid: Zxid,
): { readonly said: Said; readonly cause: Cause } | null {
  let looked = 0;
  for (let at = run.previousMark(cursor, FLAG_COMMIT); at !== null && looked < COMMITS_MAX; looked++) {
    const entry = run.entryAt(at);
    for (const note of entry.notes) {
      if (note.kind !== 'committed' || note.zxid !== zxid) continue;
      const by = sidAt(facts, entry.node);
      if (by === null) continue;
      const said: Said = { kind: 'committed', zxid, by, acks: note.acks, count: note.voters };
      return { said, cause: { index: at, entry } };
    }
    at = run.previousMark(at, FLAG_COMMIT);
  }
  const isThere = facts.servers.some(({ log }) => log.some((cell) => cell.zxid === zxid && cell.committed));
  return isThere ? commitBySync({ facts, run, cursor }, zxid) : null;
}

/** The first leader after its epoch whose log a quorum took: what was in it is committed by that. */
function commitBySync(
  { facts, run, cursor }: Pick<Case, 'facts' | 'run' | 'cursor'>,
  zxid: Zxid,
): { readonly said: Said; readonly cause: Cause } | null {
  let first: { readonly said: Said; readonly cause: Cause } | null = null;
  for (let at = run.previousMark(cursor, FLAG_LEADER); at !== null; at = run.previousMark(at, FLAG_LEADER)) {
    const entry = run.entryAt(at);
    const quorum = noteOf(entry.notes, 'newLeaderQuorum');
    const by = sidAt(facts, entry.node);
    if (quorum === null || by === null) continue;
    if (quorum.epoch <= epochOf(zxid)) break;
    first = { said: { kind: 'committedBySync', zxid, by, acks: quorum.acks }, cause: { index: at, entry } };
  }
  return first;
}

/** The number of the event at which a transaction was proposed, from what was sent or written then. */
export function proposalOf({ facts, run, cursor }: Case, zxid: Zxid): number | null {
  const message = facts.messages.find(({ type, zxid: carried }) => type === 'PROPOSAL' && carried === zxid);
  if (message !== undefined) return message.by;
  for (let index = cursor - 1; index >= 0; index--) {
    if (run.valueAt('zxid', index) !== zxid) continue;
    const isProposal = run.valueAt('packet', index) === PROPOSAL;
    if (isProposal && proposes(run, run.valueAt('by', index), zxid)) return run.valueAt('by', index);
  }
  // Nobody was sent it: its leader has it alone.
  for (let index = cursor - 1; index >= 0; index--) {
    if (run.valueAt('zxid', index) === zxid && proposes(run, run.valueAt('by', index), zxid)) {
      return run.valueAt('by', index);
    }
  }
  return null;
}

function proposes(run: Run, index: number, zxid: Zxid): boolean {
  return index >= 0 && run.entryAt(index).notes.some((note) => note.kind === 'proposed' && note.zxid === zxid);
}

export function noteOf<K extends NoteKind>(notes: readonly Note[], kind: K): Extract<Note, { kind: K }> | null {
  return (notes.find((note) => note.kind === kind) ?? null) as Extract<Note, { kind: K }> | null;
}

export function sidAt({ servers }: StageFacts, node: number): Sid | null {
  return servers.find((one) => one.node === node)?.sid ?? null;
}

export function sidsOf({ servers }: StageFacts): readonly Sid[] {
  return servers.map(({ sid }) => sid);
}
