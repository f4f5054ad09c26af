/** When a set of servers is a quorum (QuorumMaj). */
import type { ServerConfig } from '../config/ensemble.ts';
import type { Sid } from '../ids.ts';

/** More than half of the configured voters; others in the set do not count (SyncedLearnerTracker). */
export function isQuorum(config: ServerConfig, sids: readonly Sid[]): boolean {
  const { voters } = config;
  let count = 0;
  for (const sid of sids) if (voters.includes(sid)) count += 1;
  return count > Math.floor(voters.length / 2);
}

export function isVoter(config: ServerConfig, sid: Sid): boolean {
  return config.voters.includes(sid);
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

/** How many voters make a quorum. */
export function quorumSize(config: ServerConfig): number {
  return Math.floor(config.voters.length / 2) + 1;
}
