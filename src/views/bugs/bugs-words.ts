/** The words of the list of bugs, in the chosen language. */
import { type BugsCatalogue, enBugs } from '../../locales/en-bugs.ts';
import { useCatalogue } from '../lab.ts';

export function useBugsWords(): BugsCatalogue {
  return useCatalogue('bugs', enBugs);
}
