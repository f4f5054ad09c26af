/** What a client's reconfig comes to (PrepRequestProcessor, case reconfig; ReconfigCommand). */
import type { Operation } from '../client/operations.ts';
import { type QuorumVerifier, type ServerSpec, quorumVerifier } from '../config/ensemble.ts';
import type { ErrorName } from '../database/txn.ts';
import { isQuorum } from '../election/quorum-verifier.ts';
import { type Sid, type Zxid, zxidText } from '../ids.ts';

/** The ensemble as the leader knows it. */
export interface Reconfigurable {
  readonly enabled: boolean;
  readonly committed: QuorumVerifier;
  readonly lastSeen: QuorumVerifier;
  /** Every server there is an address of: whoever joins is one of them. */
  readonly known: readonly ServerSpec[];
  /** The leader and the followers in step with it. */
  readonly synced: readonly Sid[];
}

/** The configuration that takes effect when the transaction `zxid` commits, or why there is none. Checked in ZooKeeper's order. */
export function reconfigured(
  { joining, leaving, fromConfig }: Operation & { readonly op: 'reconfig' },
  { enabled, committed, lastSeen, known, synced }: Reconfigurable,
  zxid: Zxid,
): QuorumVerifier | ErrorName {
  if (!enabled) return 'RECONFIGDISABLED';
  if (lastSeen.version !== committed.version) return 'RECONFIGINPROGRESS';
  if (fromConfig !== -1 && fromConfig !== lastSeen.version) return 'BADVERSION';
  // Groups cannot be changed one server at a time.
  if (lastSeen.groups !== null) return 'BADARGUMENTS';
  const joiners = joining.map(({ sid, observer }): ServerSpec | null => {
    const spec = known.find((server) => server.sid === sid);
    return spec === undefined ? null : { ...spec, learnerType: observer ? 'OBSERVER' : 'PARTICIPANT' };
  });
  if (joiners.some((spec) => spec === null)) return 'BADARGUMENTS';
  const stays = (sid: Sid): boolean => !leaving.includes(sid) && joining.every((joiner) => joiner.sid !== sid);
  const servers = [
    ...lastSeen.servers.filter(({ sid }) => stays(sid)),
    ...joiners.filter((spec) => spec !== null),
  ].toSorted((a, b) => a.sid - b.sid);
  const next = quorumVerifier({ version: zxid, servers, groups: null });
  // One voter alone would be a standalone server (standaloneEnabled).
  if (next.voters.length < 2) return 'BADARGUMENTS';
  return isQuorum(next, synced) ? next : 'NEWCONFIGNOQUORUM';
}

/** The data of /zookeeper/config (QuorumMaj.toString): a server's place among the nodes gives its address. */
export function configText({ servers, version }: QuorumVerifier): string {
  const lines = servers.map(({ sid, node, learnerType }) => {
    const host = `10.0.${Math.floor((node + 1) / 256)}.${(node + 1) % 256}`;
    return `server.${sid}=${host}:2888:3888:${learnerType.toLowerCase()};0.0.0.0:2181`;
  });
  return [...lines, `version=${zxidText(version).slice(2)}`].join('\n');
}
