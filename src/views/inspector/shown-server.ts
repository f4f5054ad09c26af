/** Which server the inspector looks into. */
import { eventAt } from '../../app/session.ts';
import type { ServerFacts } from '../../sim/facts.ts';
import { useFacts, useLab, useLabState, usePlace } from '../lab.ts';

/**
 * The selected server; else the one the last event happened at, or while many pass by the last that was singled out;
 * else the first. In place of a client, the server it is at.
 */
export function useShownServer(): ServerFacts | null {
  const { servers, clients } = useFacts();
  const node = useLastNode();
  const selection = useLabState((state) => state.selection);
  if (selection?.kind === 'server') return servers.find((one) => one.sid === selection.sid) ?? null;
  const client = clients.find((one) =>
    selection?.kind === 'client' ? one.name === selection.name : one.node === node,
  );
  const shown = client === undefined ? servers.find((one) => one.node === node) : undefined;
  return shown ?? servers.find(({ sid }) => sid === client?.server) ?? servers[0] ?? null;
}

/** Where the last event happened that was singled out; null before the first. */
export function useLastNode(): number | null {
  const { session } = useLab();
  const place = usePlace();
  const event = eventAt({ ...place, cursor: place.singled });
  return event < 0 ? null : session.branch(place.branch).valueAt('node', event);
}
