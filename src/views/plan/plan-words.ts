/** The words of the laboratory and those for changing what happens; English so far. */
import { enPlan, type PlanCatalogue } from '../../locales/en-plan.ts';
import { type LabWords, useLabWords } from '../lab-words.ts';

export type PlanWords = LabWords & { readonly plan: PlanCatalogue };

let known: PlanWords | null = null;

export function usePlanWords(): PlanWords {
  const words = useLabWords();
  known ??= { ...words, plan: enPlan };
  return known;
}
