/**
 * All that a branch follows from beside its ensemble, as steps that can be changed: what the scenario holds in store,
 * and what the visitor did. A changed plan leads to another branch; the one that was stays as it is.
 */
import { digestOf } from '../base/digest.ts';
import type { Action } from '../sim/action.ts';
import type { Lab } from './lab.ts';
import type { Entry } from '../sim/entry.ts';
import type { Moment, ScriptStep } from '../sim/moment.ts';
import { partingTime } from '../sim/script.ts';
import { type Place, type Session, EVENTS_MAX } from './session.ts';

/** What the visitor did at one moment: an event each, one right after the other. */
export interface Deed {
  /** Virtual milliseconds. */
  readonly at: number;
  readonly actions: readonly Action[];
  /** The very place among events of the same time; null where it was not done yet. */
  readonly placed: { readonly after: number; readonly wait: number } | null;
}

export interface Plan {
  /** In order of time. */
  readonly script: readonly ScriptStep[];
  /** In order of time. */
  readonly deeds: readonly Deed[];
}

/** A deed that made no sense any more where it stands in the changed plan, by the action it failed at. */
export interface LeftOut {
  readonly at: number;
  readonly action: Action;
  readonly reason: string;
}

export interface Revised {
  readonly place: Place;
  readonly leftOut: readonly LeftOut[];
  /** Branches that came about on the way there, which nobody asked for. */
  readonly passed: readonly number[];
}

type Run<M, E> = Session<M, E>;

export function planOf<M = Moment, E = Entry>(session: Run<M, E>, branch: number): Plan {
  const timeline = session.branch(branch);
  const deeds: Deed[] = [];
  for (const { after, wait, action, joined } of session.interventions(branch)) {
    const last = deeds.at(-1);
    if (joined === true && last !== undefined)
      deeds[deeds.length - 1] = { ...last, actions: [...last.actions, action] };
    else deeds.push({ at: timeline.timeAt(after + 1), actions: [action], placed: { after, wait } });
  }
  return { script: session.scenarioOf(branch).script, deeds };
}

/**
 * The place that goes with `place` in the run that follows `plan`: the same cursor before the first change, else the
 * same time. Runs as far as it must. A deed that makes no sense any more is left out, and said so.
 */
export function revise<M = Moment, E = Entry>(session: Run<M, E>, place: Place, plan: Plan): Revised {
  const old = planOf(session, place.branch);
  const now = session.branch(place.branch).timeAt(place.cursor);
  const kept = commonLength(old.deeds, plan.deeds);
  const partsAt = partingTime(old.script, plan.script);

  // Up to here nothing changes.
  let from = Math.min(
    partsAt === null ? Infinity : session.cursorBefore(place.branch, partsAt),
    cursorOf(session, place.branch, old.deeds[kept]),
    cursorOf(session, place.branch, plan.deeds[kept]),
  );
  // One plan goes on where the other ends: the last that both know.
  if (from === Infinity) return { place, leftOut: [], passed: [] };
  const known = session.branches.length;
  from = Math.min(from, session.branch(place.branch).length);
  const redone = old.deeds.findIndex(({ placed }) => placed !== null && placed.after >= from);
  const first = redone === -1 ? kept : redone;
  // Whoever holds that moment may have other steps ahead.
  let at = session.divert({ branch: place.branch, cursor: from }, plan.script);

  const leftOut: LeftOut[] = [];
  for (const [i, deed] of plan.deeds.entries()) {
    if (i < first) continue;
    const isWhereItWas = partsAt === null && i === first && deed.placed?.after === from;
    const cursor = isWhereItWas ? from : Math.max(at.cursor, cursorAt(session, at.branch, deed.at));
    const wait = isWhereItWas
      ? (deed.placed?.wait ?? 0)
      : Math.max(0, deed.at - session.branch(at.branch).timeAt(cursor));
    const acted = session.act({ branch: at.branch, cursor }, deed.actions, wait);
    if (acted.ok) at = acted.value;
    else leftOut.push({ at: deed.at, ...acted.error });
  }
  const cursor = place.cursor < from ? place.cursor : Math.max(from, cursorAt(session, at.branch, now));
  session.ensureAhead({ branch: at.branch, cursor: 0 }, cursor);
  const passed = session.branches.slice(known).flatMap(({ id }) => (id === at.branch ? [] : [id]));
  return { place: { branch: at.branch, cursor }, leftOut, passed };
}

/** Where a deed stands, or would, in a branch; beyond it all when there is none. */
function cursorOf<M, E>(session: Run<M, E>, branch: number, deed: Deed | undefined): number {
  if (deed === undefined) return Infinity;
  return deed.placed?.after ?? cursorAt(session, branch, deed.at);
}

/** Just after all that happens at or before `time`. */
function cursorAt<M, E>(session: Run<M, E>, branch: number, time: number): number {
  session.ensureUntil(branch, time, EVENTS_MAX);
  return session.branch(branch).cursorAtTime(time);
}

function commonLength(one: readonly Deed[], other: readonly Deed[]): number {
  const differs = one.findIndex((deed, i) => {
    const beside = other[i];
    return beside === undefined || (beside !== deed && digestOf(beside) !== digestOf(deed));
  });
  return differs === -1 ? one.length : differs;
}

/** Goes on with another plan, as one deed that can be taken back: at the same time, or at a cursor of the new branch. */
export function changePlan({ session, store }: Lab, plan: Plan, at?: Pick<Place, 'cursor'>): void {
  const { branch, cursor, passTo, tell } = store.getState();
  const from = { branch, cursor };
  const { leftOut, passed, ...revised } = revise(session, from, plan);
  const place = { ...revised.place, ...at };
  if (place.branch === branch && place.cursor === cursor) return;
  session.edited(from, place, passed);
  passTo(place);
  if (leftOut.length > 0) tell({ kind: 'leftOut', deeds: leftOut });
}
