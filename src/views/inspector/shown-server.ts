/** Which server the inspector looks into. */
import type { ServerFacts } from '../../sim/facts.ts';
import { useFacts, useLabState, useLastEntry } from '../lab.ts';

/** The selected server; else the one the last event happened at; else the first. */
export function useShownServer(): ServerFacts | null {
  const facts = useFacts();
  const entry = useLastEntry();
  const selection = useLabState((state) => state.selection);
  if (selection?.kind === 'server') return facts.servers.find((one) => one.sid === selection.sid) ?? null;
  return facts.servers.find((one) => one.node === entry?.node) ?? facts.servers[0] ?? null;
}
