/** The algorithm's own words, in the chosen language. */
import { type AlgorithmCatalogue, enAlgorithm } from '../../locales/en-algorithm.ts';
import { useCatalogue } from '../lab.ts';

export function useAlgorithmWords(): AlgorithmCatalogue {
  return useCatalogue('algorithm', enAlgorithm);
}
