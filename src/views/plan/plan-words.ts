/** The words of the laboratory and those for changing what happens, in the chosen language. */
import { enPlan } from '../../locales/en-plan.ts';
import type { PlanWords } from '../../locales/translation.ts';
import { english as enLabWords } from '../lab-words.ts';
import { useCatalogue } from '../lab.ts';

const english: PlanWords = { ...enLabWords, plan: enPlan };

export function usePlanWords(): PlanWords {
  return useCatalogue('plan', english);
}
