/** What one key or button does to a server, as actions: some need two, some depend on how the server is. */
import type { Action } from '../sim/action.ts';
import type { Moment } from '../sim/moment.ts';
import { nodeOfClient, nodeOfServer } from '../sim/nodes.ts';
import type { Sid } from '../zookeeper/ids.ts';
import type { Session } from './session.ts';

const SESSION_TIMEOUT_MILLIS = 10_000;

/** Starts a server, after stopping it where it runs. */
export function restart(moment: Moment, server: Sid): readonly Action[] {
  const isDown = statusOf(moment, server) === 'down';
  return isDown
    ? [{ do: 'start', server }]
    : [
        { do: 'stop', server },
        { do: 'start', server },
      ];
}

export function freezeOrThaw(moment: Moment, server: Sid): Action {
  return { do: statusOf(moment, server) === 'frozen' ? 'thaw' : 'freeze', server };
}

/** A client of the server's own, made when there is none, creates the znode `path`. */
export function write(moment: Moment, server: Sid, path: string): readonly Action[] {
  const client = `c${server}`;
  const data = path.slice(1);
  const call: Action = {
    do: 'call',
    client,
    operation: { op: 'create', path, data, dataLength: data.length, ephemeral: false, sequential: false },
  };
  if (nodeOfClient(moment.world, client) !== null) return [call];
  return [{ do: 'connect', client, server, timeoutMillis: SESSION_TIMEOUT_MILLIS }, call];
}

/** Where a new write goes: to the selected server, else to the first one that runs. */
export function writeTarget(moment: Moment, sids: readonly Sid[], selected: Sid | null): Sid | null {
  return selected ?? sids.find((sid) => statusOf(moment, sid) === 'up') ?? null;
}

/** `/w1`, `/w2`, … : not yet written to by the visitor on this branch. */
export function freshPath(session: Pick<Session, 'interventions'>, branch: number): string {
  const writes = session.interventions(branch).filter(({ action }) => action.do === 'call').length;
  return `/w${writes + 1}`;
}

function statusOf({ world }: Moment, server: Sid): 'down' | 'up' | 'frozen' | null {
  const node = nodeOfServer(world, server);
  return node === null ? null : (world.nodes[node]?.status ?? null);
}
