/** Lights what a step points at: views mark what they draw with `data-light`, and this says which of it is lit. */
import { useEffect } from 'react';
import { isInspected, lightName } from '../../lessons/light.ts';
import type { Light } from '../../lessons/lesson.ts';
import { useLabState } from '../lab.ts';
import { useLitNow } from './lit-now.ts';

export function Lights() {
  const lights = useLitNow();
  const screen = useLabState((state) => state.screen);
  // Another screen has an inspector of its own, where they are brought into sight anew.
  return lights.length === 0 ? null : <LightRules key={screen} lights={lights} />;
}

export function LightRules({ lights }: { readonly lights: readonly Light[] }) {
  useEffect(() => {
    const inside = lights.filter((light) => isInspected(light) || light.light === 'cell');
    if (inside.length === 0) return undefined;
    let scrolled: readonly Element[] = [];
    // The inspector opens for it in the same moment; where it is still to be loaded its parts come one after the other.
    let frames = 0;
    const look = (): void => {
      if (frames % LOOK_FRAMES === 0) scrolled = bringIntoSight(inside);
      frames += 1;
      if (frames < FRAMES_TO_COME) frame = requestAnimationFrame(look);
    };
    let frame = requestAnimationFrame(look);
    return () => {
      cancelAnimationFrame(frame);
      for (const element of scrolled) element.scrollTo(0, 0);
    };
  }, [lights]);
  return <style>{lights.map(ruleOf).join('\n')}</style>;
}

/** A second or so. */
const FRAMES_TO_COME = 80;
const LOOK_FRAMES = 13;

/** The parts of the inspector, or of a phone's card, that they are in, the first of them last, which wins; and what has been scrolled for it. */
function bringIntoSight(lights: readonly Light[]): readonly Element[] {
  const scrolled: Element[] = [];
  for (const light of lights.toReversed()) {
    const shown = document.querySelector(`:is([data-keeps=inspector], [data-card]) [data-light='${lightName(light)}']`);
    const panel = shown?.closest('[data-keeps=inspector], [data-card]') ?? null;
    if (shown === null || panel === null) continue;
    // With its heading, where that fits.
    const part = panel.matches('[data-card]') ? shown : (shown.closest('section') ?? shown);
    part.scrollIntoView({ block: 'nearest' });
    shown.scrollIntoView({ block: 'nearest' });
    scrolled.push(panel);
  }
  return scrolled;
}

/** Below the tabs, which stay at the top of what scrolls. */
const PART =
  'outline: 2px solid var(--ink); outline-offset: 1px; background: var(--select-ground); scroll-margin: 56px 0 8px;';

function ruleOf(light: Light): string {
  const lit = `[data-light='${lightName(light)}']`;
  switch (light.light) {
    case 'server':
      // Messages close to it, and names, are seen through it.
      return `${lit} { fill: color-mix(in srgb, var(--select) 8%, transparent); stroke: var(--select); stroke-width: 1.5px; }`;
    case 'message':
      return `${lit} { stroke: var(--select); stroke-width: 2px; }`;
    case 'cell':
      return `${lit} { outline: 2px solid var(--ink); outline-offset: 1px; }`;
    case 'wait':
      return `li${lit} { ${PART} margin-inline: -6px; padding-inline: 6px; } [data-card] li${lit} { scroll-margin-top: 8px; }`;
    default:
      return `${lit} { ${PART} } [data-card] ${lit} { scroll-margin-top: 8px; }`;
  }
}
