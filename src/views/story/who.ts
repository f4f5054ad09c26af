/** Names for nodes: servers by sid, clients by name, also those of clients that are made later in the run. */
import type { Session } from '../../app/session.ts';
import type { Catalogue } from '../../locales/en.ts';
import type { StageFacts } from '../../sim/facts.ts';
import { FLAG_ACTION } from '../../sim/flags.ts';
import type { Sid } from '../../zookeeper/ids.ts';

type Run = Pick<ReturnType<Session['branch']>, 'length' | 'marks' | 'entryAt'>;

export interface Who {
  readonly sid: Sid | null;
  readonly name: string;
}

/** Names of the nodes of a moment; with `run` also of those that appear in it later. */
export function whoIn(facts: StageFacts, words: Catalogue, run: Run | null = null): (node: number) => Who {
  const known = new Map<number, Who>();
  for (const { node, sid } of facts.servers) known.set(node, { sid, name: words.server(sid) });
  for (const { node, name } of facts.clients) known.set(node, { sid: null, name });
  return (node) =>
    known.get(node) ?? { sid: null, name: (run === null ? undefined : clientsOf(run).get(node)) ?? `#${node}` };
}

interface Clients {
  scanned: number;
  readonly names: Map<number, string>;
}

const clients = new WeakMap<Run, Clients>();

/** The clients of a run by node, from the actions that connect them; only what is new is looked at. */
function clientsOf(run: Run): ReadonlyMap<number, string> {
  const found = clients.get(run) ?? { scanned: 0, names: new Map<number, string>() };
  for (const { index, flags } of run.marks(found.scanned, run.length)) {
    if ((flags & FLAG_ACTION) === 0) continue;
    const { action, node } = run.entryAt(index);
    if (action?.do === 'connect') found.names.set(node, action.client);
  }
  clients.set(run, { scanned: run.length, names: found.names });
  return found.names;
}
