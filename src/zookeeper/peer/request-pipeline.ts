/**
 * What waits in a server's request processors, by ZooKeeper's names of the queues. A handler takes a request through as many
 * processors as it can at once, so things are found only where they wait for something: a disk, a quorum, a leader, or a
 * write of the same session before them. Queues between processors that wait for nothing are always empty and are left out.
 */
import { type Operation, isWrite } from '../client/operations.ts';
import type { TxnBody } from '../database/txn.ts';
import type { SessionId, Sid, Zxid } from '../ids.ts';
import { type ChainRole, type ProcessorName, chainsOf } from '../processors/chains.ts';
import type { ThrottledRequest } from '../processors/client-service.ts';
import type { QuorumPeer } from './quorum-peer.ts';

export interface QueuedRequest {
  readonly sessionId: SessionId | null;
  readonly cxid: number;
  /** Null before it has become a transaction. */
  readonly zxid: Zxid | null;
  readonly type: Operation['op'] | TxnBody['type'];
}

export interface RequestQueue {
  /** ZooKeeper's field. */
  readonly name:
    | 'submittedRequests'
    | 'queuedRequests'
    | 'pendingRequests'
    | 'toFlush'
    | 'outstandingProposals'
    | 'pendingTxns'
    | 'pendingSyncs';
  readonly requests: readonly QueuedRequest[];
}

export interface Stage {
  readonly processor: ProcessorName;
  readonly queues: readonly RequestQueue[];
}

export interface RequestPipeline {
  readonly role: ChainRole;
  readonly requests: readonly Stage[];
  readonly log: readonly Stage[];
  /** Who has acknowledged each outstanding proposal; on the leader alone. */
  readonly acks: readonly { readonly zxid: Zxid; readonly sids: readonly Sid[] }[];
}

/** Null for a server that does not serve: it has no processors then. */
export function requestPipeline(peer: QuorumPeer): RequestPipeline | null {
  if (!peer.clients.serving) return null;
  const isAlone = peer.leader?.phase === 'standalone';
  const role = isAlone
    ? 'standalone'
    : peer.leader !== null
      ? 'leader'
      : peer.state === 'OBSERVING'
        ? 'observer'
        : 'follower';
  const chains = chainsOf(role);
  const stage = (processor: ProcessorName): Stage => ({ processor, queues: queuesOf(peer, processor) });
  return {
    role,
    requests: chains.requests.map(stage),
    log: chains.log.map(stage),
    acks: (isAlone ? [] : (peer.leader?.outstandingProposals ?? [])).map(({ txn, acks }) => ({
      zxid: txn.zxid,
      sids: acks,
    })),
  };
}

function queuesOf(peer: QuorumPeer, processor: ProcessorName): readonly RequestQueue[] {
  const { log, leader, learner, clients } = peer;
  const isFlushing = log.flushing.length > 0;
  switch (processor) {
    case 'RequestThrottler':
      return clients.throttled === undefined
        ? []
        : [{ name: 'submittedRequests', requests: clients.throttled.map(ofThrottled) }];
    case 'SyncRequestProcessor':
      return [
        { name: 'queuedRequests', requests: [...(isFlushing ? log.queue.map(ofTxn) : []), ...waitingReads(peer)] },
        // Without a flush under way, what is there waits for more (flushDelay).
        { name: 'toFlush', requests: (isFlushing ? log.flushing : log.queue).map(ofTxn) },
      ];
    case 'ProposalRequestProcessor':
      return [
        { name: 'outstandingProposals', requests: (leader?.outstandingProposals ?? []).map(({ txn }) => ofTxn(txn)) },
      ];
    case 'FollowerRequestProcessor':
    case 'ObserverRequestProcessor':
      return [
        { name: 'pendingTxns', requests: (learner?.pendingTxns ?? []).map(ofTxn) },
        { name: 'pendingSyncs', requests: waiting(clients, ({ op }) => op === 'sync') },
      ];
    case 'CommitProcessor':
      return [
        // Writes of this server's clients, and behind them whatever the same session asks for.
        { name: 'pendingRequests', requests: waiting(clients, isWrite) },
        { name: 'queuedRequests', requests: waiting(clients, (operation) => !isWrite(operation)) },
      ];
    default:
      return [];
  }
}

function ofThrottled({ sessionId, cxid, operation }: ThrottledRequest): QueuedRequest {
  return { sessionId, cxid, zxid: null, type: operation.op };
}

/** Reads of a standalone server, which wait for what was written before them. */
function waitingReads({ leader, clients }: QuorumPeer): readonly QueuedRequest[] {
  return leader?.phase === 'standalone' ? waiting(clients, (operation) => !isWrite(operation)) : [];
}

function ofTxn(txn: { sessionId: SessionId; cxid: number; zxid: Zxid; body: TxnBody }): QueuedRequest {
  return { sessionId: txn.sessionId, cxid: txn.cxid, zxid: txn.zxid, type: txn.body.type };
}

function waiting(
  { connections }: QuorumPeer['clients'],
  isWanted: (operation: Operation) => boolean,
): readonly QueuedRequest[] {
  return connections.flatMap(({ sessionId, calls }) =>
    calls
      .filter(({ operation }) => isWanted(operation))
      .map(({ cxid, operation }): QueuedRequest => ({ sessionId, cxid, zxid: null, type: operation.op })),
  );
}
