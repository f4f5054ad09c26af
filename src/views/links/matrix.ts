/** The links of an ensemble as rows and columns: from whom, to whom, how long it takes, what waits. */
import type { StageFacts } from '../../sim/facts.ts';
import type { PacketType } from '../../zookeeper/packets.ts';
import type { Sid } from '../../zookeeper/ids.ts';

export interface LinkCell {
  readonly from: Sid;
  readonly to: Sid;
  readonly cut: boolean;
  readonly latencyMillis: number;
  /** What stands over it: a connection for votes, one for everything else. */
  readonly election: boolean;
  readonly quorum: boolean;
  /** Packets on their way, those held included, in the order they will arrive in each connection. */
  readonly underWay: readonly PacketType[];
  /** How many of them the cut holds back. */
  readonly held: number;
}

/** By sender, then receiver, both in sid order; null from a server to itself. */
export function linkMatrix({ servers, links, messages }: StageFacts): readonly (readonly (LinkCell | null)[])[] {
  const byEnds = new Map(links.map((link) => [`${link.from} ${link.to}`, link]));
  return servers.map((from) =>
    servers.map((to): LinkCell | null => {
      const link = byEnds.get(`${from.node} ${to.node}`);
      if (link === undefined) return null;
      const under = messages.filter((message) => message.from === from.node && message.to === to.node);
      const { cut, latencyMillis, election, quorum } = link;
      return {
        from: from.sid,
        to: to.sid,
        cut,
        latencyMillis,
        election,
        quorum,
        underWay: under.map(({ type }) => type),
        held: under.filter(({ held }) => held === 'cut').length,
      };
    }),
  );
}

/** `3 NOTIFICATION, 1 PING`: each kind once, in the order of their first. */
export function countedKinds(kinds: readonly PacketType[]): readonly (readonly [PacketType, number])[] {
  const counts = new Map<PacketType, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts];
}
