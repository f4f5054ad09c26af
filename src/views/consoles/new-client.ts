/** What a new client is made of, and what may be wrong with it. */
import { ensure } from '../../base/assert.ts';
import type { Action } from '../../sim/action.ts';
import { hostsOf } from '../../zookeeper/client/connect-string.ts';
import type { ServerSpec } from '../../zookeeper/config/ensemble.ts';

export const SESSION_MILLIS = 10_000;

/** `cli1`, `cli2`, …: not taken yet. */
export function freshNames(taken: readonly string[], count: number): readonly string[] {
  const names: string[] = [];
  for (let i = 1; names.length < count; i++) if (!taken.includes(`cli${i}`)) names.push(`cli${i}`);
  return names;
}

export interface NewClient {
  readonly name: string;
  readonly connectString: string;
  readonly timeoutMillis: number;
  readonly canBeReadOnly: boolean;
}

export type NewClientProblem = 'nameEmpty' | 'nameTaken' | 'noHost' | 'timeout';

export function problemWith(
  asked: NewClient,
  taken: readonly string[],
  servers: readonly ServerSpec[],
): NewClientProblem | null {
  if (asked.name.trim() === '') return 'nameEmpty';
  if (taken.includes(asked.name.trim())) return 'nameTaken';
  if (hostsOf(asked.connectString, servers).length === 0) return 'noHost';
  return Number.isInteger(asked.timeoutMillis) && asked.timeoutMillis > 0 ? null : 'timeout';
}

/** Of one without a problem. */
export function connectAction(asked: NewClient, servers: readonly ServerSpec[]): Action {
  const hosts = hostsOf(asked.connectString, servers);
  return {
    do: 'connect',
    client: asked.name.trim(),
    server: ensure(hosts[0], 'a host'),
    timeoutMillis: asked.timeoutMillis,
    hosts,
    ...(asked.canBeReadOnly && { canBeReadOnly: true }),
  };
}
