/**
 * The course of a run as the timeline paints it: per server its phases and whether it believed to lead, who was
 * down or frozen, what was cut, and when something was written. Made from turning points alone.
 */
import type { Action } from '../../sim/action.ts';
import type { Entry } from '../../sim/entry.ts';
import type { Sid } from '../../zookeeper/ids.ts';
import type { ServerState, ZabState } from '../../zookeeper/packets.ts';

/** What one event means to the timeline. */
export type Turn =
  | {
      readonly index: number;
      readonly at: number;
      readonly kind: 'phase';
      readonly node: number;
      readonly state: ServerState;
      readonly phase: ZabState;
    }
  | { readonly index: number; readonly at: number; readonly kind: 'action'; readonly action: Action }
  /** Its process died at a flush: nobody does anything at that moment. */
  | { readonly index: number; readonly at: number; readonly kind: 'death'; readonly node: number };

export interface Span {
  readonly from: number;
  /** Null while it goes on. */
  readonly to: number | null;
  readonly phase: ZabState;
  readonly leading: boolean;
}

export interface FaultSpan {
  readonly kind: 'down' | 'frozen' | 'cut';
  readonly from: number;
  readonly to: number | null;
  readonly sids: readonly Sid[];
  /** Of a partition. */
  readonly groups: readonly (readonly Sid[])[];
}

export interface Strips {
  /** By node. */
  readonly spans: readonly (readonly Span[])[];
  readonly deaths: readonly { readonly node: number; readonly at: number }[];
  readonly faults: readonly FaultSpan[];
  readonly writes: readonly number[];
}

export function turnsOf(index: number, entry: Entry): readonly Turn[] {
  const turns: Turn[] = [];
  if (entry.action !== null) turns.push({ index, at: entry.at, kind: 'action', action: entry.action });
  if (entry.kind === 'crashed') turns.push({ index, at: entry.at, kind: 'death', node: entry.node });
  for (const note of entry.notes) {
    if (note.kind === 'started') {
      turns.push({ index, at: entry.at, kind: 'phase', node: entry.node, state: 'LOOKING', phase: 'ELECTION' });
    }
    if (note.kind === 'stateChanged') {
      turns.push({ index, at: entry.at, kind: 'phase', node: entry.node, state: note.state, phase: note.zabState });
    }
  }
  return turns;
}

type Open<T> = { -readonly [K in keyof T]: T[K] };

/** The n-th of `sids` runs at node n. */
export function stripsOf(turns: readonly Turn[], sids: readonly Sid[]): Strips {
  const nodeOf = (sid: Sid): number => sids.indexOf(sid);
  const spans: Open<Span>[][] = sids.map(() => []);
  const deaths: { node: number; at: number }[] = [];
  const faults: Open<FaultSpan>[] = [];
  const writes: number[] = [];

  const close = (node: number, at: number) => {
    const last = spans[node]?.at(-1);
    if (last !== undefined && last.to === null) last.to = at;
  };
  const open = (kind: FaultSpan['kind'], sid: Sid) =>
    faults.find((fault) => fault.to === null && fault.kind === kind && fault.sids.includes(sid));
  const begin = (kind: FaultSpan['kind'], at: number, of: readonly Sid[], groups: FaultSpan['groups'] = []) =>
    faults.push({ kind, from: at, to: null, sids: of, groups });
  const end = (fault: Open<FaultSpan> | undefined, at: number) => {
    if (fault !== undefined) fault.to = at;
  };

  for (const turn of turns) {
    if (turn.kind === 'phase') {
      close(turn.node, turn.at);
      spans[turn.node]?.push({ from: turn.at, to: null, phase: turn.phase, leading: turn.state === 'LEADING' });
      continue;
    }
    if (turn.kind === 'death') {
      close(turn.node, turn.at);
      deaths.push({ node: turn.node, at: turn.at });
      begin('down', turn.at, sids.slice(turn.node, turn.node + 1));
      continue;
    }
    const { action, at } = turn;
    switch (action.do) {
      case 'kill':
      case 'stop':
        end(open('frozen', action.server), at);
        close(nodeOf(action.server), at);
        deaths.push({ node: nodeOf(action.server), at });
        begin('down', at, [action.server]);
        break;
      case 'start':
        end(open('down', action.server), at);
        break;
      case 'freeze':
        begin('frozen', at, [action.server]);
        break;
      case 'thaw':
        end(open('frozen', action.server), at);
        break;
      case 'partition':
        begin('cut', at, action.groups.flat(), action.groups);
        break;
      case 'cut':
        begin('cut', at, [action.from, action.to]);
        break;
      case 'heal':
        end(
          faults.find(
            ({ to, kind, sids: [from, other], groups }) =>
              to === null && kind === 'cut' && groups.length === 0 && from === action.from && other === action.to,
          ),
          at,
        );
        break;
      case 'healAll':
        for (const fault of faults) if (fault.kind === 'cut' && fault.to === null) fault.to = at;
        break;
      case 'call':
        writes.push(at);
        break;
      default:
    }
  }
  return { spans, deaths, faults, writes };
}
