/** Servers whose logs look the same stand in one row, where there is no room for a row each. */
import type { LogCell, ServerFacts } from '../../sim/facts.ts';
import type { Sid } from '../../zookeeper/ids.ts';

/** In the order of their first servers. */
export function sameLogs(servers: readonly ServerFacts[]): readonly (readonly ServerFacts[])[] {
  const groups = new Map<string, ServerFacts[]>();
  for (const server of servers) {
    const key = JSON.stringify([server.status === 'down', server.logFolded, server.log.map(lookOf)]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [server]);
    else group.push(server);
  }
  return [...groups.values()];
}

function lookOf({ zxid, state, committed, onDisk }: LogCell): readonly unknown[] {
  return [zxid, state, committed, onDisk];
}

/** `S1–S3 S5`: who follows on one another stands as a span. */
export function spansOf(sids: readonly Sid[], name: (sid: Sid) => string): string {
  const spans: { readonly from: Sid; to: Sid }[] = [];
  for (const sid of sids) {
    const last = spans.at(-1);
    if (last !== undefined && sid === last.to + 1) last.to = sid;
    else spans.push({ from: sid, to: sid });
  }
  return spans
    .map(({ from, to }) =>
      from === to ? name(from) : to === from + 1 ? `${name(from)} ${name(to)}` : `${name(from)}–${name(to)}`,
    )
    .join(' ');
}
