/**
 * Configurations that a server hears of and puts in force (QuorumPeer.setLastSeenQuorumVerifier, processReconfig).
 * A proposed one is seen, and from then on asked beside the committed one; a committed one is activated.
 *
 * Left out: whoever joins is among the servers a scenario has from its start, and its address stays what it was; reconfig
 * is incremental, without the form that lists all members; groups stay as they are; a server that learns of a newer
 * configuration while it looks for a leader keeps its election connections.
 */
import type { QuorumVerifier } from '../config/ensemble.ts';
import { isObserver } from '../config/ensemble.ts';
import { isVoter } from './quorum-verifier.ts';
import type { Epoch, Round, Sid, Zxid } from '../ids.ts';
import type { Turn } from '../peer/turn.ts';

/** Keeps a configuration newer than what was seen so far (`.dynamic.next`); the disk has it before what is written later. */
export function seeConfig(turn: Turn, config: QuorumVerifier): void {
  const { peer } = turn;
  if (config.version <= peer.lastSeenQuorumVerifier.version) return;
  peer.lastSeenQuorumVerifier = config;
  turn.flush({ kind: 'config', file: 'next', config, purpose: 'config' });
  if (turn.noting) turn.note({ kind: 'configSeen', version: config.version, voters: config.voters });
}

/**
 * Puts a committed configuration in force. True when this server's role or leader changes by it: its present role is
 * over. With a `designated` leader there is no election: everybody goes straight to it.
 */
export function activateConfig(
  turn: Turn,
  config: QuorumVerifier,
  designated: { readonly leader: Sid; readonly zxid: Zxid } | null,
): boolean {
  const { peer } = turn;
  const before = peer.quorumVerifier;
  if (config.version <= before.version) return false;
  const wasObserver = isObserver(peer);
  seeConfig(turn, config);
  peer.quorumVerifier = config;
  turn.flush({ kind: 'config', file: 'current', config, purpose: 'config' });
  if (turn.watching) turn.note({ kind: 'configActivated', version: config.version, voters: config.voters });
  const roleChanges = isObserver(peer) !== wasObserver;
  const { leader } = peer.currentVote;
  if (designated === null) return roleChanges || (isVoter(before, leader) && !isVoter(config, leader));
  if (designated.leader === leader) return roleChanges;
  peer.currentVote = {
    leader: designated.leader,
    zxid: designated.zxid,
    electionEpoch: -1 as Round,
    peerEpoch: -1 as Epoch,
  };
  peer.reconfigFlag = true;
  return true;
}

/** What a transaction that is a reconfig proposes is seen by everybody who receives it. */
export function configIn(txn: {
  readonly body: { readonly type: string; readonly config?: QuorumVerifier };
}): QuorumVerifier | null {
  return txn.body.type === 'reconfig' ? (txn.body.config ?? null) : null;
}
