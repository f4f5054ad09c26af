/** Which server the inspector looks into. */
import { eventAt } from '../../app/session.ts';
import type { ServerFacts } from '../../sim/facts.ts';
import { useFacts, useLab, useLabState, usePlace } from '../lab.ts';

/**
 * The selected server; else the one the last event happened at, or while many pass by the last that was singled out;
 * else the first.
 */
export function useShownServer(): ServerFacts | null {
  const { session } = useLab();
  const facts = useFacts();
  const place = usePlace();
  const selection = useLabState((state) => state.selection);
  if (selection?.kind === 'server') return facts.servers.find((one) => one.sid === selection.sid) ?? null;
  const event = eventAt({ ...place, cursor: place.singled });
  const node = event < 0 ? null : session.branch(place.branch).valueAt('node', event);
  return facts.servers.find((one) => one.node === node) ?? facts.servers[0] ?? null;
}
