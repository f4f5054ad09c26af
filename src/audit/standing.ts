/** How each property stands at a moment of a run: what a list of them shows. */
import type { Breach } from './breach.ts';
import type { Audit } from './ghost.ts';
import type { Property } from './invariant.ts';
import { PROPERTIES } from './registry.ts';

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
export function standingsOf({ breaches, heard, progress }: Audit): readonly PropertyStanding[] {
  return PROPERTIES.map((property) => {
    const broken = breaches[property.id];
    if (broken !== undefined) return { property, standing: { kind: 'broken', ...broken } };
    return { property, standing: { kind: isMet(property, { heard, progress }) ? 'holds' : 'notApplicable' } };
  });
}

function isMet(property: (typeof PROPERTIES)[number], { heard, progress }: Pick<Audit, 'heard' | 'progress'>): boolean {
  switch (property.of) {
    case 'arrival':
      return true;
    case 'liveness':
      // Without a quorum that could get on nothing is promised.
      return progress.soundSince !== null;
    default:
      return property.watches.some((kind) => heard[kind] === true);
  }
}
