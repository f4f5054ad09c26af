/**
 * Configurations that a server hears of and puts in force (QuorumPeer.setLastSeenQuorumVerifier, processReconfig).
 * A proposed one is seen, and from then on asked beside the committed one; a committed one is activated.
 */
import type { QuorumVerifier } from '../config/ensemble.ts';
import { isObserver } from '../config/ensemble.ts';
import type { Epoch, Round, Sid, Zxid } from '../ids.ts';
import type { Turn } from '../peer/turn.ts';
import { initConfigInDatabase } from '../database/config-node.ts';
import { connectOne, restartCnxManager } from '../election/cnx-manager.ts';
import { isVoter } from '../election/quorum-verifier.ts';
import { hasSameMembers } from '../election/same-members.ts';

/**
 * Keeps a configuration as the newest seen (`.dynamic.next`); the disk has it before what is written later. An older one
 * counts too: what a leader brings along takes the place of what was proposed and is forgotten.
 */
export function seeConfig(turn: Turn, config: QuorumVerifier): void {
  const { peer } = turn;
  if (!turn.config.reconfigEnabled || config.version === peer.lastSeenQuorumVerifier.version) return;
  peer.lastSeenQuorumVerifier = config;
  if (turn.noting) turn.note({ kind: 'configSeen', version: config.version, voters: config.voters });
  // QuorumPeer.connectNewPeers: whoever may join is to be reached before it votes.
  const { servers } = peer.quorumVerifier;
  for (const { sid } of config.servers) {
    if (sid !== peer.sid && servers.every((server) => server.sid !== sid)) connectOne(turn, sid);
  }
  turn.flush({ kind: 'config', file: 'next', config, purpose: 'config' });
}

/** Who leads from a committed reconfig on, and its zxid. */
export interface Designated {
  readonly leader: Sid;
  readonly zxid: Zxid;
}

/**
 * Puts a committed configuration in force. True when this server's role or leader changes by it: its present role is
 * over. With a `designated` leader there is no election: everybody goes straight to it.
 */
export function activateConfig(turn: Turn, config: QuorumVerifier, designated: Designated | null): boolean {
  const change = putInForce(turn, config, {});
  if (change === null) return false;
  // Its connections and rounds begin anew, looking or not.
  restartCnxManager(turn);
  turn.election().logicalClock = 0 as Round;
  turn.election().receiverDead = false;
  return isRoleOver(turn, change, designated);
}

/** The same for what a server that looks for a leader hears from others; whether the members are others than before. */
export function activateGossip(turn: Turn, config: QuorumVerifier): boolean {
  const change = putInForce(turn, config, { gossip: true });
  if (change === null) return false;
  isRoleOver(turn, change, null);
  return true;
}

interface Change {
  readonly before: QuorumVerifier;
  readonly wasObserver: boolean;
}

/** QuorumPeer.setQuorumVerifier. Null where nothing but the version is new, or not even that. */
function putInForce(turn: Turn, config: QuorumVerifier, how: { readonly gossip?: true }): Change | null {
  const { peer } = turn;
  const { quorumVerifier: before, lastSeenQuorumVerifier: lastSeen } = peer;
  if (!turn.config.reconfigEnabled) return null;
  if (config.version <= before.version) {
    initConfigInDatabase(turn);
    return null;
  }
  const wasObserver = isObserver(peer);
  peer.quorumVerifier = config;
  // QuorumPeer.updateObserverMasterList: others, in another order, from the first.
  peer.nextObserverMaster = 0;
  initConfigInDatabase(turn);
  if (config.version > lastSeen.version) peer.lastSeenQuorumVerifier = config;
  turn.flush({ kind: 'config', file: 'current', config, purpose: 'config' });
  const restarts = !hasSameMembers(before, config);
  if (turn.watching)
    turn.note({ kind: 'configActivated', version: config.version, voters: config.voters, restarts, ...how });
  return restarts ? { before, wasObserver } : null;
}

function isRoleOver(turn: Turn, { before, wasObserver }: Change, designated: Designated | null): boolean {
  const { peer } = turn;
  const roleChanges = isObserver(peer) !== wasObserver;
  const { leader } = peer.currentVote;
  if (designated === null) {
    peer.reconfigFlag = false;
    return roleChanges || !isVoter(before, leader) || !isVoter(peer.quorumVerifier, leader);
  }
  const leaderChanges = designated.leader !== leader;
  if (roleChanges || leaderChanges) peer.reconfigFlag = true;
  if (leaderChanges) {
    const none = -1;
    peer.currentVote = {
      leader: designated.leader,
      zxid: designated.zxid,
      electionEpoch: none as Round,
      peerEpoch: none as Epoch,
    };
  }
  return roleChanges || leaderChanges;
}
