/**
 * `S1:2181,10.0.0.2:2181`: where a client may connect (ConnectStringParser). A server answers to its name and to its address.
 *
 * Simplified: one client port for all, so what is said of ports does not count; no chroot.
 */
import { type ServerSpec, addressOf } from '../config/ensemble.ts';
import type { Sid } from '../ids.ts';

/** Servers in the order named, each once; hosts that nobody knows are left out. */
export function hostsOf(connectString: string, servers: readonly ServerSpec[]): readonly Sid[] {
  const sids = connectString.split(',').flatMap((entry) => {
    const host = entry
      .trim()
      .replace(/[:/].*$/, '')
      .toLowerCase();
    const server = servers.find(({ sid, node }) => host === `s${sid}` || host === addressOf(node));
    return server === undefined ? [] : [server.sid];
  });
  return [...new Set(sids)];
}

export function connectStringOf(hosts: readonly Sid[]): string {
  return hosts.map((sid) => `S${sid}:2181`).join(',');
}
