/** Why a server does not get on: what it waits for, of whom, and until when. */
import { assertUnreachable } from '../../base/assert.ts';
import { type World, connectionOf, linkOf } from '../../kernel/world.ts';
import type { QuorumVerifier } from '../../zookeeper/config/ensemble.ts';
import { hasAllQuorums, verifiersOf } from '../../zookeeper/election/quorum-verifier.ts';
import { type Round, type Sid, type Zxid, zxidLabel } from '../../zookeeper/ids.ts';
import type { ServerState } from '../../zookeeper/packets.ts';
import type { TimerName, ZooKeeper } from '../../zookeeper/peer/protocol.ts';
import type { QuorumPeer } from '../../zookeeper/peer/quorum-peer.ts';
import { type Leader, type LeaderPhase, takesRequests } from '../../zookeeper/quorum/leader.ts';
import type { BlockingWrite, LearnerPhase } from '../../zookeeper/quorum/learner.ts';
import { type Server, serversOf } from './sound.ts';

/** Somebody whose word a quorum lacks, and what is in the way; 'silent' is nothing that can be seen from here. */
export interface Missing {
  readonly sid: Sid;
  readonly because: 'down' | 'frozen' | 'cut' | 'silent';
}

/** A timer that will change something; `millis` from now. */
export interface Running {
  readonly timer: TimerName | 'read';
  readonly millis: number;
}

export type Why =
  | { readonly kind: 'down'; readonly sid: Sid; readonly exitCode: number | null }
  | { readonly kind: 'frozen'; readonly sid: Sid }
  /** Votes for `leader` of `has` are no quorum. */
  | {
      readonly kind: 'looking';
      readonly sid: Sid;
      readonly leader: Sid;
      readonly round: Round;
      readonly has: readonly Sid[];
      readonly misses: readonly Missing[];
      readonly running: Running | null;
    }
  /** It leads, and a quorum for this phase is not complete. */
  | {
      readonly kind: 'leading';
      readonly sid: Sid;
      readonly phase: LeaderPhase;
      readonly has: readonly Sid[];
      readonly misses: readonly Missing[];
      readonly running: Running | null;
    }
  /** Its oldest proposal lacks acks. */
  | {
      readonly kind: 'committing';
      readonly sid: Sid;
      readonly zxid: Zxid;
      readonly has: readonly Sid[];
      readonly misses: readonly Missing[];
      readonly running: Running | null;
    }
  | {
      readonly kind: 'learning';
      readonly sid: Sid;
      readonly state: ServerState;
      readonly leader: Sid;
      readonly phase: LearnerPhase;
      readonly blockedOn: BlockingWrite | null;
      readonly running: Running | null;
    }
  | { readonly kind: 'serving'; readonly sid: Sid };

/** Of every server of the world, in their order. */
export function whyOf(world: World<ZooKeeper>): readonly Why[] {
  const servers = serversOf(world);
  return servers.map((server) => whyOne(world, server, servers));
}

function whyOne(world: World<ZooKeeper>, server: Server, servers: readonly Server[]): Why {
  const { sid, node, peer } = server;
  if (node.status === 'frozen') return { kind: 'frozen', sid };
  if (node.status === 'down' || peer === null) return { kind: 'down', sid, exitCode: node.exitCode };
  const missing = (has: readonly Sid[]): readonly Missing[] => missingOf(world, server, servers, has);
  const { leader, learner, election, clients } = peer;
  if (leader !== null && !takesRequests(leader)) {
    const has = gathered(leader);
    const misses = has === null ? [] : missing(has);
    return {
      kind: 'leading',
      sid,
      phase: leader.phase,
      has: has ?? [],
      misses,
      running: timer(world, server, 'quorumWait'),
    };
  }
  const [oldest] = leader?.outstandingProposals ?? [];
  if (oldest !== undefined) {
    const { txn, acks } = oldest;
    const running = timer(world, server, 'halfTick');
    return { kind: 'committing', sid, zxid: txn.zxid, has: acks, misses: missing(acks), running };
  }
  if (learner !== null && learner.phase !== 'serving') {
    const { leader: of, phase, blockedOn, on } = learner;
    const running = timer(world, server, 'leaderConnect') ?? (on === null ? null : readTimeout(world, server, on));
    return { kind: 'learning', sid, state: peer.state, leader: of, phase, blockedOn, running };
  }
  if (clients.serving) return { kind: 'serving', sid };
  const { proposal, logicalClock: round, recvset } = election;
  const agreeing = Object.entries(recvset).filter(([, { vote }]) => vote.leader === proposal.leader);
  const has = agreeing.map(([other]) => Number(other) as Sid);
  const running = timer(world, server, 'election') ?? timer(world, server, 'observerDelay');
  return { kind: 'looking', sid, leader: proposal.leader, round, has, misses: missing(has), running };
}

/** Null where no quorum is waited for. */
function gathered(leader: Leader): readonly Sid[] | null {
  switch (leader.phase) {
    case 'awaitingEpoch':
      return leader.connectingFollowers;
    case 'awaitingEpochAck':
      return leader.electingFollowers;
    case 'awaitingNewLeaderAck':
      return leader.newLeaderAcks;
    default:
      return null;
  }
}

/** Voters beyond `has`, unless it is a quorum without them. */
function missingOf(
  world: World<ZooKeeper>,
  { node: { id }, peer, sid }: Server,
  servers: readonly Server[],
  has: readonly Sid[],
): readonly Missing[] {
  const verifiers: readonly QuorumVerifier[] = peer === null ? [] : verifiersOf(peer);
  if (hasAllQuorums(verifiers, has)) return [];
  return servers.flatMap((other) => {
    const isVoter = verifiers.some(({ voters }) => voters.includes(other.sid));
    if (!isVoter || has.includes(other.sid)) return [];
    return [{ sid: other.sid, because: other.sid === sid ? 'silent' : obstacle(world, id, other) }];
  });
}

function obstacle(world: World<ZooKeeper>, here: number, { node }: Server): Missing['because'] {
  if (node.status !== 'up') return node.status;
  return linkOf(world, here, node.id).cut || linkOf(world, node.id, here).cut ? 'cut' : 'silent';
}

function timer(world: World<ZooKeeper>, { node }: Server, name: TimerName): Running | null {
  const found = node.timers.find((other) => other.name === name);
  return found === undefined ? null : { timer: name, millis: Math.max(0, found.at - world.now) };
}

function readTimeout(world: World<ZooKeeper>, { node }: Server, on: number): Running | null {
  const connection = connectionOf(world, on);
  if (connection === null) return null;
  const { readDue } = connection.forth.to === node.id ? connection.forth : connection.back;
  return readDue === null ? null : { timer: 'read', millis: Math.max(0, readDue.at - world.now) };
}

/** As plain words, for where no language is. */
export function whyText(why: Why): string {
  const name = `S${why.sid}`;
  switch (why.kind) {
    case 'down':
      return `${name} down${why.exitCode === null ? '' : `, exit ${why.exitCode}`}`;
    case 'frozen':
    case 'serving':
      return `${name} ${why.kind}`;
    case 'looking':
      return `${name} LOOKING, votes S${why.leader} in round ${why.round}${quorumText(why)}`;
    case 'leading':
      return `${name} LEADING, ${why.phase}${quorumText(why)}`;
    case 'committing':
      return `${name} LEADING, commits ${zxidLabel(why.zxid)}${quorumText(why)}`;
    case 'learning': {
      const blocked = why.blockedOn === null ? '' : `, writes ${why.blockedOn}`;
      return `${name} ${why.state} S${why.leader}, ${why.phase}${blocked}${runningText(why.running)}`;
    }
    default:
      return assertUnreachable(why);
  }
}

function quorumText(why: Why & { readonly kind: 'looking' | 'leading' | 'committing' }): string {
  const has = why.has.length === 0 ? '' : `, has ${why.has.map((sid) => `S${sid}`).join(' ')}`;
  const misses = why.misses.map(({ sid, because }) => `S${sid} (${because})`).join(' ');
  return `${has}${misses === '' ? '' : `, misses ${misses}`}${runningText(why.running)}`;
}

function runningText(running: Running | null): string {
  return running === null ? '' : `, ${running.timer} in ${running.millis} ms`;
}

/** Whether this server is one that leads or follows in service. */
export function isServing({ clients, leaving }: QuorumPeer): boolean {
  return clients.serving && !leaving;
}
