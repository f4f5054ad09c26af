/** What random clients ask for: few paths, so that requests meet each other's nodes, and some that must fail. */
import type { Operation } from '../zookeeper/client/operations.ts';
import { type Acl, OPEN_ACL_UNSAFE, PERMS } from '../zookeeper/database/acl.ts';
import { type Sid, ZXID_NONE } from '../zookeeper/ids.ts';
import type { Drawer } from './drawer.ts';

/** The `number`th request of a scenario; its number is the data it writes. */
export function randomOperation(draw: Drawer, number: number): Operation {
  const path = randomPath(draw);
  switch (draw.below(24)) {
    case 0:
    case 1:
    case 2:
      return randomRead(draw, path);
    case 3:
    case 4:
      return { op: 'sync', path: '/' };
    case 5:
    case 6: {
      const count = 1 + draw.below(3);
      return { op: 'multi', operations: Array.from({ length: count }, () => randomPart(draw, number)) };
    }
    case 7:
      // Rarely: all that waits behind it is lost.
      return draw.below(3) === 0 ? { op: 'closeSession' } : randomWrite(draw, number);
    case 8:
      return randomWatch(draw, path);
    case 9:
      return draw.below(3) === 0
        ? { op: 'auth', scheme: 'digest', auth: draw.pick(['ann:pw', 'bob:pw']) }
        : randomWrite(draw, number);
    default:
      return randomWrite(draw, number);
  }
}

/** One or two of `sids` join, leave, or change their role; often more than can be granted. */
export function randomReconfig(draw: Drawer, sids: readonly Sid[]): Operation {
  const joining: { sid: Sid; observer: boolean }[] = [];
  const leaving: Sid[] = [];
  for (const sid of draw.shuffle(sids).slice(0, 1 + draw.below(2))) {
    if (draw.below(3) === 0) leaving.push(sid);
    else joining.push({ sid, observer: draw.below(3) === 0 });
  }
  return { op: 'reconfig', joining, leaving, fromConfig: ZXID_NONE };
}

function randomRead(draw: Drawer, path: string): Operation {
  const watch = draw.below(2) === 0;
  switch (draw.below(10)) {
    case 0:
      return { op: 'getACL', path };
    case 1:
      return { op: 'getEphemerals', path: draw.pick(['/', path]) };
    case 2:
      return { op: 'getAllChildrenNumber', path: draw.pick(['/', path]) };
    case 3:
      return { op: 'whoAmI' };
    case 4: {
      const other = randomPath(draw);
      const operations: readonly Operation[] = [
        { op: 'getData', path, watch: false },
        { op: 'getChildren', path: other, watch: false },
      ];
      return { op: 'multiRead', operations };
    }
    case 5:
    case 6:
      return { op: 'getChildren', path: draw.pick(['/', path]), watch };
    case 7:
      return { op: 'exists', path, watch };
    default:
      return { op: 'getData', path, watch };
  }
}

function randomWatch(draw: Drawer, path: string): Operation {
  const type = draw.pick(['DATA', 'CHILDREN', 'PERSISTENT', 'PERSISTENT_RECURSIVE', 'ANY'] as const);
  switch (draw.below(4)) {
    case 0:
      return { op: 'removeWatches', path, type, local: draw.below(2) === 0 };
    case 1:
      return { op: 'checkWatches', path, type };
    default:
      return { op: 'addWatch', path: draw.pick(['/', path]), mode: draw.pick(['PERSISTENT', 'PERSISTENT_RECURSIVE']) };
  }
}

/** Of a multi. */
function randomPart(draw: Drawer, number: number): Operation {
  if (draw.below(6) > 0) return randomWrite(draw, number);
  return { op: 'check', path: randomPath(draw), version: randomVersion(draw) };
}

function randomWrite(draw: Drawer, number: number): Operation {
  const path = randomPath(draw);
  const data = String(number);
  const written = { path, data, dataLength: data.length };
  const version = randomVersion(draw);
  switch (draw.below(17)) {
    case 0:
    case 1:
    case 2:
      return { op: 'delete', path, version };
    case 3:
    case 4:
    case 5:
    case 6:
      return { op: 'setData', ...written, version };
    case 7:
    case 8:
      return { op: 'setACL', path, acl: randomAcl(draw), version };
    case 9:
      return { op: 'createContainer', ...written };
    case 10: {
      const ttlMillis = draw.pick([1, 400, 3000]);
      return { op: 'createTTL', ...written, sequential: draw.below(3) === 0, ttlMillis };
    }
    default: {
      const ephemeral = draw.below(3) === 0;
      const sequential = draw.below(3) === 0;
      const op = draw.pick(['create', 'create', 'create2'] as const);
      const acl = draw.below(3) === 0 ? { acl: randomAcl(draw) } : {};
      return { op, ...written, ephemeral, sequential, ...acl };
    }
  }
}

/** Mostly one that lets everybody go on; now and then one that nobody can store. */
function randomAcl(draw: Drawer): readonly Acl[] {
  switch (draw.below(8)) {
    case 0:
      return [];
    case 1:
      return [{ scheme: 'auth', id: '', perms: 31 }];
    case 2:
    case 3:
      return [{ scheme: 'world', id: 'anyone', perms: 31 - draw.pick([PERMS.CREATE, PERMS.DELETE, PERMS.WRITE]) }];
    case 4:
      return [
        { scheme: 'world', id: 'anyone', perms: PERMS.READ },
        { scheme: 'auth', id: '', perms: 31 },
      ];
    default:
      return OPEN_ACL_UNSAFE;
  }
}

/** Anything, the first version, or the second. */
function randomVersion(draw: Drawer): number {
  return draw.pick([-1, -1, -1, 0, 1]);
}

function randomPath(draw: Drawer): string {
  const top = `/n${draw.below(4)}`;
  return draw.below(3) === 0 ? `${top}/m${draw.below(3)}` : top;
}
