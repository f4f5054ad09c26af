/**
 * What befell disks, clocks, links and single messages, as the timeline marks it beside who was down and what was cut:
 * intervals, or moments that leave nothing behind. Made from turning points alone.
 */
import type { Action } from '../../sim/action.ts';
import type { Sid } from '../../zookeeper/ids.ts';
import type { Turn } from './strips.ts';

export interface OtherFault {
  readonly kind: 'slow' | 'refusing' | 'clock' | 'loss' | 'once';
  readonly from: number;
  /** Null while it goes on. */
  readonly to: number | null;
  readonly sids: readonly Sid[];
  readonly groups: readonly [];
  /** What was done; one deed may do it to several links. */
  readonly actions: readonly Action[];
}

type Open = { -readonly [K in keyof OtherFault]: OtherFault[K] };

export function otherFaults(turns: readonly Turn[]): readonly OtherFault[] {
  const faults: Open[] = [];
  const lasting = new Map<string, Open>();
  const begin = (kind: OtherFault['kind'], at: number, sids: readonly Sid[], action: Action): Open => {
    const last = faults.at(-1);
    const isSame = last !== undefined && last.kind === kind && last.from === at && last.actions[0]?.do === action.do;
    // One deed that is done to several has one mark.
    if (isSame && last.to === (kind === 'once' ? at : null) && (kind === 'once' || kind === 'loss')) {
      last.sids = [...new Set([...last.sids, ...sids])];
      last.actions = [...last.actions, action];
      return last;
    }
    const to = kind === 'once' ? at : null;
    const fault: Open = { kind, from: at, to, sids, groups: [], actions: [action] };
    faults.push(fault);
    return fault;
  };
  const change = (key: string, at: number, next: Open | null): void => {
    const known = lasting.get(key);
    if (known !== undefined && known.to === null) known.to = at;
    if (next === null) lasting.delete(key);
    else lasting.set(key, next);
  };

  for (const turn of turns) {
    if (turn.kind !== 'action') continue;
    const { action, at } = turn;
    switch (action.do) {
      case 'slowDisk': {
        const key = `slow ${action.server}`;
        const [before] = lasting.get(key)?.actions ?? [];
        // Less than before is taken for as fast as ever.
        const isFaster = before?.do === 'slowDisk' && action.millis < before.millis;
        change(key, at, isFaster ? null : begin('slow', at, [action.server], action));
        break;
      }
      case 'failDisk':
        change(`refusing ${action.server}`, at, begin('refusing', at, [action.server], action));
        break;
      case 'mendDisk':
        change(`refusing ${action.server}`, at, null);
        break;
      case 'setClock':
        change(
          `clock ${action.server}`,
          at,
          action.offsetMillis === 0 ? null : begin('clock', at, [action.server], action),
        );
        break;
      case 'loss':
        change(
          `loss ${action.from} ${action.to}`,
          at,
          action.percent === 0 ? null : begin('loss', at, [action.from, action.to], action),
        );
        break;
      case 'wipe':
      case 'loseTail':
      case 'killAtFlush':
        begin('once', at, [action.server], action);
        break;
      case 'dropMessage':
      case 'delayMessage':
      case 'hurryMessage':
        begin('once', at, [], action);
        break;
      default:
    }
  }
  return faults;
}
