/** A server as an operator's commands see it at a place of the run. */
import type { Session } from '../../app/session.ts';
import { FLAG_PHASE } from '../../sim/flags.ts';
import type { Moment } from '../../sim/moment.ts';
import { nodeOfServer } from '../../sim/nodes.ts';
import type { Sid } from '../../zookeeper/ids.ts';
import type { OperatedServer } from '../../zookeeper/operator/server-state.ts';

const CLIENT_PORT = 2181;

type Run = ReturnType<Session['branch']>;

/** Null while it is down. `version`: of the release it imitates. */
export function operatedAt(
  moment: Moment,
  { run, cursor }: { readonly run: Run; readonly cursor: number },
  sid: Sid,
  version: string,
): OperatedServer | null {
  const { world } = moment;
  const node = nodeOfServer(world, sid);
  const { state, config, durable } = (node === null ? null : world.nodes[node]) ?? {};
  if (node === null || state?.kind !== 'server' || config?.kind !== 'server' || durable === undefined) return null;
  const startedAt = startOf(run, cursor, node);
  return { peer: state, config, durable, now: world.now, startedAt, version, clientPort: CLIENT_PORT };
}

/** When the process that runs on a node began. */
function startOf(run: Run, cursor: number, node: number): number {
  for (let at = run.previousMark(cursor, FLAG_PHASE); at !== null; at = run.previousMark(at, FLAG_PHASE)) {
    if (run.valueAt('node', at) !== node) continue;
    if (run.entryAt(at).notes.some(({ kind }) => kind === 'started')) return run.valueAt('at', at);
  }
  return 0;
}
