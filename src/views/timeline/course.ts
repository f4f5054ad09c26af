/** Of what happened, what a run is remembered by: epochs, each with who led it, and broken properties. */
import type { Session } from '../../app/session.ts';
import type { Entry } from '../../sim/entry.ts';
import { FLAG_LEADER, FLAG_VIOLATION } from '../../sim/flags.ts';
import type { Strips } from './strips.ts';

/** A leader began to serve. */
export interface Serving {
  readonly index: number;
  readonly at: number;
  readonly node: number;
  readonly epoch: number;
}

/** Properties that one event broke. */
export interface Breach {
  readonly index: number;
  readonly at: number;
  readonly properties: readonly string[];
}

export interface Course {
  readonly servings: readonly Serving[];
  readonly breaches: readonly Breach[];
}

type Run = ReturnType<Session['branch']>;

interface Known extends Course {
  readonly scanned: number;
}

const known = new WeakMap<Run, Known>();

/** In order of time; as a run grows, only what is new is looked at. */
export function courseOf(run: Run): Course {
  const before = known.get(run) ?? inherited(run);
  if (before.scanned >= run.length) return before;
  const servings = [...before.servings];
  const breaches = [...before.breaches];
  for (const { index, flags } of run.marks(before.scanned, run.length)) {
    if ((flags & (FLAG_LEADER | FLAG_VIOLATION)) === 0) continue;
    const entry = run.entryAt(index);
    const epoch = epochServed(entry);
    if (epoch !== null) servings.push({ index, at: entry.at, node: entry.node, epoch });
    if (entry.violations.length > 0) {
      breaches.push({ index, at: entry.at, properties: entry.violations.map(({ property }) => property) });
    }
  }
  const now = { scanned: run.length, servings, breaches };
  known.set(run, now);
  return now;
}

function inherited({ fork }: Run): Known {
  if (fork === null) return { scanned: 0, servings: [], breaches: [] };
  const { servings, breaches } = courseOf(fork.parent);
  const isBefore = ({ index }: { readonly index: number }): boolean => index < fork.cursor;
  return { scanned: fork.cursor, servings: servings.filter(isBefore), breaches: breaches.filter(isBefore) };
}

function epochServed({ notes }: Entry): number | null {
  for (const note of notes) if (note.kind === 'servingStarted' && note.as === 'LEADING') return note.epoch;
  return null;
}

export interface EpochSpan {
  readonly node: number;
  readonly epoch: number;
  readonly from: number;
  /** Null while its leader believes on. */
  readonly to: number | null;
}

/** How long each leader believed that it leads its epoch. */
export function epochSpans({ servings }: Course, strips: Strips): readonly EpochSpan[] {
  return servings.map(({ node, epoch, at }) => {
    const spans = strips.spans[node] ?? [];
    let i = spans.findLastIndex(({ from, leading }) => leading && from <= at);
    while (spans[i + 1]?.leading === true && spans[i]?.to === spans[i + 1]?.from) i += 1;
    return { node, epoch, from: at, to: spans[i]?.to ?? null };
  });
}
