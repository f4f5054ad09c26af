/** How each property stands at a moment of a run: what a list of them shows. */
import type { Breach } from './breach.ts';
import type { Audit } from './ghost.ts';
import type { Property } from './invariant.ts';
import { INVARIANTS } from './registry.ts';

export type Standing =
  /** Nothing that it speaks of has happened yet. */
  | { readonly kind: 'notApplicable' }
  | { readonly kind: 'holds' }
  /** It broke first by that event, and so often since. */
  | { readonly kind: 'broken'; readonly first: Breach; readonly count: number };

export interface PropertyStanding {
  readonly property: Property;
  readonly standing: Standing;
}

/** Every property, in the order of the registry. */
export function standingsOf({ breaches, heard }: Audit): readonly PropertyStanding[] {
  return INVARIANTS.map((property) => {
    const broken = breaches[property.id];
    if (broken !== undefined) return { property, standing: { kind: 'broken', ...broken } };
    const isMet = property.of === 'arrival' || property.watches.some((kind) => heard[kind] === true);
    return { property, standing: { kind: isMet ? 'holds' : 'notApplicable' } };
  });
}
