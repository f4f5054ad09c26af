/** What random clients ask for: few paths, so that requests meet each other's nodes, and some that must fail. */
import type { Operation } from '../zookeeper/client/operations.ts';
import type { Drawer } from './drawer.ts';

/** The `number`th request of a scenario; its number is the data it writes. */
export function randomOperation(draw: Drawer, number: number): Operation {
  const path = randomPath(draw);
  const watch = draw.below(2) === 0;
  switch (draw.below(24)) {
    case 0:
      return { op: 'getData', path, watch };
    case 1:
      return { op: 'exists', path, watch };
    case 2:
      return { op: 'getChildren', path: draw.pick(['/', path]), watch };
    case 3:
    case 4:
      return { op: 'sync', path: '/' };
    case 5:
    case 6: {
      const count = 1 + draw.below(3);
      return { op: 'multi', operations: Array.from({ length: count }, () => randomWrite(draw, number)) };
    }
    case 7:
      // Rarely: all that waits behind it is lost.
      return draw.below(3) === 0 ? { op: 'closeSession' } : randomWrite(draw, number);
    default:
      return randomWrite(draw, number);
  }
}

function randomWrite(draw: Drawer, number: number): Operation {
  const path = randomPath(draw);
  const data = String(number);
  // Anything, the first version, or the second.
  const version = draw.pick([-1, -1, -1, 0, 1]);
  switch (draw.below(7)) {
    case 0:
      return { op: 'delete', path, version };
    case 1:
    case 2:
      return { op: 'setData', path, data, dataLength: data.length, version };
    default: {
      const ephemeral = draw.below(3) === 0;
      const sequential = draw.below(3) === 0;
      return { op: 'create', path, data, dataLength: data.length, ephemeral, sequential };
    }
  }
}

function randomPath(draw: Drawer): string {
  const top = `/n${draw.below(4)}`;
  return draw.below(3) === 0 ? `${top}/m${draw.below(3)}` : top;
}
