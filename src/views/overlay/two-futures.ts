/** Two branches of one run over each other, without a page around them: for tests. */
import type { Action } from '../../sim/action.ts';
import { comparisonOf } from '../compare/comparison.ts';
import { SIZE, sessionOf } from '../spacetime/scene-of-run.ts';
import { overlayScene } from './scene.ts';

/** `acted`: what is done after so many events on the branch on show; the other is as the scenario goes. */
export function twoFutures(
  scenario: Parameters<typeof sessionOf>[0],
  cursor: number,
  acted: readonly Action[],
  events = 600,
) {
  const session = sessionOf(scenario, cursor);
  const deed = session.act({ branch: 0, cursor }, acted);
  if (!deed.ok) throw new Error(deed.error.reason);
  const [first, second] = [session.branch(deed.value.branch), session.branch(0)];
  session.ensureAhead({ branch: 0, cursor: 0 }, events);
  const until = second.timeAt(second.length);
  session.ensureUntil(first.id, until, events);
  session.ensureUntil(0, first.timeAt(first.length), events);
  const comparison = comparisonOf(first, second);
  const spec = { session, first, second, comparison, size: SIZE, laneHeight: 30 };
  const scene = overlayScene({ ...spec, nameOf: (_, __, { type }) => type });
  return { session, first, second, comparison, scene };
}
