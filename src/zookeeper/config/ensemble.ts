/** What servers are configured with: who is in the ensemble, and the clocks and limits of `zoo.cfg`. */
import type { NodeId } from '../../kernel/process.ts';
import { type Sid, ZXID_ZERO, type Zxid } from '../ids.ts';
import type { LearnerType } from '../packets.ts';
import type { Behaviour } from './behaviour.ts';
import { DEFAULT_SERVICE, type Service } from './service.ts';

export interface ServerSpec {
  readonly sid: Sid;
  /** Where the kernel runs it: the address. */
  readonly node: NodeId;
  readonly learnerType: LearnerType;
}

/** A `group.N` line with the weights of its members, side by side. */
export interface QuorumGroup {
  readonly sids: readonly Sid[];
  /** At the same positions; whole numbers from 0. */
  readonly weights: readonly number[];
}

/** One configuration of the ensemble (QuorumVerifier): who is in it, and how answers are counted. */
export interface QuorumVerifier {
  /** The zxid of the transaction that made it; ZXID_ZERO for what the servers were started with. */
  readonly version: Zxid;
  readonly servers: readonly ServerSpec[];
  /** The participants among them, in sid order. */
  readonly voters: readonly Sid[];
  /** Null counts heads (QuorumMaj); groups count weights (QuorumHierarchical). None of them weighs nothing in all. */
  readonly groups: readonly QuorumGroup[] | null;
}

/** `zoo.cfg`, as far as the protocol cares. Limits are in ticks. */
export interface Timing {
  readonly tickMillis: number;
  readonly initLimitTicks: number;
  readonly syncLimitTicks: number;
  /** How long a learner may take to connect; 0 stands for initLimit. */
  readonly connectToLearnerMasterLimitTicks: number;
  readonly finalizeWaitMillis: number;
  /** Election connect timeout (zookeeper.cnxTimeout). */
  readonly cnxTimeoutMillis: number;
  /** Pause between attempts to reach the leader (leaderConnectDelayDuringRetryMs). */
  readonly leaderConnectDelayMillis: number;
  /** How long the main thread takes from the last write of NEWLEADER to its ACK: no setting, but what a busy machine does. */
  readonly newLeaderAckDelayMillis: number;
  /** How long a LearnerHandler takes for each of its two steps when it sends a snapshot, once proposals are forwarded: no setting, but what a large tree and a busy machine do. */
  readonly snapStepMillis: number;
  /** An observer that lost its leader looks for one after a random part of this (zookeeper.observer.election.DelayMs). */
  readonly observerElectionDelayMillis: number;
  /** Bounds of what a client may ask for; -1 stands for 2 and 20 ticks. */
  readonly minSessionTimeoutMillis: number;
  readonly maxSessionTimeoutMillis: number;
  readonly snapCount: number;
  readonly commitLogCount: number;
  readonly snapshotSizeFactor: number;
  readonly preAllocSizeKb: number;
}

export const DEFAULT_TIMING: Timing = {
  tickMillis: 2000,
  initLimitTicks: 10,
  syncLimitTicks: 5,
  connectToLearnerMasterLimitTicks: 0,
  finalizeWaitMillis: 200,
  cnxTimeoutMillis: 5000,
  leaderConnectDelayMillis: 100,
  newLeaderAckDelayMillis: 0,
  snapStepMillis: 0,
  observerElectionDelayMillis: 200,
  minSessionTimeoutMillis: -1,
  maxSessionTimeoutMillis: -1,
  snapCount: 100_000,
  commitLogCount: 500,
  snapshotSizeFactor: 0.33,
  preAllocSizeKb: 65_536,
};

/** How long a learner may take to connect and to be brought up to date, and a leader to gather a quorum for it. */
export function initLimitMillis({ tickMillis, initLimitTicks }: Timing): number {
  return tickMillis * initLimitTicks;
}

/** How long a learner may try to reach its leader, in all its attempts. */
export function connectLimitMillis({
  tickMillis,
  connectToLearnerMasterLimitTicks: own,
  initLimitTicks,
}: Timing): number {
  return tickMillis * (own > 0 ? own : initLimitTicks);
}

/** How long a learner or its leader may be silent once they are in step. */
export function syncLimitMillis({ tickMillis, syncLimitTicks }: Timing): number {
  return tickMillis * syncLimitTicks;
}

/** What one server is started with. */
export interface ServerConfig extends QuorumVerifier {
  readonly kind: 'server';
  /** It is no ensemble: it elects nobody and has no epochs (ZooKeeperServerMain). */
  readonly standalone: boolean;
  /** Clients may change the ensemble, and configurations that servers hear of are acted upon. */
  readonly reconfigEnabled: boolean;
  readonly sid: Sid;
  /** Every server there is, in this configuration or not: what a name service would know. */
  readonly hosts: readonly ServerSpec[];
  readonly timing: Timing;
  readonly behaviour: Behaviour;
  readonly service: Service;
}

export function serverConfig({
  sid,
  servers,
  hosts = servers,
  groups = null,
  reconfigEnabled = false,
  timing,
  behaviour,
  service = DEFAULT_SERVICE,
  standalone = false,
}: Pick<ServerConfig, 'sid' | 'servers' | 'timing' | 'behaviour'> & {
  readonly hosts?: readonly ServerSpec[];
  readonly groups?: readonly QuorumGroup[] | null;
  readonly reconfigEnabled?: boolean;
  readonly service?: Service;
  readonly standalone?: boolean;
}): ServerConfig {
  return {
    kind: 'server',
    standalone,
    sid,
    hosts,
    reconfigEnabled,
    timing,
    behaviour,
    // Only members of a quorum have sessions of their own.
    service: standalone ? { ...service, localSessionsEnabled: false } : service,
    ...quorumVerifier({ version: ZXID_ZERO, servers, groups }),
  };
}

/** A configuration of its lists: who votes follows from the servers, and groups of no weight drop out. */
export function quorumVerifier({
  version,
  servers,
  groups,
}: Pick<QuorumVerifier, 'version' | 'servers' | 'groups'>): QuorumVerifier {
  const participants = servers.filter((server) => server.learnerType === 'PARTICIPANT');
  return {
    version,
    servers,
    voters: participants.map((server) => server.sid).toSorted((a, b) => a - b),
    groups: groups === null ? null : groups.filter((group) => group.weights.some((weight) => weight > 0)),
  };
}

/** What one client is started with. */
export interface ClientConfig {
  readonly kind: 'client';
  readonly name: string;
  readonly servers: readonly ServerSpec[];
}

export type NodeConfig = ServerConfig | ClientConfig;

/** By the configuration in force; who is not in it follows without a vote. */
export function isObserver(peer: { readonly sid: Sid; readonly quorumVerifier: QuorumVerifier }): boolean {
  return peer.quorumVerifier.servers.some(({ sid, learnerType }) => sid === peer.sid && learnerType === 'OBSERVER');
}

/** The address of what runs on `node`: what the ip scheme knows a client by. */
export function addressOf(node: NodeId): string {
  return `10.0.${Math.floor(node / 250)}.${(node % 250) + 1}`;
}

/** Whether followers take observers in here, and observers turn to them (observerMasterPort). */
export function hasObserverMasters({ service, behaviour }: Pick<ServerConfig, 'service' | 'behaviour'>): boolean {
  return service.observerMasterPort > 0 && behaviour.observerMasters;
}

export function serverSpec(config: { readonly servers: readonly ServerSpec[] }, sid: Sid): ServerSpec | null {
  return config.servers.find((server) => server.sid === sid) ?? null;
}
