/** The consoles' own words, in the chosen language. */
import { type ConsolesCatalogue, enConsoles } from '../../locales/en-consoles.ts';
import { useCatalogue } from '../lab.ts';

export function useConsoleWords(): ConsolesCatalogue {
  return useCatalogue('consoles', enConsoles);
}
