/** Who has answered out of those a configuration asks, and what is missing for its quorum. */
import type { QuorumVerifier } from '../zookeeper/config/ensemble.ts';
import { isQuorum, quorumSize } from '../zookeeper/election/quorum-verifier.ts';
import type { Sid, Zxid } from '../zookeeper/ids.ts';

export interface ConfigTally {
  /** Of the configuration. */
  readonly version: Zxid;
  /** All in sid order. */
  readonly voters: readonly Sid[];
  readonly answered: readonly Sid[];
  readonly missing: readonly Sid[];
  /** Null where heads are counted. */
  readonly groups: readonly GroupTally[] | null;
  /** How many heads, or groups, must agree, and how many do. */
  readonly needed: number;
  readonly has: number;
  readonly quorum: boolean;
}

export interface GroupTally {
  readonly members: readonly { readonly sid: Sid; readonly weight: number; readonly answered: boolean }[];
  /** Of those who have answered. */
  readonly weight: number;
  /** The least that is more than half of all. */
  readonly needed: number;
  readonly won: boolean;
}

export function tallyOf(verifier: QuorumVerifier, sids: readonly Sid[]): ConfigTally {
  const { version, voters } = verifier;
  const answered = voters.filter((sid) => sids.includes(sid));
  const groups = verifier.groups?.map((group) => groupTally(group, answered)) ?? null;
  return {
    version,
    voters,
    answered,
    missing: voters.filter((sid) => !sids.includes(sid)),
    groups,
    needed: groups === null ? quorumSize(verifier) : Math.floor(groups.length / 2) + 1,
    has: groups === null ? answered.length : groups.filter(({ won }) => won).length,
    quorum: isQuorum(verifier, sids),
  };
}

function groupTally(
  { sids, weights }: NonNullable<QuorumVerifier['groups']>[number],
  answered: readonly Sid[],
): GroupTally {
  const members = sids.map((sid, i) => ({ sid, weight: weights[i] ?? 0, answered: answered.includes(sid) }));
  const sum = (some: typeof members): number => some.reduce((total, { weight }) => total + weight, 0);
  const needed = Math.floor(sum(members) / 2) + 1;
  const weight = sum(members.filter((member) => member.answered));
  return { members, weight, needed, won: weight >= needed };
}
