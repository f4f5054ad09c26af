/** The later panels' own words, in the chosen language; English so far. */
import { enInspector } from '../../locales/en-inspector.ts';

export function usePanelWords(): typeof enInspector {
  return enInspector;
}
