/**
 * A partition put together from the keyboard: G begins, then A, B or C put one server after another into a
 * group. Servers left out keep all their links.
 */
import type { Action } from '../sim/action.ts';
import type { Sid } from '../zookeeper/ids.ts';

export type Group = 'A' | 'B' | 'C';
export const GROUPS: readonly Group[] = ['A', 'B', 'C'];

export interface Grouping {
  /** The ensemble in sid order. */
  readonly servers: readonly Sid[];
  /** By position in `servers`; null while not placed. */
  readonly groups: readonly (Group | null)[];
  /** Position of the server that the next letter places; `servers.length` when all are placed. */
  readonly next: number;
}

export function emptyGrouping(servers: readonly Sid[]): Grouping {
  return { servers, groups: servers.map(() => null), next: 0 };
}

/** Places the next server and goes on to the first after it that has no group. */
export function place(grouping: Grouping, group: Group): Grouping {
  const groups = grouping.groups.map((known, i) => (i === grouping.next ? group : known));
  const after = groups.findIndex((known, i) => i > grouping.next && known === null);
  return { ...grouping, groups, next: after === -1 ? grouping.servers.length : after };
}

export function isComplete({ servers, next }: Grouping): boolean {
  return next === servers.length;
}

export function groupOf(grouping: Grouping, sid: Sid): Group | null {
  return grouping.groups[grouping.servers.indexOf(sid)] ?? null;
}

/** The partition it describes, or null while there are fewer than two groups. */
export function partitionOf({ servers, groups }: Grouping): Action | null {
  const islands = GROUPS.map((group) => servers.filter((_, i) => groups[i] === group)).filter(
    ({ length }) => length > 0,
  );
  return islands.length < 2 ? null : { do: 'partition', groups: islands };
}
