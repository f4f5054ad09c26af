/** Compares the elections that servers left, and pairs facts by server on the way. */
import { type Difference, differences } from './difference.ts';
import type { Facts, RecordedElection } from './recording.ts';

export function compareElections(
  path: string,
  recorded: readonly RecordedElection[],
  simulated: readonly RecordedElection[],
  joined: ReadonlySet<RecordedElection>,
): readonly Difference[] {
  return electionPairs(recorded, simulated).flatMap(({ who, index, theirs, ours, isAfterVain }) => {
    const found = differences(`${path}/${who}/${index}`, theirs, ours);
    const isFree = isOtherWay(theirs, ours, joined) ? /\/(decidedBy|peerEpoch)$/ : null;
    return found.filter(
      ({ path: where }) => isFree?.test(where) !== true && !(isAfterVain && where.endsWith('/startRound')),
    );
  });
}

/** Servers whose last election went the other admissible way: the peerEpoch of their vote is free until the next one. */
export function votesWithFreePeerEpoch(
  recorded: readonly RecordedElection[],
  simulated: readonly RecordedElection[],
  joined: ReadonlySet<RecordedElection>,
): ReadonlyMap<number, boolean> {
  return new Map(
    electionPairs(recorded, simulated).map(({ who, theirs, ours }) => [who, isOtherWay(theirs, ours, joined)]),
  );
}

type ElectionPair = Pair<RecordedElection> & {
  /** One side had elected in vain before, which took it a round. */
  readonly isAfterVain: boolean;
};

/**
 * Elections by server. When the leader dies, voters that have not sent a vote of the new round yet answer an observer
 * with their last one: enough of those and it elects the dead leader once more, comes back, and joins the new one.
 * With many voters either happens (in one run two observers went either way), so where the counts differ such vain
 * elections are left out.
 */
function electionPairs(
  recorded: readonly RecordedElection[],
  simulated: readonly RecordedElection[],
): readonly ElectionPair[] {
  const pairs = pairsOf(recorded, simulated, ({ sid }) => sid);
  const uneven = new Set(
    pairs.filter(({ theirs, ours }) => theirs === undefined || ours === undefined).map(({ who }) => who),
  );
  if (uneven.size === 0) return pairs.map((pair) => ({ ...pair, isAfterVain: false }));
  const isVain = (all: readonly RecordedElection[], election: RecordedElection): boolean => {
    const last = all.findLast(({ sid }) => sid === election.sid);
    const isObserver = election['becomes'] === 'OBSERVING';
    return uneven.has(election.sid) && isObserver && election['elected'] !== last?.['elected'];
  };
  const kept = (all: readonly RecordedElection[]): readonly RecordedElection[] =>
    all.filter((election) => !isVain(all, election));
  const vain = new Set(
    [recorded, simulated].flatMap((all) => all.filter((one) => isVain(all, one))).map(({ sid }) => sid),
  );
  return pairsOf(kept(recorded), kept(simulated), ({ sid }) => sid).map((pair) => ({
    ...pair,
    isAfterVain: vain.has(pair.who),
  }));
}

/**
 * A server that looks for a leader while one serves joins by the FOLLOWING and LEADING notifications, with the new epoch
 * in its vote, or agrees with old LOOKING ones still queued for it, with the old epoch. Leader and round are the same.
 * FOLLOWING and LEADING notifications may be old too: on a new election connection a server says again what it said
 * last on the one before, and whoever answered between its election and the end of its synchronization said the old epoch.
 * So of two that both joined, the recorded one may have heard the old epoch where the replayed one found a leader who served.
 * No recording shows the other way about, or any other difference between two that joined: neither is let pass.
 * Where the recorded server says that it joined, its vote must show the new epoch, unless the replay found a leader too
 * or nobody had raised the epoch yet: then those who had left the election first told it.
 */
function isOtherWay(
  recorded: RecordedElection | undefined,
  simulated: RecordedElection | undefined,
  joined: ReadonlySet<RecordedElection>,
): boolean {
  if (recorded === undefined || simulated === undefined) return false;
  const both = [recorded, simulated];
  const byLeading = both.find((election) => election['decidedBy'] === 'joined');
  if (byLeading === undefined) return false;
  const byLooking = both.find((election) => election['decidedBy'] === 'majority');
  if (byLooking === undefined) {
    return Number(recorded['peerEpoch']) < Number(simulated['peerEpoch']) && joined.has(simulated);
  }
  const [old, young] = [Number(byLooking['peerEpoch']), Number(byLeading['peerEpoch'])];
  return old === young || (old < young && (joined.has(simulated) || byLeading === recorded));
}

interface Pair<T> {
  readonly who: number;
  readonly index: number;
  readonly theirs: T | undefined;
  readonly ours: T | undefined;
}

/** Pairs facts by whom they are about, in the order they happened. */
export function pairsOf<T extends Facts>(
  recorded: readonly T[],
  simulated: readonly T[],
  whoOf: (fact: T) => number,
): readonly Pair<T>[] {
  const everybody = [...new Set([...recorded, ...simulated].map(whoOf))];
  return everybody.flatMap((who) => {
    const theirs = recorded.filter((fact) => whoOf(fact) === who);
    const ours = simulated.filter((fact) => whoOf(fact) === who);
    return Array.from({ length: Math.max(theirs.length, ours.length) }, (_, index) => ({
      who,
      index,
      theirs: theirs[index],
      ours: ours[index],
    }));
  });
}
