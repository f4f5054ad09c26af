/** The diagram of a run, without a page around it: for tests. */
import { Session } from '../../app/session.ts';
import { startWhole } from '../../app/whole-engine.ts';
import { zooKeeperMachine } from '../../sim/machine.ts';
import { withScript } from '../../sim/script.ts';
import { select } from '../../sim/select.ts';
import { lessPings } from '../story/shown-events.ts';
import { stripsOfRun, turningPoints } from '../timeline/turning-points.ts';
import { type Axis, arrowsOf } from './arrows.ts';
import { LinkCuts, bandsOf } from './cuts.ts';
import { laneLayout } from './lanes.ts';
import { type Scene, groupsOf } from './layout.ts';
import { lostOf } from './lost.ts';

export const SIZE = { width: 800, height: 500, narrow: false };

/** A scenario that is run up to a cursor. */
export function sessionOf(scenario: ConstructorParameters<typeof Session>[1], cursor: number): Session {
  const session = new Session({ machine: zooKeeperMachine, withScript, start: startWhole }, scenario);
  session.ensureAhead({ branch: 0, cursor }, 0);
  return session;
}

export function sceneOf(session: Session, cursor: number, axis: Axis): Scene & { readonly until: number } {
  const run = session.branch(0);
  const facts = session.facts(select, { branch: 0, cursor });
  const arrows = arrowsOf(run, lessPings(run, { tickMillis: facts.tickMillis, serverCount: facts.servers.length }));
  const done = turningPoints(run).flatMap((turn) => (turn.kind === 'action' ? [turn] : []));
  const cuts = new LinkCuts(done, session.sids);
  const groups = groupsOf(stripsOfRun(run, session.sids).faults);
  const lanes = laneLayout({ ...SIZE, servers: facts.servers, clients: facts.clients.map(({ node }) => node), groups });
  const place = (time: number): number => (axis === 'folded' ? arrows.folds.place(time) : time);
  return {
    axis,
    lanes,
    arrows,
    strays: lostOf(run),
    cuts,
    bands: bandsOf(cuts, lanes),
    place,
    nameOf: (_, { type }) => type,
    until: place(run.timeAt(run.length)),
  };
}
