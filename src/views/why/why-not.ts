/**
 * Answers to "why not?": for every server that would have to do its part, the first thing that is missing there. What a
 * server did with a vote is read off its notes; what it has now, off the facts of the moment.
 */
import { servingLeader } from '../../app/ask.ts';
import { isBacked } from '../../sim/backing.ts';
import type { ServerFacts, StageFacts, WaitFacts } from '../../sim/facts.ts';
import { FLAG_ACTION, FLAG_COMMIT, FLAG_LEADER, FLAG_PHASE, FLAG_VOTE } from '../../sim/flags.ts';
import { tallyOf } from '../../sim/tally.ts';
import type { Sid, Zxid } from '../../zookeeper/ids.ts';
import { compareVotes } from '../../zookeeper/election/vote.ts';
import type { Note, VoteFact } from '../../zookeeper/notes.ts';
import type { Answer, Case, Reason } from './answer.ts';
import { type Cause, causesOf, delayedBy, lastAt, lostOnWay, silencedBy } from './causes.ts';
import { type Said, countOf, lacking } from './said.ts';
import { NOTHING, commitOf, noteOf, onTheWay, roleEvent, sidsOf, standingOf, underWay } from './why.ts';

const CHANGES = FLAG_PHASE | FLAG_VOTE | FLAG_LEADER | FLAG_COMMIT | FLAG_ACTION;

export function whyNotLeader(asked: Case, sid: Sid): Answer {
  const { facts } = asked;
  const server = serverOf(facts, sid);
  if (server === null) return NOTHING;
  const own = ownObstacle(asked, server);
  const isAway = server.status !== 'up' && own.headIndex !== null;
  const causes = isAway ? causesOf(asked.run, own.headIndex, sidsOf(facts)) : [];
  return { ...NOTHING, ...own, causes, reasons: others(asked, server), next: isSettled(server) ? null : nextOf(asked) };

  /** Of the others only those whose vote or answer it lacks: what it lacks itself comes first. */
  function others(the: Case, me: ServerFacts): readonly Reason[] {
    if (me.status !== 'up' || me.learnerType === 'OBSERVER') return [];
    if (me.state === 'LEADING') return answersMissing(the, me);
    const rivals = voters(facts).filter((one) => one.sid !== sid);
    if (me.ballot !== null && me.ballot.own.leader === sid) return votesMissing(the, me);
    return merged(rivals.map((one) => whatBecameOf(the, sid, one)));
  }
}

export function whyNoOtherLeader(asked: Case, sid: Sid): Answer {
  const { facts } = asked;
  const leader = serverOf(facts, sid);
  if (leader === null) return NOTHING;
  const reasons = facts.servers.filter((one) => one.sid !== sid).map((one) => reasonOf(ownObstacle(asked, one)));
  return {
    ...NOTHING,
    head: standingOf(leader, facts),
    headIndex: roleEvent(asked, leader)?.index ?? null,
    reasons: merged(reasons),
  };
}

export function whyNoLeader(asked: Case): Answer {
  const { facts } = asked;
  const leader = servingLeader(facts);
  if (leader !== null) return whyNoOtherLeader(asked, leader.sid);
  const up = voters(facts).filter(({ status }) => status === 'up');
  const count = countOf(
    tallyOf(
      facts.quorumVerifier,
      up.map(({ sid }) => sid),
    ),
  );
  const head: Said = { kind: 'nobodyLeads', up: up.map(({ sid }) => sid), count };
  return { ...NOTHING, head, reasons: votersStanding(asked), next: nextOf(asked) };
}

/** How far each voter has come towards a leader. */
function votersStanding(asked: Case): readonly Reason[] {
  const reasons = voters(asked.facts).map((one): Reason => {
    const { ballot } = one;
    const tally = ballot === null ? null : lacking(ballot.tallies);
    if (one.status !== 'up' || ballot === null || tally === null || tally.quorum)
      return reasonOf(ownStanding(asked, one));
    const { leader } = ballot.own;
    const { agreeing } = ballot;
    return {
      said: { kind: 'stuck', sids: [one.sid], leader, agreeing, missing: tally.missing, count: countOf(tally) },
      index: null,
    };
  });
  return merged(reasons);
}

export function whyNotServing(asked: Case, sid: Sid): Answer {
  const { facts } = asked;
  const server = serverOf(facts, sid);
  if (server === null) return NOTHING;
  if (server.status === 'up' && server.serving) {
    return { ...NOTHING, head: { kind: 'serves', sid, epoch: server.epoch } };
  }
  const own = ownStanding(asked, server);
  return { ...NOTHING, ...own, reasons: missing(), next: server.status === 'up' ? nextOf(asked) : null };

  function missing(): readonly Reason[] {
    if (server === null || server.status !== 'up') return [];
    if (server.state === 'LEADING') return answersMissing(asked, server);
    // A learner waits for its leader, an observer without one for anybody who leads.
    if (server.leader !== null) {
      const leaders = facts.servers.filter((one) => one.sid === server.leader);
      return leaders.map((one) => reasonOf(ownStanding(asked, one)));
    }
    return server.learnerType === 'OBSERVER' ? votersStanding(asked) : votesMissing(asked, server);
  }
}

export function whyNotCommitted(asked: Case, zxid: Zxid): Answer {
  const { facts } = asked;
  const found = commitOf(asked, zxid);
  if (found !== null) {
    const behind = facts.servers.flatMap((one) => lackOfCommitted(asked, one, zxid));
    const head: Said = { kind: 'isCommitted', zxid, everywhere: behind.length === 0 };
    return { ...NOTHING, head, headIndex: found.cause.index, reasons: merged(behind) };
  }
  const leader = facts.servers.find(
    ({ status, waits }) => status !== 'down' && waits.some((wait) => wait.zxid === zxid && wait.for === 'proposal'),
  );
  const wait = leader?.waits.find((one) => one.zxid === zxid);
  if (leader !== undefined && wait !== undefined)
    return { ...acksMissing(asked, leader, wait, zxid), next: nextOf(asked) };
  const heir = facts.servers.find(
    ({ status, waits, log }) =>
      status === 'up' && waits.some(({ for: of }) => of === 'newLeaderAck') && log.some((cell) => cell.zxid === zxid),
  );
  const ack = heir?.waits.find((one) => one.for === 'newLeaderAck');
  const tally = ack === undefined ? null : lacking(ack.tallies);
  if (heir !== undefined && ack !== undefined && tally !== null) {
    const head: Said = { kind: 'awaitsNewLeader', zxid, leader: heir.sid, acks: ack.acks, count: countOf(tally) };
    return { ...NOTHING, head, reasons: answersMissing(asked, heir), next: nextOf(asked) };
  }
  const reasons = facts.servers.map((one): Reason => ({ said: whereItIs(one, zxid), index: null }));
  const holders = facts.servers.filter((one) => isHeldAt(one, zxid)).map(({ sid }) => sid);
  const leads = facts.servers.find((one) => one.state === 'LEADING' && one.status === 'up')?.sid ?? null;
  const head: Said = holders.length === 0 ? { kind: 'gone', zxid } : { kind: 'orphan', zxid, holders, leader: leads };
  return { ...NOTHING, head, reasons: merged(reasons), next: nextOf(asked) };
}

export function whyNotArrived(asked: Case, seq: number): Answer {
  const { facts, run, cursor } = asked;
  const message = facts.messages.find((one) => one.seq === seq);
  if (message === undefined) return NOTHING;
  const [from, to] = [message.from, message.to].map(
    (node) => facts.servers.find((one) => one.node === node)?.sid ?? null,
  );
  const held =
    message.held === null || from === undefined || from === null ? delayedBy(run, cursor, facts, message) : holderOf();
  return { ...NOTHING, head: underWay(asked, message), headIndex: message.by, causes: held === null ? [] : [held] };

  function holderOf(): Cause | null {
    if (message?.held === 'frozen') {
      return lastAt(
        run,
        { before: cursor, node: message.to, mask: FLAG_ACTION },
        ({ action }) => action?.do === 'freeze',
      );
    }
    return silencedBy(run, cursor, to ?? null, from === null || from === undefined ? [] : [from]);
  }
}

// ---- what a server itself lacks ----

type Own = Pick<Answer, 'head' | 'headIndex'>;

function reasonOf({ head, headIndex }: Own): Reason {
  return { said: head as Said, index: headIndex };
}

function ownStanding(asked: Case, server: ServerFacts): { readonly head: Said; readonly headIndex: number | null } {
  return { head: standingOf(server, asked.facts), headIndex: roleEvent(asked, server)?.index ?? null };
}

/** The first thing that keeps a server from leading which lies with itself. */
function ownObstacle(asked: Case, server: ServerFacts): { readonly head: Said; readonly headIndex: number | null } {
  const { sid, status, learnerType, state, vote } = server;
  const standing = ownStanding(asked, server);
  if (status === 'up' && learnerType === 'OBSERVER') return { head: { kind: 'observerNever', sid }, headIndex: null };
  if (status !== 'up' || state === 'LEADING' || vote === null || vote.leader === sid) return standing;
  const found = comparisonAt(asked, server, sid);
  if (found !== null && found.kind === 'lost') {
    const { candidate, winner, by } = found;
    return { head: { kind: 'gaveUp', sid, candidate, winner, by }, headIndex: found.index };
  }
  const joined = lastElection(asked, server);
  if (joined?.joined === true)
    return { head: { kind: 'joined', sids: [sid], leader: vote.leader }, headIndex: joined.until };
  return standing;
}

// ---- votes ----

interface Election {
  readonly from: number;
  /** The event that ended it, or the last before the moment. */
  readonly until: number;
  /** It ended because a leader was there already. */
  readonly joined: boolean;
  /** The vote that was elected, as it was then; null while none is. */
  readonly vote: VoteFact | null;
}

/** A server's last search for a leader, as the events it took. */
function lastElection({ run, cursor }: Case, { node }: ServerFacts): Election | null {
  const began = lastAt(
    run,
    { before: cursor, node, mask: FLAG_VOTE },
    ({ notes }) => noteOf(notes, 'electionStarted') !== null,
  );
  if (began === null) return null;
  for (
    let at = run.nextMark(began.index, FLAG_VOTE);
    at !== null && at < cursor;
    at = run.nextMark(at + 1, FLAG_VOTE)
  ) {
    if (run.valueAt('node', at) !== node) continue;
    const elected = noteOf(run.entryAt(at).notes, 'elected');
    if (elected !== null) return { from: began.index, until: at, joined: elected.by === 'joined', vote: elected.vote };
  }
  return { from: began.index, until: cursor - 1, joined: false, vote: null };
}

type Compared =
  | (Pick<Extract<Said, { kind: 'lost' }>, 'candidate' | 'winner' | 'by'> & {
      readonly kind: 'lost';
      readonly index: number;
    })
  | { readonly kind: 'never'; readonly index: number | null };

/** What a server's last search for a leader did with votes for `candidate`: the last word that was said of one. */
function comparisonAt(asked: Case, server: ServerFacts, candidate: Sid): Compared | null {
  const election = lastElection(asked, server);
  if (election === null) return null;
  const { run } = asked;
  for (let at = election.until; at >= election.from; at--) {
    if (run.valueAt('node', at) !== server.node) continue;
    for (const note of run.entryAt(at).notes.toReversed()) {
      const found = wordOn(note, candidate, { index: at, elected: election.vote });
      if (found !== null) return found;
    }
  }
  return { kind: 'never', index: election.until };
}

function wordOn(
  note: Note,
  candidate: Sid,
  { index, elected }: { readonly index: number; readonly elected: VoteFact | null },
): Compared | null {
  if (note.kind === 'voteCompared' && note.outcome !== 'equal') {
    const { vote, against, by, outcome } = note;
    const [winner, loser] = outcome === 'beats' ? [vote, against] : [against, vote];
    if (loser.leader === candidate && winner.leader !== candidate)
      return { kind: 'lost', candidate: loser, winner, by, index };
  }
  // It came while a quorum waited for a better one, and was none.
  if (note.kind === 'voteDrained' && note.vote.leader === candidate && elected !== null) {
    const { outcome, by } = compareVotes(note.vote, elected);
    if (outcome === 'loses') return { kind: 'lost', candidate: note.vote, winner: elected, by, index };
  }
  return null;
}

/** What the vote for `candidate` came to at another server, in the election by which it stands where it stands. */
function whatBecameOf(asked: Case, candidate: Sid, other: ServerFacts): Reason {
  const { sid, status, vote } = other;
  const standing = ownStanding(asked, other);
  if (status !== 'up') return reasonOf(standing);
  const found = comparisonAt(asked, other, candidate);
  if (found?.kind === 'lost') {
    const { winner, by, index } = found;
    return { said: { kind: 'lost', sids: [sid], candidate: found.candidate, winner, by }, index };
  }
  const leader = vote?.leader ?? null;
  if (leader === candidate) return { said: { kind: 'agreed', sids: [sid], candidate }, index: null };
  if (found === null || leader === null) return reasonOf(standing);
  const election = lastElection(asked, other);
  if (election?.joined === true) return { said: { kind: 'joined', sids: [sid], leader }, index: found.index };
  if (election?.vote == null) return { said: voteElsewhere(sid, leader, candidate), index: null };
  return { said: { kind: 'neverHeard', sids: [sid], candidate, leader }, index: found.index };
}

/** Whose votes a looking server lacks for whom it votes for, and why. */
function votesMissing(asked: Case, me: ServerFacts): readonly Reason[] {
  const { ballot } = me;
  if (ballot === null || ballot.quorum) return [];
  const lacks = voters(asked.facts).filter((one) => one.sid !== me.sid && !ballot.agreeing.includes(one.sid));
  return merged(lacks.map((one) => whyNoVote(asked, me, ballot.own.leader, one)));
}

function whyNoVote(asked: Case, me: ServerFacts, candidate: Sid, other: ServerFacts): Reason {
  const { facts } = asked;
  const { sid, state, vote, epoch, ballot } = other;
  const apart = whatSeparates(asked, me, other);
  if (apart !== null) return apart;
  if (state === 'LEADING')
    return { said: { kind: 'leadsItself', sids: [sid], epoch }, index: roleEvent(asked, other)?.index ?? null };
  if (ballot === null || vote === null) {
    const said: Said =
      other.leader === null
        ? { kind: 'stillLooks', sids: [sid] }
        : { kind: 'settled', sids: [sid], leader: other.leader };
    return { said, index: roleEvent(asked, other)?.index ?? null };
  }
  if (vote.leader === candidate) {
    const coming = facts.messages.find(
      (one) => one.from === other.node && one.to === me.node && one.vote?.leader === candidate,
    );
    if (coming === undefined && me.ballot !== null && ballot.round !== me.ballot.round)
      return otherRound(me.ballot.round);
    if (coming === undefined) {
      const lost = voteLost(other, me);
      if (lost !== null) return { said: { kind: 'voteLost', sids: [sid], candidate }, index: lost.index };
      return { said: { kind: 'voteOnWay', sids: [sid], candidate, held: null }, index: null };
    }
    const { held, index } = onTheWay(asked, coming);
    return { said: { kind: 'voteOnWay', sids: [sid], candidate, held }, index };
  }
  const found = comparisonAt(asked, other, candidate);
  if (found?.kind === 'lost') {
    const { winner, by, index } = found;
    return { said: { kind: 'lost', sids: [sid], candidate: found.candidate, winner, by }, index };
  }
  const going = facts.messages.find(
    (one) => one.from === me.node && one.to === other.node && one.vote?.leader === candidate,
  );
  if (going !== undefined) {
    const { held, index } = onTheWay(asked, going);
    return { said: { kind: 'candidateOnWay', sids: [sid], candidate, held }, index };
  }
  const lost = voteLost(me, other);
  if (lost !== null) return { said: { kind: 'candidateLost', sids: [sid], candidate }, index: lost.index };
  if (me.ballot !== null && ballot.round !== me.ballot.round) return otherRound(me.ballot.round);
  return { said: voteElsewhere(sid, vote.leader, candidate), index: null };

  /** The newest vote for the candidate from one to the other, in this search for a leader. */
  function voteLost(from: ServerFacts, to: ServerFacts): Cause | null {
    const { run, cursor } = asked;
    const began = lastElection(asked, from)?.from ?? 0;
    const ends = { before: cursor, from: from.node, to: to.node };
    const cause = lostOnWay(run, ends, (packet) => packet.type === 'NOTIFICATION' && packet.leader === candidate);
    return cause !== null && cause.index > began ? cause : null;
  }

  function otherRound(than: Extract<Said, { kind: 'otherRound' }>['than']): Reason {
    return { said: { kind: 'otherRound', sids: [sid], round: ballot?.round ?? than, than }, index: null };
  }
}

function voteElsewhere(sid: Sid, leader: Sid, candidate: Sid): Said {
  return leader === sid ? { kind: 'votesOwn', sids: [sid], candidate } : { kind: 'votesOther', sids: [sid], leader };
}

/** Not running, or a cut between the two, as seen from outside; null when they can hear each other. */
function whatSeparates(asked: Case, me: ServerFacts, other: ServerFacts): Reason | null {
  const { facts, run, cursor } = asked;
  if (other.status !== 'up') return reasonOf(ownStanding(asked, other));
  const isCut = facts.links.some(
    ({ from, to, cut }) => cut && ((from === me.node && to === other.node) || (from === other.node && to === me.node)),
  );
  if (!isCut) return null;
  const cause = silencedBy(run, cursor, me.sid, [other.sid]) ?? silencedBy(run, cursor, other.sid, [me.sid]);
  return { said: { kind: 'cutOff', sids: [other.sid], from: me.sid }, index: cause?.index ?? null };
}

// ---- answers to a leader ----

/** Whose answers a leader lacks for what it waits for, or who would have to believe in it. */
function answersMissing(asked: Case, leader: ServerFacts): readonly Reason[] {
  const { facts } = asked;
  const wait = leader.waits.find((one) => one.for !== 'proposal');
  const has =
    wait?.acks ?? facts.servers.filter((one) => one.status === 'up' && one.leader === leader.sid).map(({ sid }) => sid);
  const lacks = voters(facts).filter((one) => !has.includes(one.sid) && one.sid !== leader.sid);
  return merged(lacks.map((one) => whyNoAnswer(asked, leader, one)));
}

function whyNoAnswer(asked: Case, leader: ServerFacts, other: ServerFacts): Reason {
  const { sid, state, zabState, epoch } = other;
  const apart = whatSeparates(asked, leader, other);
  if (apart !== null) return apart;
  const index = roleEvent(asked, other)?.index ?? null;
  if (state === 'LEADING') return { said: { kind: 'leadsItself', sids: [sid], epoch }, index };
  if (other.leader === null) return { said: { kind: 'stillLooks', sids: [sid] }, index };
  if (other.leader !== leader.sid) return { said: { kind: 'settled', sids: [sid], leader: other.leader }, index };
  return { said: { kind: 'learning', sids: [sid], leader: leader.sid, phase: zabState ?? 'ELECTION' }, index };
}

// ---- transactions ----

function acksMissing(asked: Case, leader: ServerFacts, wait: WaitFacts, zxid: Zxid): Answer {
  const { facts } = asked;
  const first = leader.waits.find((one) => one.for === 'proposal');
  const tally = lacking(wait.tallies);
  const count = countOf(tally ?? tallyOf(facts.quorumVerifier, wait.acks));
  const isNext = first?.zxid === zxid;
  const head: Said =
    wait.quorum && !isNext && first?.zxid !== null && first !== undefined
      ? { kind: 'afterOthers', zxid, leader: leader.sid, first: first.zxid }
      : { kind: 'lacksAcks', zxid, leader: leader.sid, acks: wait.acks, count, backed: isBacked(leader, facts) };
  const lacks = facts.servers.filter(({ sid }) => tally?.missing.includes(sid) === true);
  const reasons = wait.quorum ? [] : lacks.map((one) => whyNoAck(asked, leader, one, zxid));
  return { ...NOTHING, head, reasons: merged(reasons) };
}

function whyNoAck(asked: Case, leader: ServerFacts, other: ServerFacts, zxid: Zxid): Reason {
  const { facts } = asked;
  const { sid } = other;
  const cell = other.log.find((one) => one.zxid === zxid);
  if (other !== leader) {
    const apart = whatSeparates(asked, leader, other);
    if (apart !== null) return apart;
    if (other.leader !== leader.sid) return whyNoAnswer(asked, leader, other);
  } else if (leader.status !== 'up') return reasonOf(ownStanding(asked, leader));
  const coming = facts.messages.find((one) => one.type === 'PROPOSAL' && one.zxid === zxid && one.to === other.node);
  if (coming !== undefined) {
    const { held, index } = onTheWay(asked, coming);
    return { said: { kind: 'proposalOnWay', sids: [sid], zxid, held }, index };
  }
  if (cell?.onDisk === true) {
    const ack = facts.messages.find((one) => one.type === 'ACK' && one.zxid === zxid && one.from === other.node);
    if (ack !== undefined) {
      const { held, index } = onTheWay(asked, ack);
      return { said: { kind: 'ackOnWay', sids: [sid], zxid, held }, index };
    }
    const ackLost = lost('ACK', other, leader);
    if (ackLost !== null) return { said: { kind: 'ackLost', sids: [sid], zxid }, index: ackLost.index };
    return { said: { kind: 'ackOnWay', sids: [sid], zxid, held: null }, index: null };
  }
  if (cell !== undefined) return { said: { kind: 'writing', sids: [sid], zxid }, index: null };
  const proposalLost = lost('PROPOSAL', leader, other);
  if (proposalLost !== null) return { said: { kind: 'proposalLost', sids: [sid], zxid }, index: proposalLost.index };
  return { said: { kind: 'lacksIt', sids: [sid], zxid }, index: null };

  function lost(type: 'ACK' | 'PROPOSAL', from: ServerFacts, to: ServerFacts): Cause | null {
    const ends = { before: asked.cursor, from: from.node, to: to.node };
    return lostOnWay(asked.run, ends, (packet) => packet.type === type && packet.zxid === zxid);
  }
}

/** What a server lacks of a transaction that is committed; nothing where it has applied it. */
function lackOfCommitted(asked: Case, one: ServerFacts, zxid: Zxid): readonly Reason[] {
  const cell = one.log.find((other) => other.zxid === zxid);
  const sids = [one.sid];
  if (cell?.state === 'applied' || cell?.state === 'snapshotted' || cell?.state === 'replayed') return [];
  if (one.status !== 'up') return [{ said: whereItIs(one, zxid), index: roleEvent(asked, one)?.index ?? null }];
  if (cell === undefined) return [{ said: { kind: 'lacksIt', sids, zxid }, index: null }];
  if (cell.state === 'truncated' || cell.state === 'replaced')
    return [{ said: { kind: 'cutAway', sids, zxid }, index: null }];
  return [{ said: { kind: 'unaware', sids, zxid }, index: null }];
}

function whereItIs({ sid, status, log }: ServerFacts, zxid: Zxid): Said {
  const cell = log.find((one) => one.zxid === zxid);
  const sids = [sid];
  if (cell === undefined) return { kind: 'lacksIt', sids, zxid };
  if (cell.state === 'truncated' || cell.state === 'replaced') return { kind: 'cutAway', sids, zxid };
  return { kind: 'holds', sids, zxid, down: status === 'down' };
}

function isHeldAt({ log }: ServerFacts, zxid: Zxid): boolean {
  return log.some((one) => one.zxid === zxid && one.state !== 'truncated' && one.state !== 'replaced');
}

// ---- common ----

function serverOf({ servers }: StageFacts, sid: Sid): ServerFacts | null {
  return servers.find((one) => one.sid === sid) ?? null;
}

function voters({ servers, voters: sids }: StageFacts): readonly ServerFacts[] {
  return servers.filter(({ sid }) => sids.includes(sid));
}

function isSettled({ status, state, serving }: ServerFacts): boolean {
  return status !== 'up' || (serving && state !== 'LEADING');
}

/** The next event in what has been run that changes anything for anybody. */
function nextOf({ run, cursor }: Case): Cause | null {
  const index = run.nextMark(cursor, CHANGES);
  return index === null ? null : { index, entry: run.entryAt(index) };
}

/** One reason for all servers of which the same is to be said, in the order of the first. */
function merged(reasons: readonly Reason[]): readonly Reason[] {
  const groups = new Map<string, Reason>();
  for (const reason of reasons) {
    const { said } = reason;
    const key = JSON.stringify({ ...said, ...('sids' in said ? { sids: null } : {}) });
    const known = groups.get(key);
    if (known === undefined || !('sids' in said) || !('sids' in known.said))
      groups.set(known === undefined ? key : `${key} ${groups.size}`, reason);
    else {
      const others = [...(known.others ?? []), ...(reason.index === null ? [] : [reason.index])];
      groups.set(key, { ...known, said: { ...known.said, sids: [...known.said.sids, ...said.sids] }, others });
    }
  }
  return [...groups.values()];
}
