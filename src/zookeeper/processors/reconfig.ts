/** What a client's reconfig comes to (PrepRequestProcessor, case reconfig; ReconfigCommand). */
import type { Operation } from '../client/operations.ts';
import { type QuorumVerifier, type ServerSpec, quorumVerifier } from '../config/ensemble.ts';
import type { ErrorName } from '../database/txn.ts';
import { isQuorum } from '../election/quorum-verifier.ts';
import type { Sid, Zxid } from '../ids.ts';

/** The ensemble as the leader knows it. */
export interface Reconfigurable {
  readonly enabled: boolean;
  /** There is one: a standalone server has none to change. */
  readonly isQuorum: boolean;
  /** One voter alone would be no ensemble after its next start. */
  readonly standaloneEnabled: boolean;
  readonly committed: QuorumVerifier;
  readonly lastSeen: QuorumVerifier;
  /** Every server there is an address of: whoever joins is one of them. */
  readonly known: readonly ServerSpec[];
  /** The leader and the followers in step with it. */
  readonly synced: readonly Sid[];
}

type Reconfig = Operation & { readonly op: 'reconfig' };

/** The configuration that takes effect when the transaction `zxid` commits, or why there is none. Checked in ZooKeeper's order. */
export function reconfigured(operation: Reconfig, ensemble: Reconfigurable, zxid: Zxid): QuorumVerifier | ErrorName {
  const { enabled, isQuorum: isEnsemble, standaloneEnabled, committed, lastSeen, synced } = ensemble;
  const { fromConfig } = operation;
  if (!enabled) return 'RECONFIGDISABLED';
  if (!isEnsemble) return 'UNIMPLEMENTED';
  if (lastSeen.version !== committed.version) return 'RECONFIGINPROGRESS';
  if (fromConfig !== -1 && fromConfig !== lastSeen.version) return 'BADVERSION';
  const next =
    operation.members === undefined ? incremented(operation, ensemble, zxid) : named(operation, ensemble, zxid);
  if (next === null || next.voters.length < (standaloneEnabled ? 2 : 1)) return 'BADARGUMENTS';
  return isQuorum(next, synced) ? next : 'NEWCONFIGNOQUORUM';
}

/** One that differs from the last by who joins and who leaves; null where groups count, or nobody knows where a joiner is. */
function incremented(
  { joining, leaving }: Reconfig,
  { lastSeen, known }: Reconfigurable,
  zxid: Zxid,
): QuorumVerifier | null {
  if (lastSeen.groups !== null) return null;
  const joiners = specsOf(joining, known);
  if (joiners === null) return null;
  const stays = (sid: Sid): boolean => !leaving.includes(sid) && joining.every((joiner) => joiner.sid !== sid);
  const servers = [...lastSeen.servers.filter(({ sid }) => stays(sid)), ...joiners].toSorted((a, b) => a.sid - b.sid);
  return quorumVerifier({ version: zxid, servers, groups: null });
}

/** One with all its members named (QuorumPeerConfig.parseDynamicConfig); with groups, every voter is in one of them. */
function named({ members = [], groups }: Reconfig, { known }: Reconfigurable, zxid: Zxid): QuorumVerifier | null {
  const servers = specsOf(members, known)?.toSorted((a, b) => a.sid - b.sid) ?? null;
  if (servers === null) return null;
  if (groups === undefined) return quorumVerifier({ version: zxid, servers, groups: null });
  const weightOf = (sid: Sid): number => members.find((member) => member.sid === sid)?.weight ?? 1;
  const grouped = groups.flat();
  const areApart = new Set(grouped).size === grouped.length;
  const next = quorumVerifier({
    version: zxid,
    servers,
    groups: groups.map((sids) => ({ sids, weights: sids.map(weightOf) })),
  });
  return areApart && next.voters.every((sid) => grouped.includes(sid)) ? next : null;
}

function specsOf(
  wanted: readonly { readonly sid: Sid; readonly observer: boolean }[],
  known: readonly ServerSpec[],
): readonly ServerSpec[] | null {
  const specs = wanted.flatMap(({ sid, observer }): readonly ServerSpec[] => {
    const spec = known.find((server) => server.sid === sid);
    return spec === undefined ? [] : [{ ...spec, learnerType: observer ? 'OBSERVER' : 'PARTICIPANT' }];
  });
  return specs.length === wanted.length ? specs : null;
}
