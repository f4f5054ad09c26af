/** What stands around the dictionary, in the chosen language. */
import { type DictionaryCatalogue, enDictionary } from '../../locales/en-dictionary.ts';
import { useCatalogue } from '../lab.ts';

export function useDictionaryWords(): DictionaryCatalogue {
  return useCatalogue('dictionary', enDictionary);
}
