/** One event as an object of a trace: what is absent or empty is left out. */
import type { Entry } from '../sim/entry.ts';
import { isPing } from '../zookeeper/packets.ts';

/** Raised when a line changes its meaning. */
export const TRACE_VERSION = 1;

/** How a trace names a node: `{ sid: 3 }` or `{ client: 'ann' }`. */
export interface TraceName {
  readonly sid?: number;
  readonly client?: string;
}

/** `nameOf` is asked for the nodes of the world. */
export function traceLine(index: number, entry: Entry, nameOf: (node: number) => TraceName): object {
  const { at, kind, node, other, by, since, packet, timer, write, action, notes, violations } = entry;
  return {
    index,
    at,
    kind,
    ...nameOf(node),
    ...(other >= 0 && { other: Object.values(nameOf(other))[0] as unknown }),
    ...(by !== index && { by }),
    ...(since !== at && { since }),
    ...(packet !== null && { packet }),
    ...(timer !== null && { timer }),
    ...(write !== null && { write }),
    ...(action !== null && { action }),
    ...(notes.length > 0 && { notes }),
    ...(violations.length > 0 && { violations }),
  };
}

/** A sign of life and nothing else. */
export function isPingEntry({ packet }: Entry): boolean {
  return packet !== null && isPing(packet.type);
}
