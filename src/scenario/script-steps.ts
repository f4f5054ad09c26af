/** Steps of a script in few words: what is done, at which virtual millisecond, to which servers. */
import type { Action } from '../sim/action.ts';
import type { ScriptStep } from '../sim/moment.ts';
import { sidOf } from '../zookeeper/ids.ts';

export function start(at: number, ...sids: readonly number[]): readonly ScriptStep[] {
  return sids.map((sid) => ({ at, action: { do: 'start', server: sidOf(sid) } }));
}

export function kill(at: number, ...sids: readonly number[]): readonly ScriptStep[] {
  return sids.map((sid) => ({ at, action: { do: 'kill', server: sidOf(sid) } }));
}

/** One direction. */
export function cut(at: number, from: number, to: number): readonly ScriptStep[] {
  return [{ at, action: { do: 'cut', from: sidOf(from), to: sidOf(to) } }];
}

export function heal(at: number, from: number, to: number): readonly ScriptStep[] {
  return [{ at, action: { do: 'heal', from: sidOf(from), to: sidOf(to) } }];
}

export function slowDisk(at: number, sid: number, millis: number): readonly ScriptStep[] {
  return [{ at, action: { do: 'slowDisk', server: sidOf(sid), millis } }];
}

/** A client of that name gets a session at a server. */
export function connect(at: number, client: string, sid: number): readonly ScriptStep[] {
  return [{ at, action: { do: 'connect', client, server: sidOf(sid), timeoutMillis: 10_000 } }];
}

export function create(at: number, client: string, path: string): readonly ScriptStep[] {
  const operation = { op: 'create', path, data: 'x', dataLength: 1, ephemeral: false, sequential: false } as const;
  return [{ at, action: { do: 'call', client, operation } }];
}

/** Anything else. */
export function act(at: number, action: Action): readonly ScriptStep[] {
  return [{ at, action }];
}
