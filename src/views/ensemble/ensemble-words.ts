/** The words for putting an ensemble together; English so far. */
import { type EnsembleCatalogue, enEnsemble } from '../../locales/en-ensemble.ts';

export function useEnsembleWords(): EnsembleCatalogue {
  return enEnsemble;
}
