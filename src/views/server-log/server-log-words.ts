/** The words around a server's log, in the chosen language. */
import { type ServerLogCatalogue, enServerLog } from '../../locales/en-server-log.ts';
import { useCatalogue } from '../lab.ts';

export function useServerLogWords(): ServerLogCatalogue {
  return useCatalogue('serverLog', enServerLog);
}
