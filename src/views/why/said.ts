/**
 * What an answer states besides events: how something stands, and what keeps it from standing otherwise. Facts with
 * names of kinds; the catalogue has a sentence for each. A server is said to believe what it believes; what is seen
 * from outside alone (a cut, a dead process) is said of that.
 */
import type { MessageFacts, WaitFacts } from '../../sim/facts.ts';
import type { ConfigTally } from '../../sim/tally.ts';
import type { Epoch, Round, Sid, Zxid } from '../../zookeeper/ids.ts';
import type { DecidingColumn, VoteFact } from '../../zookeeper/notes.ts';
import type { PacketType, ZabState } from '../../zookeeper/packets.ts';

/** How many there are of how many that are needed; of groups where they decide. */
export interface Count {
  readonly has: number;
  readonly needed: number;
  readonly all: number;
  readonly of: 'voters' | 'groups';
}

export function countOf({ has, needed, voters, groups }: ConfigTally): Count {
  return {
    has,
    needed,
    all: groups === null ? voters.length : groups.length,
    of: groups === null ? 'voters' : 'groups',
  };
}

/** The first configuration that has no quorum yet, else the first. */
export function lacking(tallies: readonly ConfigTally[]): ConfigTally | null {
  return tallies.find(({ quorum }) => !quorum) ?? tallies[0] ?? null;
}

type OfOne = { readonly sid: Sid };
/** Servers of which the same is to be said. */
type OfMany = { readonly sids: readonly Sid[] };
/** `delayed`: by somebody, on a link that lets it through. */
export type Held = MessageFacts['held'] | 'delayed';

export type Said =
  // ---- how a server stands ----
  | ({
      readonly kind: 'leads';
      readonly epoch: Epoch | null;
      readonly with: readonly Sid[];
      readonly count: Count;
    } & OfOne)
  /** It serves, and those who believe in it are no quorum. */
  | ({
      readonly kind: 'believesItLeads';
      readonly epoch: Epoch | null;
      readonly with: readonly Sid[];
      readonly count: Count;
    } & OfOne)
  | ({
      readonly kind: 'lacksAnswers';
      readonly wait: WaitFacts['for'];
      readonly acks: readonly Sid[];
      readonly count: Count;
    } & OfOne)
  /** It is elected, and no answer is asked for yet. */
  | ({ readonly kind: 'prepares' } & OfOne)
  | ({ readonly kind: 'standalone' } & OfOne)
  | ({ readonly kind: 'follows'; readonly leader: Sid; readonly epoch: Epoch | null } & OfOne)
  | ({ readonly kind: 'observes'; readonly leader: Sid; readonly epoch: Epoch | null } & OfOne)
  | ({ readonly kind: 'learns'; readonly leader: Sid; readonly phase: ZabState } & OfOne)
  | ({
      readonly kind: 'looks';
      readonly leader: Sid;
      readonly round: Round;
      readonly agreeing: readonly Sid[];
      readonly count: Count;
    } & OfOne)
  | ({ readonly kind: 'waitsForBetter'; readonly leader: Sid; readonly until: number } & OfOne)
  | ({ readonly kind: 'seeks' } & OfOne)
  | ({ readonly kind: 'serves'; readonly epoch: Epoch | null } & OfOne)
  | ({ readonly kind: 'votes'; readonly vote: VoteFact; readonly settled: boolean } & OfOne)
  | ({ readonly kind: 'down' } & OfMany)
  /** Their processes ended themselves with this code (ExitCode). */
  | ({ readonly kind: 'exited'; readonly code: number } & OfMany)
  | ({ readonly kind: 'notStarted' } & OfMany)
  | ({ readonly kind: 'frozen'; readonly leads: boolean } & OfMany)
  | ({ readonly kind: 'observerNever' } & OfOne)
  // ---- whom it gave its vote, and why not another ----
  /** A vote for `candidate` met one for `winner` and was the lesser. */
  | ({
      readonly kind: 'lost';
      readonly candidate: VoteFact;
      readonly winner: VoteFact;
      readonly by: DecidingColumn;
    } & OfMany)
  /** The same, at the candidate itself. */
  | ({
      readonly kind: 'gaveUp';
      readonly candidate: VoteFact;
      readonly winner: VoteFact;
      readonly by: DecidingColumn;
    } & OfOne)
  /** It found servers that had elected already. */
  | ({ readonly kind: 'joined'; readonly leader: Sid } & OfMany)
  | ({ readonly kind: 'neverHeard'; readonly candidate: Sid; readonly leader: Sid } & OfMany)
  | ({ readonly kind: 'agreed'; readonly candidate: Sid } & OfMany)
  | ({ readonly kind: 'settled'; readonly leader: Sid } & OfMany)
  | ({ readonly kind: 'leadsItself'; readonly epoch: Epoch | null } & OfMany)
  | ({ readonly kind: 'votesOther'; readonly leader: Sid } & OfMany)
  /** Each for itself: no vote for `candidate` has met theirs. */
  | ({ readonly kind: 'votesOwn'; readonly candidate: Sid } & OfMany)
  | ({ readonly kind: 'otherRound'; readonly round: Round; readonly than: Round } & OfMany)
  | ({ readonly kind: 'candidateOnWay'; readonly candidate: Sid; readonly held: Held } & OfMany)
  | ({ readonly kind: 'voteOnWay'; readonly candidate: Sid; readonly held: Held } & OfMany)
  /** Its vote for `candidate`, or a vote for `candidate` to it, was lost on a connection that went on. */
  | ({ readonly kind: 'voteLost'; readonly candidate: Sid } & OfMany)
  | ({ readonly kind: 'candidateLost'; readonly candidate: Sid } & OfMany)
  | ({ readonly kind: 'cutOff'; readonly from: Sid } & OfMany)
  | ({ readonly kind: 'learning'; readonly leader: Sid; readonly phase: ZabState } & OfMany)
  | ({ readonly kind: 'stillLooks' } & OfMany)
  | ({
      readonly kind: 'stuck';
      readonly leader: Sid;
      readonly agreeing: readonly Sid[];
      readonly missing: readonly Sid[];
      readonly count: Count;
    } & OfMany)
  // ---- a cluster without a leader ----
  | { readonly kind: 'nobodyLeads'; readonly up: readonly Sid[]; readonly count: Count }
  // ---- transactions ----
  | {
      readonly kind: 'committed';
      readonly zxid: Zxid;
      readonly by: Sid;
      readonly acks: readonly Sid[];
      readonly count: number;
    }
  | { readonly kind: 'committedBySync'; readonly zxid: Zxid; readonly by: Sid; readonly acks: readonly Sid[] }
  | {
      readonly kind: 'lacksAcks';
      readonly zxid: Zxid;
      readonly leader: Sid;
      readonly acks: readonly Sid[];
      readonly count: Count;
      readonly backed: boolean;
    }
  | { readonly kind: 'afterOthers'; readonly zxid: Zxid; readonly leader: Sid; readonly first: Zxid }
  | {
      readonly kind: 'awaitsNewLeader';
      readonly zxid: Zxid;
      readonly leader: Sid;
      readonly acks: readonly Sid[];
      readonly count: Count;
    }
  | { readonly kind: 'orphan'; readonly zxid: Zxid; readonly holders: readonly Sid[]; readonly leader: Sid | null }
  | { readonly kind: 'gone'; readonly zxid: Zxid }
  | { readonly kind: 'isCommitted'; readonly zxid: Zxid; readonly everywhere: boolean }
  | ({ readonly kind: 'proposalOnWay'; readonly zxid: Zxid; readonly held: Held } & OfMany)
  | ({ readonly kind: 'writing'; readonly zxid: Zxid } & OfMany)
  | ({ readonly kind: 'ackOnWay'; readonly zxid: Zxid; readonly held: Held } & OfMany)
  | ({ readonly kind: 'holds'; readonly zxid: Zxid; readonly down: boolean } & OfMany)
  | ({ readonly kind: 'lacksIt'; readonly zxid: Zxid } & OfMany)
  | ({ readonly kind: 'cutAway'; readonly zxid: Zxid } & OfMany)
  | ({ readonly kind: 'unaware'; readonly zxid: Zxid } & OfMany)
  /** The PROPOSAL, or the ACK, of it was lost on a connection that went on. */
  | ({ readonly kind: 'proposalLost'; readonly zxid: Zxid } & OfMany)
  | ({ readonly kind: 'ackLost'; readonly zxid: Zxid } & OfMany)
  // ---- clients ----
  | { readonly kind: 'clientWaits'; readonly client: string; readonly server: Sid | null; readonly count: number }
  | { readonly kind: 'clientIdle'; readonly client: string; readonly server: Sid }
  | { readonly kind: 'clientSeeks'; readonly client: string; readonly server: Sid | null }
  | { readonly kind: 'clientClosed'; readonly client: string }
  /** It has a request of its client, and goes on with it. */
  | ({ readonly kind: 'hasRequest' } & OfMany)
  /** Nothing is read from its client since more requests than `limit` were under way. */
  | ({
      readonly kind: 'readsNoMore';
      readonly client: string;
      readonly outstanding: number;
      readonly limit: number;
    } & OfOne)
  /** It is not connected yet, and keeps what it is to ask. */
  | { readonly kind: 'keepsRequest'; readonly client: string }
  // ---- links ----
  | { readonly kind: 'linkCut'; readonly from: Sid; readonly to: Sid; readonly count: number }
  | {
      readonly kind: 'linkOpen';
      readonly from: Sid;
      readonly to: Sid;
      readonly millis: number;
      readonly count: number;
    }
  /** So many of one type on one way. */
  | {
      readonly kind: 'onLink';
      readonly type: PacketType;
      readonly count: number;
      readonly held: Held;
      readonly arrivesAt: number;
    }
  // ---- messages ----
  | {
      readonly kind: 'underWay';
      readonly type: PacketType;
      /** A server, or a client's name. */
      readonly from: Sid | string;
      readonly to: Sid | string;
      readonly held: Held;
      readonly arrivesAt: number;
    };

export type SaidWords = { readonly [K in Said['kind']]: (said: Extract<Said, { readonly kind: K }>) => string };
