/** What a lesson lights: whether it is there, and how the page finds it. */
import { assertUnreachable } from '../base/assert.ts';
import type { StageFacts } from '../sim/facts.ts';
import { parseZxid, zxidText } from '../zookeeper/ids.ts';
import type { Light } from './lesson.ts';

type LightOf<Kind> = Extract<Light, { readonly light: Kind }>;

/** What a look at the stage alone does not tell. */
export interface Sought {
  /** A leader has decided how to bring that server up to date. */
  readonly synced: (light: LightOf<'sync'>) => boolean;
  /** The data of that server has a row for it. */
  readonly listed: (light: LightOf<'znode'>) => boolean;
}

/** Whether it is on the page at that moment. */
export function isThere(light: Light, facts: StageFacts, { synced, listed }: Sought): boolean {
  if (light.light === 'message') {
    const nodeOf = (sid: number): number | undefined => facts.servers.find((one) => one.sid === sid)?.node;
    return facts.messages.some(
      ({ type, from, to }) => type === light.packet && from === nodeOf(light.from) && to === nodeOf(light.to),
    );
  }
  const server = facts.servers.find(({ sid }) => sid === light.server);
  if (server === undefined) return false;
  switch (light.light) {
    case 'server':
    case 'epoch':
      return true;
    case 'cell':
      return server.log.some(({ zxid }) => zxid === parseZxid(light.zxid));
    case 'vote': {
      const { from } = light;
      if (from === undefined) return server.vote !== null;
      const rows = server.ballot?.rows ?? server.electedBy;
      return rows.some((row) => row.from === from);
    }
    case 'wait':
      return server.waits.some((wait) => wait.for === light.for);
    case 'sync':
      return synced(light);
    case 'znode':
      return listed(light);
    default:
      return assertUnreachable(light);
  }
}

/** What the views mark it with, in `data-light`. */
export function lightName(light: Light): string {
  switch (light.light) {
    case 'server':
    case 'sync':
      return `${light.light}-${light.server}`;
    case 'message':
      return `message-${light.packet}-${light.from}-${light.to}`;
    case 'cell': {
      const zxid = parseZxid(light.zxid);
      return `cell-${light.server}-${zxid === null ? '' : zxidText(zxid)}`;
    }
    case 'vote':
      return `vote-${light.server}-${light.from ?? 'own'}`;
    case 'epoch':
      return `epoch-${light.server}-${light.field}`;
    case 'wait':
      return `wait-${light.server}-${light.for}`;
    case 'znode':
      return `znode-${light.server}-${light.path}`;
    default:
      return assertUnreachable(light);
  }
}

/** Whether it is seen only where the inspector shows its server. */
export function isInspected({ light }: Light): boolean {
  return light === 'znode' || light === 'vote' || light === 'epoch' || light === 'wait' || light === 'sync';
}

/** The panel of the inspector that shows it; null for what is not shown there. */
export function lookOf(light: Light): 'inside' | 'data' | null {
  if (!isInspected(light)) return null;
  return light.light === 'znode' ? 'data' : 'inside';
}
