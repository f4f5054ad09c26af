/** How every property stands at a place of the run, and which break further on in what has been run. */
import type { Place, Session } from '../../app/session.ts';
import { type PropertyStanding, standingsOf } from '../../audit/standing.ts';
import type { Moment } from '../../sim/moment.ts';

type Breach = Extract<PropertyStanding['standing'], { kind: 'broken' }>['first'];

/** In the order in which they are listed. */
export const GROUPS: readonly PropertyStanding['property']['group'][] = [
  'zab',
  'action',
  'implementation',
  'client',
  'liveness',
];

export interface Judged {
  readonly property: PropertyStanding['property'];
  readonly standing: PropertyStanding['standing'];
  /** The event that led here broke it first. */
  readonly isFresh: boolean;
  /** Where it breaks first, when that is still to come. */
  readonly later: Breach | null;
}

/** In the order of the registry; null where nobody watches the run. */
export function judgedAt(session: Session, { branch, cursor }: Place): readonly Judged[] | null {
  const here = session.facts(standings, { branch, cursor });
  const ahead = session.facts(standings, { branch, cursor: session.branch(branch).length });
  if (here === null) return null;
  return here.map(({ property, standing }, index) => {
    const end = ahead?.[index]?.standing;
    return {
      property,
      standing,
      isFresh: standing.kind === 'broken' && standing.first.event === cursor - 1,
      later: standing.kind !== 'broken' && end?.kind === 'broken' ? end.first : null,
    };
  });
}

function standings({ audit }: Moment): readonly PropertyStanding[] | null {
  return audit === null ? null : standingsOf(audit);
}
