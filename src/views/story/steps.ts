/** The steps of a scenario and the visitor's own deeds, in order of time. Servers that start together are one step. */
import type { Action } from '../../sim/action.ts';
import type { Sid } from '../../zookeeper/ids.ts';

export interface Step {
  readonly key: string;
  readonly at: number;
  /** One deed. */
  readonly actions: readonly Action[];
  /** All that start with it. */
  readonly starting: readonly Sid[];
  /** The visitor's own. */
  readonly own: boolean;
  /** The cursor just after it, of the visitor's own. */
  readonly cursor: number | null;
}

/** Within this time, starts belong together. */
const TOGETHER_MILLIS = 50;

export function stepsOf(
  script: readonly { readonly at: number; readonly action: Action }[],
  interventions: readonly {
    readonly at: number;
    readonly after: number;
    readonly action: Action;
    readonly joined?: true;
  }[],
): readonly Step[] {
  const steps: Step[] = [];
  for (const [index, { at, action }] of script.entries()) {
    const last = steps.at(-1);
    if (action.do === 'start' && last?.actions[0]?.do === 'start' && at - last.at <= TOGETHER_MILLIS) {
      steps[steps.length - 1] = { ...last, starting: [...last.starting, action.server] };
    } else {
      const starting = action.do === 'start' ? [action.server] : [];
      steps.push({ key: `s${index}`, at, actions: [action], starting, own: false, cursor: null });
    }
  }
  for (const { at, after, action, joined } of interventions) {
    const last = steps.at(-1);
    if (joined === true && last !== undefined) {
      steps[steps.length - 1] = { ...last, actions: [...last.actions, action], cursor: after + 1 };
    } else {
      const starting = action.do === 'start' ? [action.server] : [];
      steps.push({ key: `i${after}`, at, actions: [action], starting, own: true, cursor: after + 1 });
    }
  }
  return steps.toSorted((a, b) => a.at - b.at);
}
