/** A looking server's ballot box, row by row. */
import type { NodeId } from '../kernel/process.ts';
import type { World } from '../kernel/world.ts';
import type { QuorumVerifier, ServerConfig } from '../zookeeper/config/ensemble.ts';
import { hasAllQuorums, quorumSize, verifiersOf } from '../zookeeper/election/quorum-verifier.ts';
import { type Ballots, NOTIFICATION_VERSION, agreeingWith, totalOrder } from '../zookeeper/election/vote.ts';
import type { Sid } from '../zookeeper/ids.ts';
import type { VoteFact } from '../zookeeper/notes.ts';
import type { ZooKeeper } from '../zookeeper/peer/protocol.ts';
import type { QuorumPeer } from '../zookeeper/peer/quorum-peer.ts';
import type { BallotFacts, BallotRow } from './facts.ts';

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
      ...rowsOf(election.recvset, 'recvset', { own, agreeing, quorumVerifier }),
      ...rowsOf(election.outOfElection, 'outofelection', { own, agreeing: [], quorumVerifier }),
    ],
    agreeing,
    needed: quorumSize(quorumVerifier),
    quorum: hasAllQuorums(verifiersOf(peer), agreeing),
    finalizeUntil: election.phase === 'finalizing' ? due : null,
    backoffDue: election.phase === 'polling' ? due : null,
    backoffMillis: election.notTimeoutMillis,
  };
}

function rowsOf(
  ballots: Ballots,
  set: BallotRow['set'],
  against: { readonly own: VoteFact; readonly agreeing: readonly Sid[]; readonly quorumVerifier: QuorumVerifier },
): readonly BallotRow[] {
  return Object.entries(ballots)
    .map(([key, { vote, state }]): BallotRow => {
      const from = Number(key) as Sid;
      const { own, agreeing, quorumVerifier } = against;
      const counted = agreeing.includes(from);
      return { from, vote, state, set, counted, ...totalOrder(quorumVerifier, vote, own) };
    })
    .toSorted((a, b) => a.from - b.from);
}
