/** How each server stands in two branches, and where that differs. */
import type { ServerFacts, StageFacts } from '../../sim/facts.ts';
import type { Sid } from '../../zookeeper/ids.ts';

export type Aspect = 'role' | 'leader' | 'epoch' | 'zxid';

export interface Standing {
  readonly sid: Sid;
  /** Null where a branch does not have the server. */
  readonly first: ServerFacts | null;
  readonly second: ServerFacts | null;
  readonly differs: ReadonlySet<Aspect>;
}

/** One for every server of either, in sid order. */
export function standings(first: StageFacts, second: StageFacts): readonly Standing[] {
  const sids = [...new Set([...first.servers, ...second.servers].map(({ sid }) => sid))].toSorted((a, b) => a - b);
  return sids.map((sid) => {
    const one = first.servers.find((server) => server.sid === sid) ?? null;
    const other = second.servers.find((server) => server.sid === sid) ?? null;
    return { sid, first: one, second: other, differs: differing(one, other) };
  });
}

function differing(one: ServerFacts | null, other: ServerFacts | null): ReadonlySet<Aspect> {
  const differs = new Set<Aspect>();
  if (one?.status !== other?.status || one?.state !== other?.state) differs.add('role');
  if (one?.leader !== other?.leader) differs.add('leader');
  if (one?.currentEpoch !== other?.currentEpoch) differs.add('epoch');
  if (one?.lastZxid !== other?.lastZxid) differs.add('zxid');
  return differs;
}
