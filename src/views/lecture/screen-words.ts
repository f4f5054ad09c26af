/** The words of the other screens, in the chosen language. */
import { type ScreensCatalogue, enScreens } from '../../locales/en-screens.ts';
import { useCatalogue } from '../lab.ts';

export function useScreenWords(): ScreensCatalogue {
  return useCatalogue('screens', enScreens);
}
