/** What is kept of the violations of a run: of each property the first, and how many there were. */
import type { Sid } from '../zookeeper/ids.ts';
import type { Fact } from './fact.ts';

export interface Breach {
  /** Number of the event, counted from 0. */
  readonly event: number;
  /** Virtual milliseconds. */
  readonly at: number;
  readonly servers: readonly Sid[];
  readonly fact: Fact;
}

/** By id of the property. */
export type Breaches = Readonly<Record<string, { readonly first: Breach; readonly count: number }>>;

export function withBreach(breaches: Breaches, property: string, breach: Breach): Breaches {
  const known = breaches[property];
  return {
    ...breaches,
    [property]: known === undefined ? { first: breach, count: 1 } : { first: known.first, count: known.count + 1 },
  };
}
