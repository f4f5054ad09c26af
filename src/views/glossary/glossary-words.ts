/** What stands around the words of the glossary, in the chosen language. */
import { type GlossaryCatalogue, enGlossary } from '../../locales/en-glossary.ts';
import { useCatalogue } from '../lab.ts';

export function useGlossaryWords(): GlossaryCatalogue {
  return useCatalogue('glossary', enGlossary);
}
