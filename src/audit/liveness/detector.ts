/** The shape of a property of liveness: something must happen in time, or it says who waits for what. */
import type { Sid } from '../../zookeeper/ids.ts';
import type { Fact } from '../fact.ts';
import type { Property } from '../invariant.ts';
import type { Look } from './progress.ts';
import { whyOf } from './why.ts';

export interface Stall {
  readonly servers: readonly Sid[];
  readonly fact: Fact;
}

export interface Detector extends Property {
  readonly of: 'liveness';
  /** Asked about every second while a quorum is sound; what has lasted too long is told once. */
  readonly find: (look: Look) => Stall | null;
}

export function detector(definition: Omit<Detector, 'of' | 'group'>): Detector {
  return { ...definition, of: 'liveness', group: 'liveness' };
}

/** That these wait since then, and why nobody gets on. */
export function stall({ world }: Look, servers: readonly Sid[], since: number): Stall {
  return { servers, fact: { kind: 'stalled', since, why: whyOf(world) } };
}
