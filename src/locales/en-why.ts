/** English for "why?" and "why not?": the questions, and a sentence for everything that answers state. */
import { ZXID_ZERO, type Epoch, type Round, type Sid, type Zxid, zxidLabel } from '../zookeeper/ids.ts';
import type { DecidingColumn, VoteFact } from '../zookeeper/notes.ts';
import type { ServerState, ZabState } from '../zookeeper/packets.ts';
import { phaseName, server, serverRow, servers } from './en-terms.ts';
import { type Translatable, formatsOf } from './message.ts';

const { integer, plural, time } = formatsOf('en');

type Held = 'cut' | 'frozen' | 'delayed' | null;
interface Count {
  readonly has: number;
  readonly needed: number;
  readonly all: number;
  readonly of: 'voters' | 'groups';
}

const ofAll = ({ has, all, of }: Count): string =>
  `${integer(has)} of ${integer(all)}${of === 'groups' ? ' groups' : ''}`;
const ofNeeded = (count: Count): string => `${ofAll(count)}, ${integer(count.needed)} are needed`;
/** `is` of one, `are` of more. */
const verb = (sids: readonly Sid[], one: string, more: string): string => (sids.length === 1 ? one : more);
const inEpoch = (epoch: Epoch | null): string => (epoch === null ? '' : ` epoch ${epoch}`);
const someone = (who: Sid | string): string => (typeof who === 'number' ? server(who) : who);
const itself = (sid: Sid, self: Sid): string => (sid === self ? 'itself' : server(sid));
/** Of the only one of `sids`, where it is that. */
const own = (sid: Sid, sids: readonly Sid[]): string => (sids.length === 1 && sids[0] === sid ? 'itself' : server(sid));
const zxid = (of: Zxid): string => (of === ZXID_ZERO ? 'nothing' : zxidLabel(of));

/** By which column one vote is the greater, with what stands in it. */
function greater(winner: VoteFact, loser: VoteFact, by: DecidingColumn): string {
  switch (by) {
    case 'electionEpoch':
      return `later round, ${winner.electionEpoch} over ${loser.electionEpoch}`;
    case 'peerEpoch':
      return `newer epoch, ${winner.peerEpoch} over ${loser.peerEpoch}`;
    case 'zxid':
      return `longer log, ${zxid(winner.zxid)} over ${zxid(loser.zxid)}`;
    case 'leader':
      return `same epoch and log, larger id, ${winner.leader} over ${loser.leader}`;
    case 'weight':
      return `${server(loser.leader)} has no weight`;
    default:
      return 'the same vote';
  }
}

const heldWhere = (held: Held): string =>
  held === 'cut'
    ? 'held at the cut'
    : held === 'frozen'
      ? 'in the socket of a frozen process'
      : held === 'delayed'
        ? 'delayed on its way'
        : 'still on its way';

const waitedFor = {
  epochProposal: 'the epochs of a quorum',
  epochAck: 'a quorum to accept its epoch',
  newLeaderAck: 'a quorum to acknowledge NEWLEADER',
  proposal: 'a quorum to acknowledge its proposal',
} as const;

/** ExitCode, as far as a simulated server comes to it. */
const EXIT_REASONS: Readonly<Record<number, string>> = {
  1: 'it could not begin with what its disk holds',
  10: 'its disk refused a snapshot',
  11: 'its log thread died',
  12: 'a COMMIT was not for the transaction that was next',
  13: 'it could not do what its leader sent, or not cut its log',
};

export const enWhy = {
  whyShort: 'why?',
  whyNotShort: 'why not?',
  /** Of the selected thing, or the last event. */
  askWhy: 'Why?',
  askWhyNot: 'Why not?',
  close: 'Close the answer',
  about: (at: number) => `as it stood at ${time(at)}`,
  back: (at: number) => `Back to ${time(at)}`,
  chain: 'What led to it, newest first',
  each: 'Server by server',
  next: 'Next, if nobody acts:',
  nothing: 'Nothing has happened yet that would tell.',
  all: (count: number) => plural(count, { one: 'The one step', other: 'All # steps' }),
  moreReasons: (count: number) => plural(count, { one: '# more', other: '# more' }),
  go: (what: string) => `Go to: ${what}`,
  related: 'Ask also',
  /** What is written on a button, then the whole question. */
  ask: (short: string, question: string) => `${short} ${question}`,
  questions: {
    event: (what: string) => `Why: ${what}`,
    role: (
      sid: Sid,
      o: { state: ServerState | 'STANDALONE' | 'DOWN' | 'FROZEN' | 'UNSTARTED'; leader: Sid | null },
    ) => {
      const name = server(sid);
      switch (o.state) {
        case 'LEADING':
          return `Why does ${name} lead?`;
        case 'FOLLOWING':
          return `Why does ${name} follow ${o.leader === null ? 'a leader' : server(o.leader)}?`;
        case 'OBSERVING':
          return `Why does ${name} observe ${o.leader === null ? 'a leader' : server(o.leader)}?`;
        case 'STANDALONE':
          return `Why is ${name} standalone?`;
        case 'LOOKING':
          return `Why is ${name} LOOKING?`;
        case 'DOWN':
          return `Why is ${name} down?`;
        case 'FROZEN':
          return `Why is ${name} frozen?`;
        default:
          return `Why is ${name} not there?`;
      }
    },
    vote: (sid: Sid, leader: Sid | null) =>
      `Why does ${server(sid)} vote for ${leader === null ? 'anybody' : itself(leader, sid)}?`,
    txn: (of: Zxid, committed: boolean) =>
      committed ? `Why is ${zxidLabel(of)} committed?` : `Where does ${zxidLabel(of)} come from?`,
    message: (type: string, from: string, to: string) => `Why this ${type} from ${from} to ${to}?`,
    client: (name: string, state: 'waiting' | 'connecting' | 'connected' | 'closed', at: Sid | null) => {
      switch (state) {
        case 'waiting':
          return `Why does ${name} wait?`;
        case 'connecting':
          return `Why has ${name} no session${at === null ? '' : ` at ${server(at)}`}?`;
        case 'connected':
          return `What did ${name} hear last?`;
        default:
          return `Why has ${name} no connection?`;
      }
    },
    link: (from: Sid, to: Sid, cut: boolean) =>
      cut
        ? `Why is the way from ${server(from)} to ${server(to)} cut?`
        : `What came from ${server(from)} to ${server(to)} last?`,
    notAnswered: (name: string) => `Why has ${name} no answer yet?`,
    notPassed: (from: Sid, to: Sid) => `What has not come from ${server(from)} to ${server(to)}?`,
    notLeader: (sid: Sid) => `Why does ${server(sid)} not lead?`,
    noOtherLeader: 'Why does nobody else lead?',
    noLeader: 'Why is there no leader?',
    notServing: (sid: Sid) => `Why does ${server(sid)} not serve?`,
    notCommitted: (of: Zxid, committed: boolean) =>
      committed ? `Where is ${zxidLabel(of)} not committed yet?` : `Why is ${zxidLabel(of)} not committed?`,
    notArrived: (type: string, from: string, to: string) => `Why has this ${type} from ${from} not reached ${to}?`,
    gone: 'This message has arrived.',
  },

  said: {
    leads: (s: { sid: Sid; epoch: Epoch | null; with: readonly Sid[]; count: Count }) =>
      `${server(s.sid)} believes it leads${inEpoch(s.epoch)}, and ${servers(s.with.filter((sid) => sid !== s.sid))} ` +
      `believe${s.with.length === 2 ? 's' : ''} so too: ${ofAll(s.count)}, a quorum.`,
    believesItLeads: (s: { sid: Sid; epoch: Epoch | null; with: readonly Sid[]; count: Count }) =>
      `${server(s.sid)} believes it leads${inEpoch(s.epoch)}, but only ${servers(s.with)} ` +
      `${verb(s.with, 'believes', 'believe')} so: ${ofNeeded(s.count)}.`,
    lacksAnswers: (s: { sid: Sid; wait: keyof typeof waitedFor; acks: readonly Sid[]; count: Count }) =>
      `${server(s.sid)} is elected and waits for ${waitedFor[s.wait]}: it has ${ofNeeded(s.count)}.`,
    standalone: (s: { sid: Sid }) =>
      `${server(s.sid)} is standalone: there is no ensemble, so it elects nobody and has no epochs.`,
    prepares: (s: { sid: Sid }) => `${server(s.sid)} is elected and prepares to lead.`,
    follows: (s: { sid: Sid; leader: Sid; epoch: Epoch | null }) =>
      `${server(s.sid)} believes ${server(s.leader)} leads${inEpoch(s.epoch)}, and follows it.`,
    observes: (s: { sid: Sid; leader: Sid; epoch: Epoch | null }) =>
      `${server(s.sid)} believes ${server(s.leader)} leads${inEpoch(s.epoch)}, and observes it.`,
    learns: (s: { sid: Sid; leader: Sid; phase: ZabState }) =>
      `${server(s.sid)} believes ${server(s.leader)} leads and is in ${phaseName[s.phase]}: it serves after that.`,
    looks: (s: { sid: Sid; leader: Sid; round: Round; agreeing: readonly Sid[]; count: Count }) =>
      `${server(s.sid)} is LOOKING in round ${s.round}: it votes for ${itself(s.leader, s.sid)} and counts ` +
      `${servers(s.agreeing)}: ${ofNeeded(s.count)}.`,
    waitsForBetter: (s: { sid: Sid; leader: Sid; until: number }) =>
      `${server(s.sid)} counts a quorum for ${itself(s.leader, s.sid)} and waits until ${time(s.until)} for a better vote.`,
    seeks: (s: { sid: Sid }) => `${server(s.sid)} is an observer that knows of no leader.`,
    serves: (s: { sid: Sid; epoch: Epoch | null }) =>
      `${server(s.sid)} does serve${s.epoch === null ? '' : ` in epoch ${s.epoch}`}.`,
    votes: (s: { sid: Sid; vote: VoteFact; settled: boolean }) =>
      `${server(s.sid)} ${s.settled ? 'voted' : 'votes'} for ${itself(s.vote.leader, s.sid)}: ` +
      `epoch ${s.vote.peerEpoch}, ${s.vote.zxid === ZXID_ZERO ? 'empty log' : `log up to ${zxidLabel(s.vote.zxid)}`}, id ${s.vote.leader}.`,
    exited: (s: { sids: readonly Sid[]; code: number }) => {
      const why = EXIT_REASONS[s.code];
      return `${servers(s.sids)} ended with exit code ${s.code}${why === undefined ? '' : `: ${why}`}.`;
    },
    down: (s: { sids: readonly Sid[] }) => `${servers(s.sids)} ${verb(s.sids, 'is', 'are')} down.`,
    notStarted: (s: { sids: readonly Sid[] }) => `${servers(s.sids)} ${verb(s.sids, 'was', 'were')} not started yet.`,
    frozen: (s: { sids: readonly Sid[]; leads: boolean }) =>
      `${servers(s.sids)} ${verb(s.sids, 'is', 'are')} frozen${s.leads ? ', and would still believe it leads' : ': nothing is read, nothing answered'}.`,
    observerNever: (s: { sid: Sid }) => `${server(s.sid)} is an observer: it has no vote and may not be elected.`,

    lost: (s: { sids: readonly Sid[]; candidate: VoteFact; winner: VoteFact; by: DecidingColumn }) =>
      `${servers(s.sids)} preferred ${own(s.winner.leader, s.sids)} to ${server(s.candidate.leader)}: ` +
      `${greater(s.winner, s.candidate, s.by)}.`,
    gaveUp: (s: { sid: Sid; candidate: VoteFact; winner: VoteFact; by: DecidingColumn }) =>
      `${server(s.sid)} gave up its own vote for ${server(s.winner.leader)}: ${greater(s.winner, s.candidate, s.by)}.`,
    joined: (s: { sids: readonly Sid[]; leader: Sid }) =>
      `${servers(s.sids)} came when ${server(s.leader)} was already leading, and joined it: no new election.`,
    neverHeard: (s: { sids: readonly Sid[]; candidate: Sid; leader: Sid }) =>
      `${servers(s.sids)} elected ${own(s.leader, s.sids)} before any vote for ${server(s.candidate)} came.`,
    agreed: (s: { sids: readonly Sid[]; candidate: Sid }) => `${servers(s.sids)} voted for ${server(s.candidate)}.`,
    settled: (s: { sids: readonly Sid[]; leader: Sid }) =>
      `${servers(s.sids)} still ${verb(s.sids, 'believes', 'believe')} ${server(s.leader)} leads, and ${verb(s.sids, 'elects', 'elect')} nobody.`,
    leadsItself: (s: { sids: readonly Sid[]; epoch: Epoch | null }) =>
      `${servers(s.sids)} ${verb(s.sids, 'believes', 'believe')} it leads${inEpoch(s.epoch)} itself.`,
    votesOther: (s: { sids: readonly Sid[]; leader: Sid }) =>
      `${servers(s.sids)} ${verb(s.sids, 'votes', 'vote')} for ${own(s.leader, s.sids)}.`,
    votesOwn: (s: { sids: readonly Sid[]; candidate: Sid }) =>
      `${servers(s.sids)} ${s.sids.length === 1 ? 'votes for itself' : 'vote each for themselves'}: no vote for ${server(s.candidate)} has reached ${s.sids.length === 1 ? 'it' : 'them'}.`,
    otherRound: (s: { sids: readonly Sid[]; round: Round; than: Round }) =>
      `${servers(s.sids)} ${verb(s.sids, 'is', 'are')} in round ${s.round}, not in ${s.than}.`,
    candidateOnWay: (s: { sids: readonly Sid[]; candidate: Sid; held: Held }) =>
      `${servers(s.sids)} ${verb(s.sids, 'has', 'have')} not heard of a vote for ${server(s.candidate)}: it is ${heldWhere(s.held)}.`,
    voteOnWay: (s: { sids: readonly Sid[]; candidate: Sid; held: Held }) =>
      `${servers(s.sids)} ${verb(s.sids, 'votes', 'vote')} for ${server(s.candidate)} too: word of it is ${heldWhere(s.held)}.`,
    voteLost: (s: { sids: readonly Sid[]; candidate: Sid }) =>
      `${servers(s.sids)} ${verb(s.sids, 'votes', 'vote')} for ${server(s.candidate)} too: word of it was lost on its way.`,
    candidateLost: (s: { sids: readonly Sid[]; candidate: Sid }) =>
      `${servers(s.sids)} ${verb(s.sids, 'has', 'have')} not heard of a vote for ${server(s.candidate)}: it was lost on its way.`,
    cutOff: (s: { sids: readonly Sid[]; from: Sid }) =>
      `${servers(s.sids)} ${verb(s.sids, 'is', 'are')} cut off from ${server(s.from)}: nothing passes.`,
    learning: (s: { sids: readonly Sid[]; leader: Sid; phase: ZabState }) =>
      `${servers(s.sids)} ${verb(s.sids, 'believes', 'believe')} ${server(s.leader)} leads and ${verb(s.sids, 'is', 'are')} in ${phaseName[s.phase]}.`,
    stillLooks: (s: { sids: readonly Sid[] }) =>
      `${servers(s.sids)} ${verb(s.sids, 'is', 'are')} still LOOKING for a leader.`,
    stuck: (s: {
      sids: readonly Sid[];
      leader: Sid;
      agreeing: readonly Sid[];
      missing: readonly Sid[];
      count: Count;
    }) =>
      `${servers(s.sids)} ${verb(s.sids, 'votes', 'vote')} for ${own(s.leader, s.sids)} ` +
      `and ${verb(s.sids, 'counts', 'count')} ${servers(s.agreeing)}: ${ofNeeded(s.count)}; nothing yet from ${serverRow(s.missing)}.`,
    nobodyLeads: (s: { up: readonly Sid[]; count: Count }) =>
      s.count.has >= s.count.needed
        ? `No server has a quorum behind it, though ${servers(s.up)} run: ${ofAll(s.count)}.`
        : `Only ${servers(s.up)} ${verb(s.up, 'runs', 'run')}: ${ofNeeded(s.count)}, so nobody can be elected.`,

    committed: (s: { zxid: Zxid; by: Sid; acks: readonly Sid[]; count: number }) =>
      `${server(s.by)} committed ${zxidLabel(s.zxid)} when it had heard that ${servers(s.acks)} have it on disk: ${s.acks.length} of ${s.count}, a quorum.`,
    committedBySync: (s: { zxid: Zxid; by: Sid; acks: readonly Sid[] }) =>
      `${server(s.by)} had ${zxidLabel(s.zxid)} in its log when it came to lead, and ${servers(s.acks)} took that log: a quorum.`,
    lacksAcks: (s: { zxid: Zxid; leader: Sid; acks: readonly Sid[]; count: Count; backed: boolean }) =>
      `${server(s.leader)}${s.backed ? '' : ', which believes it leads,'} has counted ${servers(s.acks)} for ${zxidLabel(s.zxid)}: ${ofNeeded(s.count)}.`,
    afterOthers: (s: { zxid: Zxid; leader: Sid; first: Zxid }) =>
      `${server(s.leader)} has enough for ${zxidLabel(s.zxid)}, but commits in order: ${zxidLabel(s.first)} comes first.`,
    awaitsNewLeader: (s: { zxid: Zxid; leader: Sid; acks: readonly Sid[]; count: Count }) =>
      `${zxidLabel(s.zxid)} is in the log of ${server(s.leader)}, which is elected: it counts once a quorum has that log; now ${ofNeeded(s.count)}.`,
    orphan: (s: { zxid: Zxid; holders: readonly Sid[]; leader: Sid | null }) =>
      s.leader === null
        ? `Nobody asks for ${zxidLabel(s.zxid)} now: only ${servers(s.holders)} ${verb(s.holders, 'has', 'have')} it, and whoever is elected decides.`
        : `Nobody asks for ${zxidLabel(s.zxid)} any more: ${servers(s.holders)} ${verb(s.holders, 'has', 'have')} it, and ${server(s.leader)}, which leads, does not propose it.`,
    gone: (s: { zxid: Zxid }) => `No server has ${zxidLabel(s.zxid)}.`,
    isCommitted: (s: { zxid: Zxid; everywhere: boolean }) =>
      s.everywhere
        ? `${zxidLabel(s.zxid)} is committed, and every server has applied it.`
        : `${zxidLabel(s.zxid)} is committed, but not applied everywhere.`,
    proposalOnWay: (s: { sids: readonly Sid[]; zxid: Zxid; held: Held }) =>
      `${servers(s.sids)} ${verb(s.sids, 'has', 'have')} not received the PROPOSAL: it is ${heldWhere(s.held)}.`,
    writing: (s: { sids: readonly Sid[]; zxid: Zxid }) =>
      `${servers(s.sids)} ${verb(s.sids, 'has', 'have')} it in memory: the disk is not done.`,
    ackOnWay: (s: { sids: readonly Sid[]; zxid: Zxid; held: Held }) =>
      `${servers(s.sids)} ${verb(s.sids, 'has', 'have')} it on disk: the ACK is ${heldWhere(s.held)}.`,
    proposalLost: (s: { sids: readonly Sid[]; zxid: Zxid }) =>
      `${servers(s.sids)} ${verb(s.sids, 'has', 'have')} not received the PROPOSAL: it was lost on its way.`,
    ackLost: (s: { sids: readonly Sid[]; zxid: Zxid }) =>
      `${servers(s.sids)} ${verb(s.sids, 'has', 'have')} it on disk: the ACK was lost on its way.`,
    holds: (s: { sids: readonly Sid[]; zxid: Zxid; down: boolean }) =>
      `${servers(s.sids)}${s.down ? `, which ${verb(s.sids, 'is', 'are')} down,` : ''} ${verb(s.sids, 'has', 'have')} it in the log.`,
    lacksIt: (s: { sids: readonly Sid[]; zxid: Zxid }) =>
      `${servers(s.sids)} ${verb(s.sids, 'does', 'do')} not have it.`,
    cutAway: (s: { sids: readonly Sid[]; zxid: Zxid }) => `${servers(s.sids)} had it, and it was cut away.`,
    unaware: (s: { sids: readonly Sid[]; zxid: Zxid }) =>
      `${servers(s.sids)} ${verb(s.sids, 'has', 'have')} it and ${verb(s.sids, 'has', 'have')} not heard that it is committed.`,

    clientWaits: (s: { client: string; server: Sid | null; count: number }) =>
      `${s.client} waits for ${plural(s.count, { one: '# answer', other: '# answers' })}${s.server === null ? '' : ` of ${server(s.server)}`}.`,
    clientIdle: (s: { client: string; server: Sid }) =>
      `${s.client} has a session at ${server(s.server)}, and all its answers.`,
    clientSeeks: (s: { client: string; server: Sid | null }) =>
      s.server === null
        ? `${s.client} is connected to no server.`
        : `${s.client} is connected to no server, and tries ${server(s.server)}.`,
    clientClosed: (s: { client: string }) => `${s.client} has no connection, and seeks none.`,
    hasRequest: (s: { sids: readonly Sid[] }) => `${servers(s.sids)} has the request and is not done with it.`,
    readsNoMore: (s: { sid: Sid; client: string; outstanding: number; limit: number }) =>
      `${server(s.sid)} reads nothing more from ${s.client} for now, pings included: ` +
      `${plural(s.outstanding, { one: '# request was', other: '# requests were' })} under way, ` +
      `above its limit of ${integer(s.limit)} (globalOutstandingLimit).`,
    keepsRequest: (s: { client: string }) => `${s.client} keeps the request until it is connected.`,
    linkCut: (s: { from: Sid; to: Sid; count: number }) =>
      `Nothing passes from ${server(s.from)} to ${server(s.to)}` +
      `${s.count === 0 ? ', and nothing waits' : `: ${plural(s.count, { one: '# message waits', other: '# messages wait' })}`} at the cut.`,
    linkOpen: (s: { from: Sid; to: Sid; millis: number; count: number }) =>
      `The way from ${server(s.from)} to ${server(s.to)} is open, in ${integer(s.millis)} ms: ` +
      `${s.count === 0 ? 'nothing is' : plural(s.count, { one: '# message is', other: '# messages are' })} under way.`,
    onLink: (s: { type: string; count: number; held: Held; arrivesAt: number }) =>
      `${s.count === 1 ? s.type : `${integer(s.count)} × ${s.type}`}: ${heldWhere(s.held)}${s.held === null ? `, due at ${time(s.arrivesAt)}` : ''}.`,

    underWay: (s: { type: string; from: Sid | string; to: Sid | string; held: Held; arrivesAt: number }) =>
      s.held === null
        ? `${s.type} from ${someone(s.from)} is on its way and reaches ${someone(s.to)} at ${time(s.arrivesAt)}.`
        : `${s.type} from ${someone(s.from)} to ${someone(s.to)} is ${heldWhere(s.held)}.`,
  },
};

/** What every catalogue must have. */
export type WhyCatalogue = Translatable<typeof enWhy>;
