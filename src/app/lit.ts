/** Whether what is to be lit is on the page at a place. */
import type { Light } from '../lessons/lesson.ts';
import { type Sought, isThere } from '../lessons/light.ts';
import { FLAG_SYNC } from '../sim/flags.ts';
import { select } from '../sim/select.ts';
import { dataFactsOf } from '../sim/select-data.ts';
import type { Place, Session } from './session.ts';

/** Those that are not there. */
export function missingOf(session: Session, place: Place, lights: readonly Light[]): readonly Light[] {
  const facts = session.facts(select, place);
  const sought: Sought = {
    synced: ({ server }) => isSynced(session, place, server),
    listed: ({ server, path }) =>
      dataFactsOf(session.momentAt(place), server)?.znodes.some((znode) => znode.path === path) === true,
  };
  return lights.filter((light) => !isThere(light, facts, sought));
}

/** Some leader has decided before how to bring it up to date. */
function isSynced(session: Session, { branch, cursor }: Place, learner: number): boolean {
  const run = session.branch(branch);
  for (let at = run.previousMark(cursor, FLAG_SYNC); at !== null; at = run.previousMark(at, FLAG_SYNC)) {
    if (run.entryAt(at).notes.some((note) => note.kind === 'syncDecided' && note.learner === learner)) return true;
  }
  return false;
}
