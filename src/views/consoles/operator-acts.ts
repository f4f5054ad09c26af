/** What some of an operator's words and commands do to a server, as actions; the others only tell. */
import type { Action } from '../../sim/action.ts';
import type { Sid } from '../../zookeeper/ids.ts';

/** What some of them are told besides: a mask, a share of a hundred, whose newest snapshot. */
export interface Told {
  readonly mask: number;
  readonly percent: number;
  readonly of: Sid;
}

interface Act {
  readonly needs: keyof Told | null;
  action(server: Sid, told: Told): Action;
}

const srst: Act = { needs: null, action: (server) => ({ do: 'resetStats', server, by: 'srst' }) };
const crst: Act = { needs: null, action: (server) => ({ do: 'resetStats', server, by: 'crst' }) };
const stmk: Act = { needs: 'mask', action: (server, { mask }) => ({ do: 'setTraceMask', server, mask }) };

/** By a word of four letters, or the path of a command. */
const ACTS: Readonly<Record<string, Act>> = {
  srst,
  crst,
  stmk,
  '/commands/stat_reset': { needs: null, action: (server) => ({ do: 'resetStats', server, by: 'stat_reset' }) },
  '/commands/connection_stat_reset': crst,
  '/commands/set_trace_mask': stmk,
  '/commands/snapshot': { needs: null, action: (server) => ({ do: 'takeSnapshot', server }) },
  '/commands/restore': { needs: 'of', action: (server, { of }) => ({ do: 'restoreSnapshot', server, of }) },
  '/commands/shed_connections': {
    needs: 'percent',
    action: (server, { percent }) => ({ do: 'shedConnections', server, percent }),
  },
};

/** Null for what changes nothing. */
export function operatorAct(asked: string): Act | null {
  return ACTS[asked] ?? null;
}

/** Whether a number may be told: a mask is none below zero, a share is of a hundred. */
export function isTellable(needs: keyof Told | null, told: Told): boolean {
  if (needs === 'mask') return Number.isSafeInteger(told.mask) && told.mask >= 0;
  return needs !== 'percent' || (Number.isInteger(told.percent) && told.percent >= 0 && told.percent <= 100);
}
