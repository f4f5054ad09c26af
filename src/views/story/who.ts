/** Names for nodes, from the facts of a moment: servers by sid, clients by name. */
import type { Catalogue } from '../../locales/en.ts';
import type { StageFacts } from '../../sim/facts.ts';
import type { Sid } from '../../zookeeper/ids.ts';

export interface Who {
  readonly sid: Sid | null;
  readonly name: string;
}

export function whoIn(facts: StageFacts, words: Catalogue): (node: number) => Who {
  const known = new Map<number, Who>();
  for (const { node, sid } of facts.servers) known.set(node, { sid, name: words.server(sid) });
  for (const { node, name } of facts.clients) known.set(node, { sid: null, name });
  return (node) => known.get(node) ?? { sid: null, name: `#${node}` };
}
