import { expect, it } from 'vitest';
import type { Node, World } from '../kernel/world.ts';
import { quorumVerifier } from '../zookeeper/config/ensemble.ts';
import { type Sid, ZXID_ZERO } from '../zookeeper/ids.ts';
import type { ZooKeeper } from '../zookeeper/peer/protocol.ts';
import type { QuorumPeer } from '../zookeeper/peer/quorum-peer.ts';
import { mayDecideAlone, oracleDecides } from './oracle.ts';

// oxfmt-ignore
it.each([
  // oracle    voters     it is asked   decides now   may have decided
  ['grants',   [1, 2],    true,         true,         true],
  ['grants',   [1, 2],    false,        false,        true],  // somebody follows: two answers are needed
  ['grants',   [1, 2, 3], true,         false,        false], // of more than two it has no say
  ['grants',   [1],       true,         false,        false],
  ['refuses',  [1, 2],    true,         false,        false],
  ['absent',   [1, 2],    true,         false,        false],
] as const)('9 QuorumOracleMaj: where it %s, of voters %j, asked %s: decides %s, may have %s', (oracle, voters, needOracle, now, ever) => {
  const servers = voters.map((sid) => ({ sid: sid as Sid, node: sid, learnerType: 'PARTICIPANT' as const }));
  const config = quorumVerifier({ version: ZXID_ZERO, servers, groups: null });
  // No more of a node, a peer and a world is looked at.
  const node = { config: { kind: 'server', behaviour: { oracle } } } as unknown as Node<ZooKeeper>;
  expect(oracleDecides(node, { needOracle } as unknown as QuorumPeer, config)).toBe(now);
  expect(mayDecideAlone({ nodes: [node] } as unknown as World<ZooKeeper>, config)).toBe(ever);
});
