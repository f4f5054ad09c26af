/**
 * Defects of ZooKeeper itself that no release has mended, recognized by what brings them about: what a run shows
 * after one of them is honest, and no finding about this engine.
 */
import type { Entry } from '../sim/entry.ts';
import type { Moment } from '../sim/moment.ts';
import { isObserver } from '../zookeeper/config/ensemble.ts';
import { isCommitted } from '../audit/committed.ts';
import { newestConfig, nodeOf } from '../audit/servers.ts';
import { historyBefore, isInHistory, proposedAs } from '../audit/proposals.ts';
import { isQuorum } from '../zookeeper/election/quorum-verifier.ts';
import { type Sid, type Zxid, ZXID_ZERO, counterOf, epochOf, nextZxid, zxidFrom } from '../zookeeper/ids.ts';
import type { Note } from '../zookeeper/notes.ts';
import type { ServerState } from '../zookeeper/packets.ts';
import { type Durable, lastZxidOnDisk, loggedTxns } from '../zookeeper/peer/durable.ts';
import type { QuorumPeer } from '../zookeeper/peer/quorum-peer.ts';

export type HazardName =
  /** A snapshot holds what was never committed, and a TRUNC cannot cut it out. */
  | 'ZOOKEEPER-1549'
  /**
   * A TRUNC names a zxid that the log does not hold, such as (E,0) where the leader has committed nothing of E: the
   * first transaction after it survives. A recording of 3.8.0 shows it (wiped-majority-loses-data-3).
   */
  | 'TRUNC target absent'
  /** A leader sends from its log on disk, which has a gap where it got a SNAP once, or what a SNAP has superseded. */
  | 'ZOOKEEPER-2846'
  /** A server that died between the log and the epoch of a sync refuses to start, until somebody mends its disk. */
  | 'ZOOKEEPER-2354'
  /** A server goes on with a tree in memory that is ahead of its disk. */
  | 'ZOOKEEPER-5094'
  /** A disk is wiped while another server refuses to start: two have forgotten what they acknowledged. */
  | 'ZOOKEEPER-261'
  /**
   * An observer writes its epoch and acks NEWLEADER before what it was sent is on its disk (Learner.syncWithLeader logs
   * where zk is a FollowerZooKeeperServer). A reconfig that makes it a voter just then lets its ack count
   * (Leader.waitForNewLeaderAck asks the verifiers, not the LearnerType), and its vote.
   */
  | 'observer promoted in sync'
  /**
   * An observer amid its sync does not count an INFORMANDACTIVATE (Learner.syncWithLeader passes enforceContinuousProposal by),
   * so the INFORM behind it seems to leave one out; since ZOOKEEPER-4925 it gives up its sync for that, and begins another.
   */
  | 'reconfig not counted in sync'
  /**
   * NEWLEADER brings the newest configuration that its leader has seen (Leader.getQuorumVerifierBytes), and with UPTODATE
   * it is in force (Learner.syncWithLeader, QuorumPeer.processReconfig), though the reconfig may be on its way yet: where it
   * never commits, that server knows better than all.
   */
  | 'uncommitted reconfig in force'
  /**
   * A server that has seen a reconfig which nobody else commits asks for its quorum too, whenever it looks for a leader
   * (FastLeaderElection.getVoteTracker): where that never votes, the server never comes back.
   */
  | 'unfinished reconfig'
  /**
   * What is proposed while a reconfig is under way waits for the old configuration, too (Leader.propose). Whose role the
   * reconfig ends leaves as soon as it is committed (Follower.processPacket, COMMITANDACTIVATE), and has seldom acknowledged it
   * by then; observers never do. Where the old quorum wants for them, nothing commits any more under that leader.
   */
  | 'proposal stranded by reconfig'
  /**
   * A follower begins to take observers in with proposals of its own sync still uncommitted, which its ObserverMaster has
   * not heard of: observers that it takes in before they commit never get them (ObserverMaster.removeProposedPacket).
   */
  | 'ZOOKEEPER-5088'
  /**
   * An observer comes to a follower that has applied less than the server it was with before: the ObserverMaster decides by
   * its own database (LearnerHandler.syncFollower), and tells it to cut off what is committed.
   */
  | 'observer ahead of its master';

export interface Hazard {
  readonly name: HazardName;
  readonly server: Sid;
}

/** What `entry`, which led to `moment`, brings about. The moment must have an audit. */
export function hazardsOf(entry: Entry, moment: Moment): readonly Hazard[] {
  const node = moment.world.nodes[entry.node];
  if (node === undefined || node.config.kind !== 'server') return NONE;
  const { sid } = node.config;
  if (entry.action?.do === 'wipe' && moment.world.nodes.some(({ exitCode }) => exitCode === EXIT_REFUSED)) {
    return [{ name: 'ZOOKEEPER-261', server: sid }];
  }
  if (entry.notes.length === 0) return NONE;
  const peer = node.state?.kind === 'server' ? node.state : null;
  const names = entry.notes.flatMap((note): readonly HazardName[] => {
    switch (note.kind) {
      case 'truncated':
        return truncHazards(note.to, node.durable);
      case 'syncDecided':
        if (isObserverAhead(note, peer, moment)) return ['observer ahead of its master'];
        return sendsOverGap(note, node.durable, moment) ? ['ZOOKEEPER-2846'] : [];
      case 'newLeaderAcked': {
        const counted = peer?.leader?.handlers.find((handler) => handler.sid === note.sid);
        const isAhead =
          counted?.learnerType === 'OBSERVER' && isEpochAheadOfLog(nodeOf(moment.world, note.sid), moment);
        return isAhead ? ['observer promoted in sync'] : [];
      }
      case 'proposalGap':
        return peer !== null && isObserver(peer) && areReconfigs(note, moment) ? ['reconfig not counted in sync'] : [];
      case 'leaderLost': {
        const wasObserving = peer !== null && (peer.pausing || peer.state === 'OBSERVING');
        const isPromoted = wasObserving && note.reason === 'reconfigured' && !note.synced && !isObserver(peer);
        return isPromoted && isEpochAheadOfLog(node, moment) ? ['observer promoted in sync'] : [];
      }
      case 'informMissed':
        return note.observers.length > 0 ? ['ZOOKEEPER-5088'] : [];
      case 'refusedToStart':
        return note.reason === 'epochBehindLog' ? ['ZOOKEEPER-2354'] : [];
      case 'stateChanged': {
        const inMemory = peer?.database.lastProcessedZxid ?? ZXID_ZERO;
        const isAhead = counterOf(inMemory) > 0 && inMemory > lastZxidOnDisk(node.durable);
        return note.state === 'LOOKING' && isAhead ? ['ZOOKEEPER-5094'] : [];
      }
      default:
        return [];
    }
  });
  return names.map((name) => ({ name, server: sid }));
}

/** What keeps servers of `moment` from coming back, where some of them do not. */
export function hazardsAtRest({ world, audit }: Moment): readonly Hazard[] {
  const inForce = newestConfig(world, ({ version }) => audit === null || isCommitted(audit, version));
  if (inForce === null) return NONE;
  const answering = answeringIn(world);
  return world.nodes.flatMap(({ state }): readonly Hazard[] => {
    if (state?.kind !== 'server') return NONE;
    const { sid: server, quorumVerifier, lastSeenQuorumVerifier: lastSeen } = state;
    if (quorumVerifier.version > inForce.version) return [{ name: 'uncommitted reconfig in force', server }];
    if (isStranded(state)) return [{ name: 'proposal stranded by reconfig', server }];
    const isUnfinished = lastSeen.version > inForce.version && !isQuorum(lastSeen, answering);
    return isUnfinished && state.state === 'LOOKING' ? [{ name: 'unfinished reconfig', server }] : NONE;
  });
}

/** Whether the oldest proposal waits for a configuration that is no longer in force, and whose voters cannot acknowledge it. */
function isStranded({ sid, leader, quorumVerifier }: QuorumPeer): boolean {
  const [oldest] = leader?.outstandingProposals ?? [];
  if (leader === null || oldest === undefined) return false;
  const mayAck = leader.handlers.flatMap(({ sid: learner, forwarding, learnerType }): readonly Sid[] =>
    forwarding && learnerType === 'PARTICIPANT' && learner !== null ? [learner] : [],
  );
  const atBest = [...new Set([sid, ...mayAck, ...oldest.acks])];
  return oldest.verifiers.some((config) => config.version < quorumVerifier.version && !isQuorum(config, atBest));
}

/** Whose votes whoever looks for a leader may count: of those who have one, or else of all who look. */
function answeringIn({ nodes }: Moment['world']): readonly Sid[] {
  const inState = (...states: readonly ServerState[]): readonly Sid[] =>
    nodes.flatMap(({ state }) => (state?.kind === 'server' && states.includes(state.state) ? [state.sid] : []));
  const settled = inState('LEADING', 'FOLLOWING');
  return settled.length > 0 ? settled : inState('LOOKING');
}

const NONE: readonly Hazard[] = [];

/** QuorumPeer.loadDataBase has thrown. */
const EXIT_REFUSED = 1;

/** Whether its disk has joined an epoch, and lacks what the epoch began with. */
function isEpochAheadOfLog(node: Moment['world']['nodes'][number] | null, { audit }: Moment): boolean {
  const epoch = node?.durable.currentEpoch ?? null;
  if (audit === null || node === null || epoch === null) return false;
  return isInHistory(audit.proposals, zxidFrom(epoch, 0), lastZxidOnDisk(node.durable)) === false;
}

/** Whether everything that seems to be left out is a change of the ensemble. */
function areReconfigs({ zxid, expected }: Note & { readonly kind: 'proposalGap' }, { audit }: Moment): boolean {
  if (audit === null || epochOf(zxid) !== epochOf(expected) || expected >= zxid) return false;
  for (let at = expected; at < zxid; at = nextZxid(at)) {
    const body = proposedAs(audit.proposals, at);
    if (body === null || body === 'unknown' || body.type !== 'reconfig') return false;
  }
  return true;
}

/** A follower is to cut the history of an observer, though the end of that is committed. */
function isObserverAhead(
  { mode, peerLastZxid, lastProcessedZxid }: Note & { readonly kind: 'syncDecided' },
  peer: QuorumPeer | null,
  { audit }: Moment,
): boolean {
  if (peer?.state !== 'FOLLOWING' || mode !== 'TRUNC' || peerLastZxid <= lastProcessedZxid) return false;
  return audit !== null && isCommitted(audit, peerLastZxid);
}

/** The disk is not cut yet. */
function truncHazards(to: Zxid, { snapshots, logFiles }: Durable): readonly HazardName[] {
  const [survivor] = loggedTxns(logFiles, to);
  const names: HazardName[] = [];
  if ((snapshots.at(-1)?.zxid ?? ZXID_ZERO) > to) names.push('ZOOKEEPER-1549');
  if (survivor !== undefined && survivor.zxid !== to) names.push('TRUNC target absent');
  return names;
}

/** Whether what lies on disk behind the learner's zxid is no history that anybody proposed. */
function sendsOverGap(
  note: Note & { readonly kind: 'syncDecided' },
  { logFiles }: Durable,
  { audit }: Moment,
): boolean {
  if (audit === null || (note.rule !== 'fromTxnLog' && note.rule !== 'divergedInTxnLog')) return false;
  let previous: Zxid | null = null;
  for (const { zxid } of loggedTxns(logFiles, ZXID_ZERO)) {
    const isSent = zxid > note.peerLastZxid && zxid <= note.minCommittedLog;
    if (isSent && previous !== null && historyBefore(audit.proposals, zxid) !== previous) return true;
    previous = zxid;
  }
  return false;
}
