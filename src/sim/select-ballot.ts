/** A looking server's ballot box, row by row. */
import type { NodeId } from '../kernel/process.ts';
import type { World } from '../kernel/world.ts';
import type { ServerConfig } from '../zookeeper/config/ensemble.ts';
import { quorumSize } from '../zookeeper/election/quorum-verifier.ts';
import { type Ballots, NOTIFICATION_VERSION, agreeingWith, compareVotes } from '../zookeeper/election/vote.ts';
import type { Sid } from '../zookeeper/ids.ts';
import type { VoteFact } from '../zookeeper/notes.ts';
import type { ZooKeeper } from '../zookeeper/peer/protocol.ts';
import type { QuorumPeer } from '../zookeeper/peer/quorum-peer.ts';
import type { BallotFacts, BallotRow } from './facts.ts';

export function ballotOf(
  world: World<ZooKeeper>,
  node: NodeId,
  { election, state }: QuorumPeer,
  config: ServerConfig,
): BallotFacts | null {
  if (state !== 'LOOKING') return null;
  const own = election.proposal;
  const due = world.nodes[node]?.timers.find((timer) => timer.name === 'election')?.at ?? null;
  const agreeing = agreeingWith(election.recvset, { vote: own, state: 'LOOKING', version: NOTIFICATION_VERSION });
  return {
    round: election.logicalClock,
    own,
    rows: [
      ...rowsOf(election.recvset, 'recvset', own, agreeing),
      ...rowsOf(election.outOfElection, 'outofelection', own, []),
    ],
    agreeing,
    needed: quorumSize(config),
    finalizeUntil: election.phase === 'finalizing' ? due : null,
    backoffDue: election.phase === 'polling' ? due : null,
    backoffMillis: election.notTimeoutMillis,
  };
}

function rowsOf(
  ballots: Ballots,
  set: BallotRow['set'],
  own: VoteFact,
  agreeing: readonly Sid[],
): readonly BallotRow[] {
  return Object.entries(ballots)
    .map(([key, { vote, state }]): BallotRow => {
      const from = Number(key) as Sid;
      return { from, vote, state, set, counted: agreeing.includes(from), ...compareVotes(vote, own) };
    })
    .toSorted((a, b) => a.from - b.from);
}
