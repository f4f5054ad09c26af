/** What can be changed about a plan: pure functions from a plan to another, in order of time again. */
import type { Action } from '../sim/action.ts';
import type { ScriptStep } from '../sim/moment.ts';
import type { Deed, Plan } from './plan.ts';

/** Steps that are shown, and changed, as one. */
export type StepRef =
  /** Positions in the script: servers that start together. */
  { readonly of: 'script'; readonly indices: readonly number[] } | { readonly of: 'deeds'; readonly index: number };

/** When, and what. */
export interface StepContent {
  readonly at: number;
  readonly actions: readonly Action[];
}

/** A visitor's step more; `placed` where among events of the same time it is known. */
export function withStep(plan: Plan, { at, actions }: StepContent, placed: Deed['placed'] = null): Plan {
  return { ...plan, deeds: inOrder([...plan.deeds, { at, actions, placed }]) };
}

export function withoutStep(plan: Plan, ref: StepRef): Plan {
  if (ref.of === 'deeds') return { ...plan, deeds: plan.deeds.filter((_, i) => i !== ref.index) };
  return { ...plan, script: plan.script.filter((_, i) => !ref.indices.includes(i)) };
}

/** Steps of a script keep their distances from the first of them. */
export function withContent(plan: Plan, ref: StepRef, { at, actions }: StepContent): Plan {
  if (actions.length === 0) return withoutStep(plan, ref);
  if (ref.of === 'deeds') {
    const deeds = plan.deeds.map((deed, i): Deed => {
      if (i !== ref.index) return deed;
      return { at, actions, placed: deed.at === at ? deed.placed : null };
    });
    return { ...plan, deeds: inOrder(deeds) };
  }
  const [first = 0] = ref.indices;
  const old = ref.indices.flatMap((index) => plan.script[index] ?? []);
  const start = old[0]?.at ?? at;
  const changed = actions.map((action, i): ScriptStep => {
    return { at: at + ((old[i] ?? old.at(-1))?.at ?? start) - start, action };
  });
  const rest = plan.script.map((step, i) => ({ step, i })).filter(({ i }) => !ref.indices.includes(i));
  const before = rest.filter(({ i }) => i < first).map(({ step }) => step);
  const after = rest.filter(({ i }) => i > first).map(({ step }) => step);
  return { ...plan, script: inOrder([...before, ...changed, ...after]) };
}

/** Two steps change places: each takes the other's time, and its turn where the times are the same. */
export function exchanged(plan: Plan, one: StepRef, other: StepRef): Plan {
  const [a, b] = [contentOf(plan, one), contentOf(plan, other)];
  if (a === null || b === null) return plan;
  if (a.at === b.at) return inOtherTurn(plan, one, other);
  const shiftOf = (of: StepRef['of'], index: number): number =>
    has(one, of, index) ? b.at - a.at : has(other, of, index) ? a.at - b.at : 0;
  const script = plan.script.map((step, i) => ({ ...step, at: Math.max(0, step.at + shiftOf('script', i)) }));
  const deeds = plan.deeds.map((deed, i): Deed => {
    const shift = shiftOf('deeds', i);
    return shift === 0 ? deed : { ...deed, at: deed.at + shift, placed: null };
  });
  return { script: inOrder(script), deeds: inOrder(deeds) };
}

/** What the scenario holds in store comes before a visitor's deed of the same time, whatever one does. */
function inOtherTurn(plan: Plan, one: StepRef, other: StepRef): Plan {
  if (one.of === 'deeds' && other.of === 'deeds') {
    const deeds = plan.deeds.map((deed, i): Deed => {
      const source = i === one.index ? plan.deeds[other.index] : i === other.index ? plan.deeds[one.index] : undefined;
      return source === undefined ? deed : { ...source, placed: null };
    });
    return { ...plan, deeds };
  }
  if (one.of === 'script' && other.of === 'script') {
    const [low, high] = (one.indices[0] ?? 0) < (other.indices[0] ?? 0) ? [one, other] : [other, one];
    const slots = [...low.indices, ...high.indices].toSorted((x, y) => x - y);
    const sources = [...high.indices, ...low.indices];
    const script = plan.script.map((step, i) => plan.script[sources[slots.indexOf(i)] ?? i] ?? step);
    return { ...plan, script: inOrder(script) };
  }
  return plan;
}

function has(ref: StepRef, of: StepRef['of'], index: number): boolean {
  if (ref.of !== of) return false;
  return ref.of === 'deeds' ? ref.index === index : ref.indices.includes(index);
}

export function contentOf(plan: Plan, ref: StepRef): StepContent | null {
  if (ref.of === 'deeds') return plan.deeds[ref.index] ?? null;
  const steps = ref.indices.flatMap((index) => plan.script[index] ?? []);
  const [first] = steps;
  return first === undefined ? null : { at: first.at, actions: steps.map(({ action }) => action) };
}

function inOrder<T extends { readonly at: number }>(steps: readonly T[]): readonly T[] {
  return steps.toSorted((a, b) => a.at - b.at);
}
