/** Compares the elections that servers left, and pairs facts by server on the way. */
import { type Difference, differences } from './difference.ts';
import type { Facts, RecordedElection } from './recording.ts';

export function compareElections(
  path: string,
  recorded: readonly RecordedElection[],
  simulated: readonly RecordedElection[],
  joined: ReadonlySet<RecordedElection>,
): readonly Difference[] {
  return pairsOf(recorded, simulated, ({ sid }) => sid).flatMap(({ who, index, theirs, ours }) => {
    const found = differences(`${path}/${who}/${index}`, theirs, ours);
    if (!isOtherWay(theirs, ours, joined)) return found;
    return found.filter(({ path: where }) => !/\/(decidedBy|peerEpoch)$/.test(where));
  });
}

/** Servers whose last election went the other admissible way: the peerEpoch of their vote is free until the next one. */
export function votesWithFreePeerEpoch(
  recorded: readonly RecordedElection[],
  simulated: readonly RecordedElection[],
  joined: ReadonlySet<RecordedElection>,
): ReadonlyMap<number, boolean> {
  return new Map(
    pairsOf(recorded, simulated, ({ sid }) => sid).map(({ who, theirs, ours }) => [
      who,
      isOtherWay(theirs, ours, joined),
    ]),
  );
}

/**
 * A server that looks for a leader while one serves joins by the FOLLOWING and LEADING notifications, with the new epoch
 * in its vote, or agrees with old LOOKING ones still queued for it, with the old epoch. Leader and round are the same.
 * Where the recorded server says that it joined, its vote must show the new epoch, unless the replay found a leader too.
 */
function isOtherWay(
  recorded: RecordedElection | undefined,
  simulated: RecordedElection | undefined,
  joined: ReadonlySet<RecordedElection>,
): boolean {
  if (recorded === undefined || simulated === undefined) return false;
  const byLooking = [recorded, simulated].find((election) => election['decidedBy'] === 'majority');
  const byLeading = [recorded, simulated].find((election) => election['decidedBy'] === 'joined');
  if (byLooking === undefined || byLeading === undefined) return false;
  const [old, young] = [Number(byLooking['peerEpoch']), Number(byLeading['peerEpoch'])];
  return joined.has(simulated) ? old <= young : byLeading === recorded && old < young;
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
