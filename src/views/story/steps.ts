/** The steps of a plan, in order of time. */
import type { Plan } from '../../app/plan.ts';
import type { StepRef } from '../../app/plan-edits.ts';
import type { Action } from '../../sim/action.ts';
import type { Sid } from '../../zookeeper/ids.ts';

export interface Step {
  readonly key: string;
  readonly ref: StepRef;
  readonly at: number;
  /** One deed, or all that start together. */
  readonly actions: readonly Action[];
  /** Who starts, where nothing else happens. */
  readonly starting: readonly Sid[];
  /** The visitor's own. */
  readonly own: boolean;
  /** The cursor just after it, of the visitor's own. */
  readonly cursor: number | null;
}

/** Within this time, starts belong together. */
const TOGETHER_MILLIS = 50;

/** Servers that start together are one step, unless `each` is to be one. */
export function stepsOf({ script, deeds }: Plan, { each = false } = {}): readonly Step[] {
  const steps: (Step & { readonly ref: StepRef & { readonly of: 'script' } })[] = [];
  for (const [index, { at, action }] of script.entries()) {
    const last = steps.at(-1);
    if (!each && action.do === 'start' && last?.actions[0]?.do === 'start' && at - last.at <= TOGETHER_MILLIS) {
      steps[steps.length - 1] = {
        ...last,
        ref: { of: 'script', indices: [...last.ref.indices, index] },
        actions: [...last.actions, action],
        starting: [...last.starting, action.server],
      };
    } else {
      const starting = action.do === 'start' ? [action.server] : [];
      const ref = { of: 'script', indices: [index] } as const;
      steps.push({ key: `s${index}`, ref, at, actions: [action], starting, own: false, cursor: null });
    }
  }
  const own = deeds.map(({ at, actions, placed }, index): Step => {
    const starting = actions.flatMap((action) => (action.do === 'start' ? [action.server] : []));
    return {
      key: `d${index}`,
      ref: { of: 'deeds', index },
      at,
      actions,
      starting: starting.length === actions.length ? starting : [],
      own: true,
      cursor: placed === null ? null : placed.after + actions.length,
    };
  });
  return [...steps, ...own].toSorted((a, b) => a.at - b.at);
}
