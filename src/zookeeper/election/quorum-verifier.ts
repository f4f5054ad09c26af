/** When a set of servers is a quorum (QuorumMaj, QuorumHierarchical), and which configurations are asked (SyncedLearnerTracker). */
import type { QuorumVerifier } from '../config/ensemble.ts';
import type { Sid } from '../ids.ts';

/** What a server knows of the ensemble: the newest committed configuration, and the newest it has seen at all. */
export interface Verifiers {
  readonly quorumVerifier: QuorumVerifier;
  readonly lastSeenQuorumVerifier: QuorumVerifier;
}

/**
 * Without groups: more than half of the voters. With groups: in more than half of the groups more than half of the
 * group's weight. Whoever is no voter does not count.
 */
export function isQuorum({ voters, groups }: QuorumVerifier, sids: readonly Sid[]): boolean {
  if (groups !== null) return isQuorumOfGroups({ voters, groups }, sids);
  let count = 0;
  for (const sid of sids) if (voters.includes(sid)) count += 1;
  return count > Math.floor(voters.length / 2);
}

function isQuorumOfGroups(
  { voters, groups }: { readonly voters: readonly Sid[]; readonly groups: NonNullable<QuorumVerifier['groups']> },
  sids: readonly Sid[],
): boolean {
  let won = 0;
  for (const group of groups) {
    let acked = 0;
    let whole = 0;
    group.sids.forEach((sid, i) => {
      const weight = group.weights[i] ?? 0;
      whole += weight;
      if (sids.includes(sid) && voters.includes(sid)) acked += weight;
    });
    if (acked > Math.floor(whole / 2)) won += 1;
  }
  return won > Math.floor(groups.length / 2);
}

/** The configurations that must agree: the committed one, and while a newer one is on its way that one too. */
export function verifiersOf({
  quorumVerifier,
  lastSeenQuorumVerifier: lastSeen,
}: Verifiers): readonly QuorumVerifier[] {
  return lastSeen.version > quorumVerifier.version ? [quorumVerifier, lastSeen] : [quorumVerifier];
}

/** SyncedLearnerTracker.hasAllQuorums. */
export function hasAllQuorums(verifiers: readonly QuorumVerifier[], sids: readonly Sid[]): boolean {
  return verifiers.every((verifier) => isQuorum(verifier, sids));
}

export function isVoter(verifier: QuorumVerifier, sid: Sid): boolean {
  return verifier.voters.includes(sid);
}

/** Whether it votes in the present configuration or in the next (QuorumPeer.getCurrentAndNextConfigVoters). */
export function isVoterInAny(verifiers: readonly QuorumVerifier[], sid: Sid): boolean {
  return verifiers.some((verifier) => isVoter(verifier, sid));
}

/** All who vote in one of them, in sid order. */
export function votersOfAny(verifiers: readonly QuorumVerifier[]): readonly Sid[] {
  return verifiers.reduce<readonly Sid[]>((all, { voters }) => voters.reduce(withSid, all), []);
}

/** 1 without groups; a voter of weight 0 votes and cannot be elected. */
export function weightOf({ groups }: QuorumVerifier, sid: Sid): number {
  if (groups === null) return 1;
  for (const group of groups) {
    const i = group.sids.indexOf(sid);
    if (i >= 0) return group.weights[i] ?? 0;
  }
  return 0;
}

/** `sids` with `sid` added, in sid order. */
export function withSid(sids: readonly Sid[], sid: Sid): readonly Sid[] {
  let place = sids.length;
  while (place > 0 && (sids[place - 1] as Sid) >= sid) place -= 1;
  if (sids[place] === sid) return sids;
  const grown = sids.slice();
  grown.splice(place, 0, sid);
  return grown;
}

/** How many voters make a quorum at best: with groups, the heaviest of the smallest groups. */
export function quorumSize({ voters, groups }: QuorumVerifier): number {
  if (groups === null) return Math.floor(voters.length / 2) + 1;
  const sizes = groups.map(({ weights }) => {
    let missing = Math.floor(weights.reduce((sum, weight) => sum + weight, 0) / 2) + 1;
    let size = 0;
    for (const weight of weights.toSorted((a, b) => b - a)) {
      if (missing <= 0) break;
      missing -= weight;
      size += 1;
    }
    return size;
  });
  const needed = Math.floor(groups.length / 2) + 1;
  return sizes.toSorted((a, b) => a - b).reduce((sum, size, i) => (i < needed ? sum + size : sum), 0);
}
