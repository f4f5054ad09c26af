/** What a lesson lights: whether it is there, and how the page finds it. */
import { assertUnreachable } from '../base/assert.ts';
import type { StageFacts } from '../sim/facts.ts';
import { parseZxid, zxidText } from '../zookeeper/ids.ts';
import type { Light } from './lesson.ts';

/** Whether it is on the page at that moment. `synced`: a leader has decided how to bring that server up to date. */
export function isThere(light: Light, facts: StageFacts, synced: (light: Light) => boolean): boolean {
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
    default:
      return assertUnreachable(light);
  }
}

/** Whether it is seen only where the inspector shows its server. */
export function isInspected({ light }: Light): boolean {
  return light === 'vote' || light === 'epoch' || light === 'wait' || light === 'sync';
}
