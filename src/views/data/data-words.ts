/** The words for what a server holds for its clients, in the chosen language. */
import { type DataCatalogue, enData } from '../../locales/en-data.ts';
import { useCatalogue } from '../lab.ts';

export function useDataWords(): DataCatalogue {
  return useCatalogue('data', enData);
}
