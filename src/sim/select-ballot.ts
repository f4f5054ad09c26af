/** A looking server's ballot box, row by row, and what a settled one keeps of it. */
import type { NodeId } from '../kernel/process.ts';
import type { World } from '../kernel/world.ts';
import type { QuorumVerifier, ServerConfig } from '../zookeeper/config/ensemble.ts';
import { hasAllQuorums, quorumSize, verifiersOf } from '../zookeeper/election/quorum-verifier.ts';
import { type Ballots, NOTIFICATION_VERSION, agreeingWith, totalOrder } from '../zookeeper/election/vote.ts';
import type { Sid } from '../zookeeper/ids.ts';
import type { VoteFact } from '../zookeeper/notes.ts';
import type { ZooKeeper } from '../zookeeper/peer/protocol.ts';
import type { QuorumPeer } from '../zookeeper/peer/quorum-peer.ts';
import { tallyOf } from './tally.ts';
import type { BallotFacts, BallotRow, CountedVote } from './facts.ts';

export function ballotOf(
  world: World<ZooKeeper>,
  node: NodeId,
  peer: QuorumPeer,
  { behaviour }: ServerConfig,
): BallotFacts | null {
  const { election, state, quorumVerifier } = peer;
  if (state !== 'LOOKING') return null;
  const own = election.proposal;
  const due = world.nodes[node]?.timers.find((timer) => timer.name === 'election')?.at ?? null;
  const mine = { vote: own, state: 'LOOKING', version: NOTIFICATION_VERSION } as const;
  const agreeing = agreeingWith(election.recvset, mine, behaviour);
  return {
    round: election.logicalClock,
    own,
    rows: [
      ...rowsOf(election.recvset, 'recvset', { own, agreeing, quorumVerifier, behaviour }),
      ...rowsOf(election.outOfElection, 'outofelection', { own, agreeing: [], quorumVerifier, behaviour }),
    ],
    agreeing,
    needed: quorumSize(quorumVerifier),
    quorum: hasAllQuorums(verifiersOf(peer), agreeing),
    tallies: verifiersOf(peer).map((verifier) => tallyOf(verifier, agreeing)),
    finalizeUntil: election.phase === 'finalizing' ? due : null,
  };
}

/**
 * The votes behind the vote it settled on. Its peerEpoch has been raised since (updateElectionVote), theirs has not:
 * leader, zxid and round say that they belong together. Votes stay in both sets until the next election begins.
 */
export function electedBy({ election, state, currentVote }: QuorumPeer): readonly CountedVote[] {
  if (state === 'LOOKING') return [];
  const counted = new Map<Sid, CountedVote>();
  for (const ballots of [election.outOfElection, election.recvset]) {
    for (const [key, { vote, state: theirs }] of Object.entries(ballots)) {
      const from = Number(key) as Sid;
      const { leader, zxid, electionEpoch } = vote;
      const isSame = leader === currentVote.leader && zxid === currentVote.zxid;
      if (isSame && electionEpoch === currentVote.electionEpoch) counted.set(from, { from, vote, state: theirs });
    }
  }
  return [...counted.values()].toSorted((a, b) => a.from - b.from);
}

function rowsOf(
  ballots: Ballots,
  set: BallotRow['set'],
  against: Pick<ServerConfig, 'behaviour'> & {
    readonly own: VoteFact;
    readonly agreeing: readonly Sid[];
    readonly quorumVerifier: QuorumVerifier;
  },
): readonly BallotRow[] {
  return Object.entries(ballots)
    .map(([key, { vote, state }]): BallotRow => {
      const from = Number(key) as Sid;
      const { own, agreeing, quorumVerifier, behaviour } = against;
      const counted = agreeing.includes(from);
      return { from, vote, state, set, counted, ...totalOrder(quorumVerifier, vote, own, behaviour) };
    })
    .toSorted((a, b) => a.from - b.from);
}
