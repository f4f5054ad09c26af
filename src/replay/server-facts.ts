/** What the four-letter word `srvr`, `mntr` and a look into the data directory tell of a server. */
import type { NodeStatus } from '../kernel/world.ts';
import { nodeOfServer } from '../sim/nodes.ts';
import type { Moment } from '../sim/moment.ts';
import { ephemeralCount } from './disk-facts.ts';
import { watchCount } from '../zookeeper/database/watch-manager.ts';
import { SMALLEST, sidOf, zxidText, type Zxid } from '../zookeeper/ids.ts';
import type { VoteFact } from '../zookeeper/notes.ts';
import { type Durable, lastZxidOnDisk } from '../zookeeper/peer/durable.ts';
import type { QuorumPeer } from '../zookeeper/peer/quorum-peer.ts';
import type { Facts } from './recording.ts';

/** What `srvr` answers as Mode. */
export type Mode = 'leader' | 'follower' | 'observer' | 'not serving';

export function peerOf(moment: Moment, sid: number): QuorumPeer | null {
  const node = nodeOfServer(moment.world, sidOf(sid));
  const state = node === null ? null : (moment.world.nodes[node]?.state ?? null);
  return state?.kind === 'server' ? state : null;
}

export function statusOf(moment: Moment, sid: number): NodeStatus {
  const node = nodeOfServer(moment.world, sidOf(sid));
  return node === null ? 'down' : (moment.world.nodes[node]?.status ?? 'down');
}

export function durableOf(moment: Moment, sid: number): Durable | null {
  const node = nodeOfServer(moment.world, sidOf(sid));
  return node === null ? null : (moment.world.nodes[node]?.durable ?? null);
}

export function modeOf(peer: QuorumPeer): Mode {
  if (!peer.clients.serving) return 'not serving';
  if (peer.leader !== null) return 'leader';
  return peer.state === 'OBSERVING' ? 'observer' : 'follower';
}

/** All of them serve, one as leader and the others under it. */
export function isQuorumOf(moment: Moment, sids: readonly number[]): boolean {
  const peers = sids.map((sid) => peerOf(moment, sid));
  const leaders = peers.filter((peer) => peer !== null && modeOf(peer) === 'leader');
  const leader = leaders[0]?.sid;
  if (leaders.length !== 1 || leader === undefined) return false;
  return peers.every((peer) => {
    if (peer === null) return false;
    const mode = modeOf(peer);
    return mode === 'leader' || (mode !== 'not serving' && peer.learner?.leader === leader);
  });
}

export function isLooking(moment: Moment, sid: number): boolean {
  return peerOf(moment, sid)?.state === 'LOOKING';
}

/** `vote`: what this process last decided, or while LOOKING last sent. `wasStarted`: it ran at some time. */
export function serverFacts(moment: Moment, sid: number, vote: VoteFact | null, wasStarted: boolean): Facts {
  const status = statusOf(moment, sid);
  const durable = durableOf(moment, sid);
  const peer = peerOf(moment, sid);
  if (!wasStarted || durable === null) return { process: 'not started' };
  const files = fileFacts(durable);
  if (peer === null || status === 'down') return { process: 'stopped', ...files };
  const voted = vote === null ? {} : { vote: voteFacts(vote) };
  if (status === 'frozen') return { process: 'paused', ...files, ...voted };
  return { ...processFacts(peer), ...files, ...voted };
}

function processFacts(peer: QuorumPeer): Facts {
  const mode = modeOf(peer);
  if (mode === 'not serving') return { mode, fleState: peer.state };
  const forwarding = peer.leader?.handlers.filter((handler) => handler.forwarding) ?? [];
  const followers = forwarding.filter(({ learnerType }) => learnerType === 'PARTICIPANT').length;
  const observers = forwarding.length - followers;
  const sessions = Object.keys(peer.database.sessions).length;
  const ephemerals = ephemeralCount(peer.database.tree);
  const watches = watchCount(peer.clients.watches);
  return {
    mode,
    zxid: zxidText(peer.database.lastProcessedZxid),
    ...(mode === 'leader' ? { syncedFollowers: followers } : {}),
    ...(observers > 0 ? { syncedObservers: observers } : {}),
    ...(sessions > 0 ? { globalSessions: sessions } : {}),
    ...(ephemerals > 0 ? { ephemerals } : {}),
    ...(watches > 0 ? { watches } : {}),
  };
}

function fileFacts(durable: Durable): Facts {
  return {
    currentEpoch: durable.currentEpoch,
    acceptedEpoch: durable.acceptedEpoch,
    lastZxidOnDisk: zxidText(lastZxidOnDisk(durable)),
    logFiles: names(durable.logFiles.map(({ name }) => name)),
    snapshots: names(durable.snapshots.map(({ zxid }) => zxid)),
  };
}

/** Zxids in the names of files; more than six are counted. */
function names(zxids: readonly Zxid[]): unknown {
  const texts = zxids.map(zxidText);
  if (texts.length <= 6) return texts;
  return { count: texts.length, first: texts[0], last: texts.at(-1) };
}

export function voteFacts({ leader, zxid, electionEpoch, peerEpoch }: VoteFact): Facts {
  return {
    leader: votedNumber(leader),
    zxid: votedZxid(zxid),
    round: electionEpoch,
    peerEpoch: votedNumber(peerEpoch),
  };
}

/** What an observer votes with until it has heard of somebody, as recordings write it. */
const NO_VOTE = 'Long.MIN_VALUE';

export function votedZxid(zxid: Zxid): string {
  return zxid === SMALLEST ? NO_VOTE : zxidText(zxid);
}

/** The leader or the peerEpoch of a vote. */
export function votedNumber(value: number): number | string {
  return value === SMALLEST ? NO_VOTE : value;
}
