/** The later panels' own words, in the chosen language. */
import { type InspectorCatalogue, enInspector } from '../../locales/en-inspector.ts';
import { useCatalogue } from '../lab.ts';

export function usePanelWords(): InspectorCatalogue {
  return useCatalogue('inspector', enInspector);
}
