/** The rarer faults of one server, as actions, by what they befall: its disk, its clock, its links. */
import type { Action } from '../sim/action.ts';
import type { Moment } from '../sim/moment.ts';
import { nodeOfServer } from '../sim/nodes.ts';
import { refusalOf } from '../sim/perform.ts';
import type { Sid } from '../zookeeper/ids.ts';

export const FAULT_PARTS = ['disk', 'clock', 'link'] as const;
export type FaultPart = (typeof FAULT_PARTS)[number];

export type ServerFault =
  | 'slowDisk'
  | 'refuseFull'
  | 'refuseError'
  | 'mendDisk'
  | 'killBefore'
  | 'killAfter'
  | 'loseTail'
  | 'wipe'
  | 'ahead'
  | 'back'
  | 'right'
  | 'lose'
  | 'loseNone';

const SLOWER_MILLIS = 200;
/** Enough for sessions and containers to notice. */
export const CLOCK_MILLIS = 60_000;
export const LOSS_PERCENT = 20;

export interface OfferedFault {
  readonly fault: ServerFault;
  readonly part: FaultPart;
  readonly actions: readonly Action[];
  /** Whether it would change anything here. */
  readonly isPossible: boolean;
}

/** In the order they are offered. */
export function serverFaults(moment: Moment, sids: readonly Sid[], server: Sid): readonly OfferedFault[] {
  const { world } = moment;
  const id = nodeOfServer(world, server);
  const node = id === null ? undefined : world.nodes[id];
  if (id === null || node === undefined) return [];
  const others = sids.filter((sid) => sid !== server);
  const loss = (percent: number): readonly Action[] =>
    others.flatMap((other) => [
      { do: 'loss', from: server, to: other, percent },
      { do: 'loss', from: other, to: server, percent },
    ]);
  const isLossy = world.links.some((row, from) =>
    row.some(({ lossPercent }, to) => lossPercent > 0 && (from === id || to === id)),
  );
  const offered = (fault: ServerFault, part: FaultPart, actions: readonly Action[], hasUse = true): OfferedFault => {
    const [first] = actions;
    return { fault, part, actions, isPossible: hasUse && first !== undefined && refusalOf(world, first) === null };
  };
  return [
    offered('slowDisk', 'disk', [{ do: 'slowDisk', server, millis: node.diskMillis + SLOWER_MILLIS }]),
    offered('refuseFull', 'disk', [{ do: 'failDisk', server, because: 'full' }]),
    offered('refuseError', 'disk', [{ do: 'failDisk', server, because: 'error' }]),
    offered('mendDisk', 'disk', [{ do: 'mendDisk', server }]),
    offered('killBefore', 'disk', [{ do: 'killAtFlush', server, side: 'before' }], node.status !== 'down'),
    offered('killAfter', 'disk', [{ do: 'killAtFlush', server, side: 'after' }], node.status !== 'down'),
    offered('loseTail', 'disk', [{ do: 'loseTail', server, count: 1 }]),
    offered('wipe', 'disk', [{ do: 'wipe', server }]),
    offered('ahead', 'clock', [{ do: 'setClock', server, offsetMillis: node.clockOffset + CLOCK_MILLIS }]),
    offered('back', 'clock', [{ do: 'setClock', server, offsetMillis: node.clockOffset - CLOCK_MILLIS }]),
    offered('right', 'clock', [{ do: 'setClock', server, offsetMillis: 0 }], node.clockOffset !== 0),
    offered('lose', 'link', loss(LOSS_PERCENT)),
    offered('loseNone', 'link', loss(0), isLossy),
  ];
}
