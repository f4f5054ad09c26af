/** The words of handouts, in the chosen language. */
import { type HandoutCatalogue, enHandout } from '../../locales/en-handout.ts';
import { useCatalogue } from '../lab.ts';

export function useHandoutWords(): HandoutCatalogue {
  return useCatalogue('handout', enHandout);
}
