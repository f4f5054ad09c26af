/** The way of what has just arrived: along the whole link, on the side of its direction. */
import type { StageFacts } from '../../sim/facts.ts';
import { ASIDE, CLEAR, endsOf } from './flights.ts';
import { type Segment, trimmed } from './geometry.ts';
import type { StageLayout } from './layout.ts';

/** Between two nodes; null where one of them is not on the stage. */
export function arrivalWay(facts: StageFacts, layout: StageLayout, from: number, to: number): Segment | null {
  const ends = endsOf(facts, layout);
  const [a, b] = [ends.get(from), ends.get(to)];
  if (a === undefined || b === undefined) return null;
  return trimmed(a.at, b.at, {
    from: a.radius + CLEAR[layout.scale] - 6,
    to: b.radius + CLEAR[layout.scale] + 4,
    aside: ASIDE[layout.scale],
  });
}
