/** Reads what the views ask for (`facts.ts`) off a moment. */
import type { Audit } from '../audit/ghost.ts';
import { ensure } from '../base/assert.ts';
import type { NodeId } from '../kernel/process.ts';
import type { Node, World } from '../kernel/world.ts';
import type { QuorumVerifier, ServerConfig } from '../zookeeper/config/ensemble.ts';
import { hasAllQuorums, quorumSize, verifiersOf } from '../zookeeper/election/quorum-verifier.ts';
import { type Epoch, type Sid, epochOf } from '../zookeeper/ids.ts';
import { lastZxidOnDisk } from '../zookeeper/peer/durable.ts';
import type { ZooKeeper } from '../zookeeper/peer/protocol.ts';
import type { QuorumPeer } from '../zookeeper/peer/quorum-peer.ts';
import { isEpochFixed } from '../zookeeper/quorum/leader.ts';
import type { ClientFacts, LinkFacts, ServerFacts, StageFacts, WaitFacts } from './facts.ts';
import type { Moment } from './moment.ts';
import { ballotOf, electedBy } from './select-ballot.ts';
import { logCellsOf } from './select-log.ts';
import { messagesOf } from './select-messages.ts';
import { timersOf } from './select-timers.ts';
import { tallyOf } from './tally.ts';

/** Everything that views ask of a moment: facts, neither words nor pixels. The moment is only read. */
export function select(moment: Moment): StageFacts {
  const { world } = moment;
  const config = anyServer(world);
  const inForce = newestConfig(world, config);
  return {
    now: world.now,
    tickMillis: config.timing.tickMillis,
    servers: selectServers(moment),
    clients: world.nodes.filter((node) => node.config.kind === 'client').map(clientFacts),
    messages: messagesOf(world),
    links: linksOf(world),
    voters: inForce.voters,
    quorumVerifier: inForce,
  };
}

/** The servers alone, by their numbers. */
export function selectServers({ world, audit }: Moment): readonly ServerFacts[] {
  const inForce = newestConfig(world, anyServer(world));
  return world.nodes
    .filter((node) => node.config.kind === 'server')
    .map((node) => serverFacts(world, node, { audit, inForce }))
    .toSorted((a, b) => a.sid - b.sid);
}

function anyServer(world: World<ZooKeeper>): ServerConfig {
  return ensure(
    world.nodes.map((node) => node.config).find((one) => one.kind === 'server'),
    'a server',
  );
}

/** The newest configuration that any running server has put in force. */
function newestConfig(world: World<ZooKeeper>, started: QuorumVerifier): QuorumVerifier {
  let newest = started;
  for (const { state } of world.nodes) {
    if (state?.kind === 'server' && state.quorumVerifier.version > newest.version) newest = state.quorumVerifier;
  }
  return newest;
}

/** That of one of two files that differ: of one version, and with other voters. */
function differingVerifier({ quorumVerifier: own }: QuorumPeer, inForce: QuorumVerifier): QuorumVerifier | null {
  if (own.version !== inForce.version || own.voters === inForce.voters) return null;
  return own.voters.join() === inForce.voters.join() ? null : own;
}

function serverFacts(
  world: World<ZooKeeper>,
  node: Node<ZooKeeper>,
  { audit, inForce }: { readonly audit: Audit | null; readonly inForce: QuorumVerifier },
): ServerFacts {
  const { config, durable } = node;
  if (config.kind !== 'server') throw new Error(`node ${node.id} is not a server`);
  const peer = node.state?.kind === 'server' ? node.state : null;
  const onDisk = lastZxidOnDisk(durable);
  const loggedEpoch = epochOf(onDisk);
  const lastZxid = peer?.database.lastProcessedZxid ?? onDisk;
  const spec = ensure(
    config.servers.find((server) => server.sid === config.sid),
    'own server',
  );
  const { cells, folded } = logCellsOf(peer, durable, audit);
  const ownVerifier = peer === null ? null : differingVerifier(peer, inForce);
  return {
    sid: config.sid,
    node: node.id,
    learnerType: spec.learnerType,
    ...(ownVerifier !== null && { ownVerifier }),
    status: node.status,
    exitCode: node.exitCode,
    started: node.incarnation > 0,
    state: peer?.state ?? null,
    zabState: peer?.zabState ?? null,
    syncMode: peer?.syncMode ?? null,
    serving: peer?.clients.serving ?? false,
    leader: peer === null || peer.state === 'LOOKING' ? null : peer.currentVote.leader,
    master: peer?.learner?.leader ?? null,
    epoch: peer === null ? null : epochBelieved(peer),
    logicalClock: peer?.election.logicalClock ?? null,
    acceptedEpoch: durable.acceptedEpoch ?? loggedEpoch,
    currentEpoch: durable.currentEpoch ?? loggedEpoch,
    lastZxid,
    lastZxidOnDisk: lastZxid === onDisk,
    vote: peer === null ? null : peer.state === 'LOOKING' ? peer.election.proposal : peer.currentVote,
    ballot: peer === null ? null : ballotOf(world, node.id, peer, config),
    electedBy: peer === null ? [] : electedBy(peer),
    waits: peer === null ? [] : waitsOf(node, peer),
    log: cells,
    logFolded: folded,
    timers: peer === null ? [] : timersOf(world, node, peer, config),
    diskMillis: node.diskMillis,
    ...(config.standalone && peer !== null && ALONE),
  };
}

/** Of what members of an ensemble have, a server that is none has nothing (`peer/standalone.ts`). */
const ALONE = { state: 'STANDALONE', zabState: null, leader: null, epoch: null, vote: null } as const;

function epochBelieved(peer: QuorumPeer): Epoch | null {
  if (peer.leader !== null) return isEpochFixed(peer.leader) ? peer.leader.epoch : null;
  if (peer.learner === null || peer.learner.phase === 'connecting' || peer.learner.phase === 'registering') return null;
  return peer.learner.newEpoch;
}

function waitsOf(node: Node<ZooKeeper>, peer: QuorumPeer): readonly WaitFacts[] {
  const { leader, quorumVerifier } = peer;
  if (leader === null) return [];
  const needed = quorumSize(quorumVerifier);
  const due = node.timers.find((timer) => timer.name === 'quorumWait')?.at ?? null;
  const wait = { zxid: null, needed, due };
  const discovered = (acks: readonly Sid[]) => counted([quorumVerifier], acks);
  switch (leader.phase) {
    case 'loading':
      return [];
    case 'awaitingEpoch':
    case 'writingAcceptedEpoch':
      return [{ ...wait, for: 'epochProposal', ...discovered(leader.connectingFollowers) }];
    case 'awaitingEpochAck':
    case 'writingCurrentEpoch':
      return [{ ...wait, for: 'epochAck', ...discovered(leader.electingFollowers) }];
    case 'awaitingNewLeaderAck':
      return [
        {
          ...wait,
          for: 'newLeaderAck',
          zxid: leader.lastProposed,
          ...counted(verifiersOf(peer), leader.newLeaderAcks),
        },
      ];
    default:
      return leader.outstandingProposals.map(({ txn, verifiers, acks }) => ({
        for: 'proposal',
        zxid: txn.zxid,
        ...counted(verifiers, acks),
        needed,
        due: null,
      }));
  }
}

function counted(
  verifiers: readonly QuorumVerifier[],
  acks: readonly Sid[],
): Pick<WaitFacts, 'acks' | 'quorum' | 'tallies'> {
  return {
    acks,
    quorum: hasAllQuorums(verifiers, acks),
    tallies: verifiers.map((verifier) => tallyOf(verifier, acks)),
  };
}

function linksOf(world: World<ZooKeeper>): readonly LinkFacts[] {
  const isServer = (id: NodeId): boolean => world.nodes[id]?.config.kind === 'server';
  const count = world.nodes.length;
  const [election, quorum] = [new Set<number>(), new Set<number>()];
  for (const connection of world.connections) {
    if (connection === null || connection.port === 'client') continue;
    const { from, to } = connection.forth;
    (connection.port === 'election' ? election : quorum).add(from * count + to).add(to * count + from);
  }
  return world.links.flatMap((row, from) =>
    row.flatMap((link, to): LinkFacts[] => {
      if (from === to || !isServer(from) || !isServer(to)) return [];
      const { cut, latencyMillis } = link;
      const pair = from * count + to;
      return [{ from, to, cut, latencyMillis, election: election.has(pair), quorum: quorum.has(pair) }];
    }),
  );
}

function clientFacts(node: Node<ZooKeeper>): ClientFacts {
  const client = node.state?.kind === 'client' ? node.state : null;
  const phase = client?.phase ?? 'idle';
  return {
    name: node.config.kind === 'client' ? node.config.name : '',
    node: node.id,
    server: client?.server ?? null,
    state: phase === 'connected' ? 'connected' : phase === 'idle' || phase === 'closed' ? 'closed' : 'connecting',
    sessionId: client?.sessionId ?? null,
    unanswered: client === null ? 0 : client.calls.length + client.waiting.length,
  };
}
