/** The algorithm's own words, in the chosen language; English so far. */
import { enAlgorithm } from '../../locales/en-algorithm.ts';

export function useAlgorithmWords(): typeof enAlgorithm {
  return enAlgorithm;
}
