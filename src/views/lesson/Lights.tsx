/** Lights what a step points at: views mark what they draw with `data-light`, and this says which of it is lit. */
import { type LessonState, partOf } from '../../app/lesson-player.ts';
import { lightName } from '../../lessons/light.ts';
import type { Light } from '../../lessons/lesson.ts';
import { useLabState } from '../lab.ts';
import { useLessonState } from './use-player.ts';

export function Lights() {
  const lights = useLessonState(litNow);
  const free = useLabState(({ lesson }) => lesson?.free !== false);
  return free || lights.length === 0 ? null : <LightRules lights={lights} />;
}

export function LightRules({ lights }: { readonly lights: readonly Light[] }) {
  return <style>{lights.map(ruleOf).join('\n')}</style>;
}

const NONE: readonly Light[] = [];

/** On the way nothing is lit: what it is about has not come yet. */
function litNow({ course, step, phase, choice, going, place }: LessonState): readonly Light[] {
  if (course === null || going || place === null) return NONE;
  return course.standAt(step, partOf(phase, choice)).lights ?? NONE;
}

function ruleOf(light: Light): string {
  const lit = `[data-light='${lightName(light)}']`;
  switch (light.light) {
    case 'server':
      return `${lit} { fill: var(--select-ground); }`;
    case 'message':
      return `${lit} { stroke: var(--select); stroke-width: 2px; }`;
    case 'cell':
      return `${lit} { outline: 2px solid var(--ink); outline-offset: 1px; }`;
    default:
      return `${lit} { outline: 2px solid var(--ink); outline-offset: 1px; background: var(--select-ground); }`;
  }
}
