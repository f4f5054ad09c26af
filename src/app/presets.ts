/** Faults that people ask for by name, spelt out in ordinary steps. */
import { assertUnreachable } from '../base/assert.ts';
import type { Action } from '../sim/action.ts';
import type { Sid } from '../zookeeper/ids.ts';
import type { Lab } from './lab.ts';
import { changePlan, planOf } from './plan.ts';
import { type StepContent, withStep } from './plan-edits.ts';

export const PRESETS = [
  'split',
  'isolateLeader',
  'bridge',
  'oneWay',
  'ring',
  'freezeLeader',
  'slowDisk',
  'rollingRestart',
] as const;
export type Preset = (typeof PRESETS)[number];

export interface PresetContext {
  /** In sid order, as they stand round the ring. */
  readonly sids: readonly Sid[];
  /** Who leads, or the server that is meant while nobody does. */
  readonly leader: Sid;
  readonly running: readonly Sid[];
  readonly tickMillis: number;
  readonly syncLimitTicks: number;
  /** Of the leader. */
  readonly diskMillis: number;
}

const SLOW_DISK_MILLIS = 500;
/** How long a server of a rolling restart is down, and when the next one's turn is. */
const DOWN_TICKS = 2;
const TURN_TICKS = 6;

/** The steps, `at` counted from now; none where the ensemble is too small for it. */
export function presetSteps(preset: Preset, context: PresetContext): readonly StepContent[] {
  const { sids, leader, running, tickMillis, syncLimitTicks, diskMillis } = context;
  const others = sids.filter((sid) => sid !== leader);
  // Round the ring from the leader on, so that neighbours stay together.
  const round = fromOn(sids, leader);
  switch (preset) {
    case 'split': {
      const few = Math.floor(sids.length / 2);
      return partition(round.slice(few), round.slice(0, few));
    }
    case 'isolateLeader':
      return partition(others, [leader]);
    case 'bridge': {
      if (others.length < 2) return [];
      const [, ...rest] = round;
      const half = Math.ceil(rest.length / 2);
      return partition(rest.slice(0, half), rest.slice(half));
    }
    case 'oneWay':
      return atOnce(...others.map((to): Action => ({ do: 'cut', from: leader, to })));
    case 'ring': {
      const far = sids.flatMap((a, i) =>
        sids.flatMap((b, j) => (j > i + 1 && !(i === 0 && j === sids.length - 1) ? [[a, b] as const] : [])),
      );
      return atOnce(
        ...far.flatMap(([a, b]): readonly Action[] => [
          { do: 'cut', from: a, to: b },
          { do: 'cut', from: b, to: a },
        ]),
      );
    }
    case 'freezeLeader':
      return [
        { at: 0, actions: [{ do: 'freeze', server: leader }] },
        // Long enough for the others to miss it, and to elect another.
        { at: (syncLimitTicks + 3) * tickMillis, actions: [{ do: 'thaw', server: leader }] },
      ];
    case 'slowDisk':
      return [
        { at: 0, actions: [{ do: 'slowDisk', server: leader, millis: SLOW_DISK_MILLIS }] },
        { at: 10 * tickMillis, actions: [{ do: 'slowDisk', server: leader, millis: diskMillis }] },
      ];
    case 'rollingRestart':
      return [...others, leader]
        .filter((sid) => running.includes(sid))
        .flatMap((server, i): readonly StepContent[] => [
          { at: i * TURN_TICKS * tickMillis, actions: [{ do: 'stop', server }] },
          { at: (i * TURN_TICKS + DOWN_TICKS) * tickMillis, actions: [{ do: 'start', server }] },
        ]);
    default:
      return assertUnreachable(preset);
  }
}

/** Puts the steps of a preset into the plan, the first of them here and now. */
export function doPreset(lab: Lab, steps: readonly StepContent[]): void {
  const { session, store, playback } = lab;
  const { branch, cursor } = store.getState();
  const { waited } = playback;
  const now = session.branch(branch).timeAt(cursor) + waited;
  let plan = planOf(session, branch);
  for (const [i, { at, actions }] of steps.entries()) {
    plan = withStep(plan, { at: now + at, actions }, i === 0 ? { after: cursor, wait: waited } : null);
  }
  changePlan(lab, plan, { cursor: cursor + (steps[0]?.actions.length ?? 0) });
}

function atOnce(...actions: readonly Action[]): readonly StepContent[] {
  return actions.length === 0 ? [] : [{ at: 0, actions }];
}

function partition(...groups: readonly (readonly Sid[])[]): readonly StepContent[] {
  return groups.some(({ length }) => length === 0) ? [] : atOnce({ do: 'partition', groups: groups.map(inOrder) });
}

function fromOn(sids: readonly Sid[], first: Sid): readonly Sid[] {
  const at = Math.max(0, sids.indexOf(first));
  return [...sids.slice(at), ...sids.slice(0, at)];
}

function inOrder(sids: readonly Sid[]): readonly Sid[] {
  return sids.toSorted((a, b) => a - b);
}
