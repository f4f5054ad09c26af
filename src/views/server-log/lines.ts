/**
 * Which events made a server write to its log, found once for all servers of a run: the text of a line is made when it is
 * shown. As a run grows, only what is new is looked at; a long one a part at a time, so that the page goes on meanwhile.
 */
import { bisectRight } from 'd3';
import type { Session } from '../../app/session.ts';
import type { Moment } from '../../sim/moment.ts';
import { serverLog } from '../../sim/server-log.ts';
import type { Sid } from '../../zookeeper/ids.ts';
import { type LogLine, type LogRelease, logText } from '../../zookeeper/operator/log-lines.ts';
import { type Ensemble, lessPings } from '../story/shown-events.ts';

type Run = ReturnType<Session['branch']>;

/** What it takes to read a log off a run. */
export interface LogSource {
  readonly run: Run;
  /** Any moment of it: servers are configured once. */
  readonly moment: Moment;
  readonly release: LogRelease;
  readonly ensemble: Ensemble;
}

/** A line by the event that made it, and its number among those of that event. */
export interface LineRef {
  readonly index: number;
  readonly nth: number;
}

interface Known {
  /** How many of the events worth a look were read. */
  read: number;
  readonly lines: Map<Sid, LineRef[]>;
}

const known = new WeakMap<Run, Known>();

/** Reads up to `events` more events. Returns whether nothing is left to be read. */
export function readOn(source: LogSource, events: number): boolean {
  const { run } = source;
  const state = known.get(run) ?? { read: 0, lines: new Map<Sid, LineRef[]>() };
  known.set(run, state);
  // No server writes about pings.
  const worth = lessPings(run, source.ensemble);
  const end = Math.min(worth.length, state.read + events);
  for (; state.read < end; state.read++) {
    const index = worth[state.read] ?? 0;
    const said = linesOf(source, index);
    if (said === null || said.lines.length === 0) continue;
    const own = state.lines.get(said.sid) ?? [];
    said.lines.forEach((_, nth) => own.push({ index, nth }));
    state.lines.set(said.sid, own);
  }
  return end === worth.length;
}

/** What server `sid` has written in what was read of the run so far, in order; a copy that views may hold on to. */
export function readLines(run: Run, sid: Sid): readonly LineRef[] {
  return known.get(run)?.lines.get(sid)?.slice() ?? [];
}

/** How many of `lines` are written after `cursor` events. */
export function writtenAt(lines: readonly LineRef[], cursor: number): number {
  return bisectRight(
    lines.map(({ index }) => index),
    cursor - 1,
  );
}

export interface ShownLine {
  readonly line: LogLine;
  /** With its stack trace, if it has one. */
  readonly text: string;
}

export function lineAt(source: LogSource, { index, nth }: LineRef): ShownLine | null {
  const said = linesOf(source, index);
  const line = said?.lines[nth];
  if (said === null || line === undefined) return null;
  return { line, text: logText(line, source.run.valueAt('at', index), said.sid) };
}

/** The file as it would be. */
export function textOf(source: LogSource, lines: readonly LineRef[]): string {
  return lines.map((line) => `${lineAt(source, line)?.text ?? ''}\n`).join('');
}

function linesOf({ run, moment, release }: LogSource, index: number): ReturnType<typeof serverLog> {
  return serverLog(run.entryAt(index), moment.world, release);
}
