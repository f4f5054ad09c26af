/** Everything of a run that the diagram draws, gathered from its columns and turning points; new when more has been run. */
import { useMemo } from 'react';
import type { Session } from '../../app/session.ts';
import type { StageFacts } from '../../sim/facts.ts';
import { select } from '../../sim/select.ts';
import type { Zxid } from '../../zookeeper/ids.ts';
import { useLab, useLabState, usePlace, useZxidText } from '../lab.ts';
import { useOptions } from '../options.ts';
import { lessPings } from '../story/shown-events.ts';
import type { Strips } from '../timeline/strips.ts';
import { seenUntil, stripsOfRun, turningPoints } from '../timeline/turning-points.ts';
import type { Size } from '../use-size.ts';
import { type Axis, type Sort, arrowsOf, indexOfStep, stepOf } from './arrows.ts';
import { LinkCuts, bandsOf } from './cuts.ts';
import { laneLayout } from './lanes.ts';
import { lostOf } from './lost.ts';
import { type Scene, type Stray, groupsOf } from './layout.ts';

export type Run = ReturnType<Session['branch']>;

export interface SpaceScene extends Scene {
  readonly run: Run;
  readonly strips: Strips;
  /** The indices that count as steps; null for all. */
  readonly shown: readonly number[] | null;
  /** Where the run ends for the eye, in units of the axis: what was seen and what is planned. */
  readonly end: number;
  /** Until when it has been run. */
  readonly until: number;
  readonly indexAt: (time: number) => number;
  readonly timeOf: (value: number) => number;
  /** Where the moment after `cursor` events lies; between events, `now` says more. */
  readonly placeOfCursor: (cursor: number, now: number) => number;
  readonly facts: StageFacts;
}

/** Beyond what was seen, so that the playhead is never at the edge. */
const AHEAD = 1.04;
const END_MIN = 200;
/** After the last thing that happens, where quiet is folded. */
const TAIL = 40;

export function useScene(size: Size, axis: Axis): SpaceScene | null {
  const { session } = useLab();
  const place = usePlace();
  useLabState((state) => (state.playing ? null : state.length));
  const pings = useOptions((options) => options.pings);
  const zxidText = useZxidText();
  const run = session.branch(place.branch);
  const { length } = run;
  const { width, height } = size;
  const planned = session.scenarioOf(place.branch).script.at(-1)?.at ?? 0;
  const seen = seenUntil(run, run.timeAt(Math.min(place.cursor + 1, length)));
  return useMemo(() => {
    if (width === 0 || height === 0) return null;
    const facts = session.facts(select, { branch: place.branch, cursor: length });
    const ensemble = { tickMillis: facts.tickMillis, serverCount: facts.servers.length };
    const shown = pings ? null : lessPings(run, ensemble);
    const strips = stripsOfRun(run, session.sids);
    const done = turningPoints(run).flatMap((turn) => (turn.kind === 'action' ? [turn] : []));
    const cuts = new LinkCuts(done, session.sids);
    const lanes = laneLayout({
      width,
      height,
      servers: facts.servers,
      clients: facts.clients.map(({ node }) => node),
      groups: groupsOf(strips.faults),
      narrow: width < 420,
    });
    const indexAt = (time: number): number => run.cursorAtTime(time - 0.5);
    const stepAt = (time: number): number => stepOf(shown, indexAt(time));
    const until = run.timeAt(length);
    const arrows = arrowsOf(run, shown);
    const { folds } = arrows;
    const endTime = Math.max(END_MIN, Math.max(seen, planned) * AHEAD);
    return {
      axis,
      lanes,
      arrows,
      strays: [...lostOf(run), ...straysOf(facts, { pings })],
      cuts,
      bands: bandsOf(cuts, lanes),
      place: axis === 'time' ? (time) => time : axis === 'folded' ? (time) => folds.place(time) : stepAt,
      nameOf: (index, sort) => packetName(run, index, sort, zxidText),
      run,
      strips,
      shown,
      end:
        axis === 'time'
          ? endTime
          : axis === 'folded'
            ? Math.max(folds.place(seen), Math.min(folds.place(endTime), folds.place(folds.last) + TAIL))
            : stepOf(shown, Math.min(length, run.cursorAtTime(endTime)) - 1) + 1,
      until,
      indexAt,
      timeOf: (value) => {
        if (axis === 'steps') return run.timeAt(Math.min(length, indexOfStep(shown, Math.round(value)) + 1));
        return axis === 'time' ? value : folds.timeOf(value);
      },
      placeOfCursor: (cursor, now) => {
        if (axis === 'steps') return stepOf(shown, cursor - 1);
        return axis === 'time' ? now : folds.place(now);
      },
      facts,
    };
  }, [session, run, length, place.branch, pings, axis, width, height, seen, planned, zxidText]);
}

/** What is still under way where the run has been run to. */
function straysOf(facts: StageFacts, { pings }: { readonly pings: boolean }): readonly Stray[] {
  return facts.messages.flatMap((message): readonly Stray[] => {
    const { from, to, type, family, letter, sentAt, arrivesAt, held } = message;
    if (type === 'INITIAL' || (!pings && (type === 'PING' || type === 'CLIENTPING'))) return [];
    const sort: Sort = { type, family, letter };
    const fate = held === 'cut' ? 'held' : 'underWay';
    return [
      { from, to, sort, letter, sentAt, until: Math.max(arrivesAt, held === null ? 0 : facts.now), fate, index: -1 },
    ];
  });
}

/** What stands at the sender of the message that arrives with event `index`; '' for a vote, whose letter tells all. */
export function packetName(
  run: Run,
  index: number,
  { type, family }: Sort,
  zxidText: ReturnType<typeof useZxidText>,
): string {
  if (type === 'NOTIFICATION') return '';
  if (family === 'client' || family === 'other') return type;
  // A row keeps the number of a zxid.
  const zxid = run.valueAt('zxid', index);
  return zxid < 0 ? type : `${type} ${zxidText(zxid as Zxid)}`;
}
