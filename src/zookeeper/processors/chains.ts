/**
 * The request processors of each role, in order, under ZooKeeper's names (setupRequestProcessors; protocol reference §16).
 * A processor hands on what it is done with; one that has another beside its successor names that chain too.
 */

export type ProcessorName =
  | 'RequestThrottler'
  | 'LeaderRequestProcessor'
  | 'FollowerRequestProcessor'
  | 'ObserverRequestProcessor'
  | 'ReadOnlyRequestProcessor'
  | 'PrepRequestProcessor'
  | 'ProposalRequestProcessor'
  | 'SyncRequestProcessor'
  | 'AckRequestProcessor'
  | 'SendAckRequestProcessor'
  | 'CommitProcessor'
  | 'ToBeAppliedRequestProcessor'
  | 'FinalRequestProcessor';

export type ChainRole = 'leader' | 'follower' | 'observer' | 'readOnly' | 'standalone';

export interface Chains {
  /** What a client's request goes through. */
  readonly requests: readonly ProcessorName[];
  /** What a transaction goes through on its way to the disk; empty where that is part of `requests`, or nothing is logged. */
  readonly log: readonly ProcessorName[];
}

/** `throttled`: 3.6 and later put a RequestThrottler in front, which by default lets everything pass. */
export function chainsOf(role: ChainRole, throttled = true): Chains {
  const { requests, log } = CHAINS[role];
  return { requests: throttled ? ['RequestThrottler', ...requests] : requests, log };
}

const CHAINS: Readonly<Record<ChainRole, Chains>> = {
  leader: {
    requests: [
      'LeaderRequestProcessor',
      'PrepRequestProcessor',
      'ProposalRequestProcessor',
      'CommitProcessor',
      'ToBeAppliedRequestProcessor',
      'FinalRequestProcessor',
    ],
    log: ['SyncRequestProcessor', 'AckRequestProcessor'],
  },
  follower: {
    requests: ['FollowerRequestProcessor', 'CommitProcessor', 'FinalRequestProcessor'],
    log: ['SyncRequestProcessor', 'SendAckRequestProcessor'],
  },
  observer: {
    requests: ['ObserverRequestProcessor', 'CommitProcessor', 'FinalRequestProcessor'],
    log: ['SyncRequestProcessor'],
  },
  readOnly: { requests: ['ReadOnlyRequestProcessor', 'PrepRequestProcessor', 'FinalRequestProcessor'], log: [] },
  standalone: { requests: ['PrepRequestProcessor', 'SyncRequestProcessor', 'FinalRequestProcessor'], log: [] },
};
