/**
 * A partition put together from the keyboard: G begins, then A, B or C put one server after another into a
 * group, beginning with the selected one. Servers left out keep all their links.
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

/** The next letter places `sid`, placed before or not. */
export function aimAt(grouping: Grouping, sid: Sid): Grouping {
  const next = grouping.servers.indexOf(sid);
  return next === -1 ? grouping : { ...grouping, next };
}

/** Places the next server and goes on to the one after it that has no group, round the ensemble. */
export function place(grouping: Grouping, group: Group): Grouping {
  const groups = grouping.groups.map((known, i) => (i === grouping.next ? group : known));
  const after = groups.findIndex((known, i) => i > grouping.next && known === null);
  const first = after === -1 ? groups.indexOf(null) : after;
  return { ...grouping, groups, next: first === -1 ? grouping.servers.length : first };
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
