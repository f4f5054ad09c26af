/** The words for moving single things, in the chosen language. */
import { type ActingCatalogue, enActing } from '../../locales/en-acting.ts';
import { useCatalogue } from '../lab.ts';

export function useActingWords(): ActingCatalogue {
  return useCatalogue('acting', enActing);
}
