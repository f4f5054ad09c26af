import { expect, it } from 'vitest';
import type { Action } from '../sim/action.ts';
import { sidOf } from '../zookeeper/ids.ts';
import type { Plan } from './plan.ts';
import { type StepRef, exchanged, withContent, withStep, withoutStep } from './plan-edits.ts';

const PLAN: Plan = {
  script: [1, 2, 3].map((sid, i) => ({ at: i * 2, action: { do: 'start', server: sidOf(sid) } })),
  deeds: [
    { at: 500, actions: [{ do: 'kill', server: sidOf(1) }], placed: { after: 40, wait: 3 } },
    { at: 900, actions: [{ do: 'start', server: sidOf(1) }], placed: { after: 80, wait: 0 } },
    { at: 900, actions: [{ do: 'kill', server: sidOf(2) }], placed: { after: 81, wait: 0 } },
  ],
};
const deed = (index: number): StepRef => ({ of: 'deeds', index });
const step = (...indices: readonly number[]): StepRef => ({ of: 'script', indices });

function who(action: Action): string {
  return 'server' in action ? `${action.do}${action.server}` : action.do;
}

/** `0 start1 · 500 kill1`: script, then deeds; a deed that keeps its place among events has a dot. */
function textOf({ script, deeds }: Plan): string {
  return [
    ...script.map(({ at, action }) => `${at} ${who(action)}`),
    ...deeds.map(({ at, actions, placed }) => `${at} ${actions.map(who).join('+')}${placed === null ? '' : '.'}`),
  ].join(' | ');
}

// oxfmt-ignore
it.each([
  ['nothing', PLAN,
    '0 start1 | 2 start2 | 4 start3 | 500 kill1. | 900 start1. | 900 kill2.'],
  ['a step more', withStep(PLAN, { at: 700, actions: [{ do: 'healAll' }] }),
    '0 start1 | 2 start2 | 4 start3 | 500 kill1. | 700 healAll | 900 start1. | 900 kill2.'],
  ['a deed less', withoutStep(PLAN, deed(0)),
    '0 start1 | 2 start2 | 4 start3 | 900 start1. | 900 kill2.'],
  ['steps of the script less', withoutStep(PLAN, step(0, 2)),
    '2 start2 | 500 kill1. | 900 start1. | 900 kill2.'],
  ['a deed later', withContent(PLAN, deed(0), { at: 950, actions: [{ do: 'kill', server: sidOf(1) }] }),
    '0 start1 | 2 start2 | 4 start3 | 900 start1. | 900 kill2. | 950 kill1'],
  ['a deed to another server', withContent(PLAN, deed(0), { at: 500, actions: [{ do: 'kill', server: sidOf(3) }] }),
    '0 start1 | 2 start2 | 4 start3 | 500 kill3. | 900 start1. | 900 kill2.'],
  ['starts later keep their distances', withContent(PLAN, step(0, 1), { at: 100, actions: [1, 2].map((sid) => ({ do: 'start', server: sidOf(sid) })) }),
    '4 start3 | 100 start1 | 102 start2 | 500 kill1. | 900 start1. | 900 kill2.'],
  ['no action is no step', withContent(PLAN, step(1), { at: 2, actions: [] }),
    '0 start1 | 4 start3 | 500 kill1. | 900 start1. | 900 kill2.'],
  ['two deeds exchanged', exchanged(PLAN, deed(0), deed(1)),
    '0 start1 | 2 start2 | 4 start3 | 500 start1 | 900 kill1 | 900 kill2.'],
  ['two deeds of one time', exchanged(PLAN, deed(1), deed(2)),
    '0 start1 | 2 start2 | 4 start3 | 500 kill1. | 900 kill2 | 900 start1'],
  ['a step and a deed', exchanged(PLAN, step(2), deed(0)),
    '0 start1 | 2 start2 | 500 start3 | 4 kill1 | 900 start1. | 900 kill2.'],
  ['groups of steps', exchanged(PLAN, step(0, 1), step(2)),
    '0 start3 | 4 start1 | 6 start2 | 500 kill1. | 900 start1. | 900 kill2.'],
])('%s', (_, plan, expected) => {
  expect(textOf(plan)).toBe(expected);
});
