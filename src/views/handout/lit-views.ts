/** Which of the views on show a step is about: the stage, and what is lit beside it. */
import type { Light } from '../../lessons/lesson.ts';
import { lightName } from '../../lessons/light.ts';
import type { ViewOnShow } from '../files/views-on-show.ts';

/** Elements to take pictures of; the first of `views` is the stage. */
export function litViews(views: readonly ViewOnShow[], lights: readonly Light[]): readonly Element[] {
  const [stage] = views;
  if (stage === undefined) return [];
  const shown: Element[] = [stage.element];
  for (const light of lights) {
    // The smallest that holds it: a section of a panel rather than the panel.
    const holders = views.filter(({ element }) => element.querySelector(`[data-light='${lightName(light)}']`) !== null);
    const [first, ...others] = holders.map(({ element }) => element);
    if (first === undefined) continue;
    const smallest = others.reduce((least, one) => (least.contains(one) ? one : least), first);
    if (!shown.some((one) => one.contains(smallest))) shown.push(smallest);
  }
  return shown;
}
