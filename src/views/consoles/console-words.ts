/** The consoles' own words, in the chosen language; English so far. */
import { enConsoles } from '../../locales/en-consoles.ts';

export function useConsoleWords(): typeof enConsoles {
  return enConsoles;
}
