/** The words for putting an ensemble together, in the chosen language. */
import { type EnsembleCatalogue, enEnsemble } from '../../locales/en-ensemble.ts';
import { useCatalogue } from '../lab.ts';

export function useEnsembleWords(): EnsembleCatalogue {
  return useCatalogue('ensemble', enEnsemble);
}
