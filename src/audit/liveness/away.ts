/** Who is out of service for too long although there is a leader to follow. */
import type { Sid } from '../../zookeeper/ids.ts';
import type { Look } from './progress.ts';

/** Its notifications may have backed off, and what it is sent may time out once. */
const ROUNDS = 2;

export function awayFor(
  { progress, limits, leader, members, hasJustLasted }: Look,
  wanted: { readonly hasServed: boolean },
): { readonly sid: Sid; readonly since: number } | null {
  if (leader === null) return null;
  for (const { sid, node } of members) {
    const process = progress.processes[node.id];
    if (process == null || process.awaySince === null || process.hasServed !== wanted.hasServed) continue;
    const since = Math.max(progress.soundSince, progress.ledSince ?? 0, process.awaySince);
    if (hasJustLasted(since, ROUNDS * limits.electionMillis)) return { sid, since };
  }
  return null;
}
