/** The ghost: the audit's own history of a run, which no server sees. */
import { type AppendList, append, emptyList, lastItem } from '../base/append-list.ts';
import { type Draft, type Slice, edit } from '../base/slice.ts';
import type { Node } from '../kernel/world.ts';
import type { DataTree } from '../zookeeper/database/data-tree.ts';
import type { TxnBody } from '../zookeeper/database/txn.ts';
import { type Epoch, type Sid, type Zxid, ZXID_ZERO, counterOf, epochOf, nextZxid } from '../zookeeper/ids.ts';
import type { Note, VoteFact } from '../zookeeper/notes.ts';
import type { ZooKeeper } from '../zookeeper/peer/protocol.ts';
import type { QuorumPeer } from '../zookeeper/peer/quorum-peer.ts';
import type { Delivered } from './delivered.ts';
import { NO_PROPOSALS, type Proposals, historyBefore, historyBetween, withEpoch, withProposal } from './proposals.ts';
import { treeDigest } from './tree-digest.ts';

interface SeenTree {
  readonly digest: number;
  readonly nodeCount: number;
}

/** A server's tree where `zxid` is the last it has applied; else null. `like`: one that hardly differs, if any. */
export function treeAt(peer: QuorumPeer, zxid: Zxid, like: DataTree | null): SeenTree | null {
  const { tree, lastProcessedZxid } = peer.database;
  return lastProcessedZxid === zxid ? { digest: treeDigest(tree, like), nodeCount: tree.nodes.size } : null;
}

/** What the run has shown so far. */
export interface Audit extends Slice {
  /** In zxid order, without gaps: what anybody delivered. */
  readonly delivered: AppendList<Delivered>;
  /** By epoch: the last zxid its leader counted a quorum for, or inherited by its followers' promise. */
  readonly committedBy: Readonly<Record<Epoch, Zxid>>;
  readonly proposals: Proposals;
  /** Who completed the epoch acks of each epoch. */
  readonly leaderOfEpoch: Readonly<Record<number, Sid>>;
  /** By node: the zxid its tree stands at; null when unknown. Owned by the ghost. */
  readonly appliedUpTo: readonly (Zxid | null)[];
  /** The tree of whoever delivered last. */
  readonly newestTree: DataTree | null;
  /** The largest epoch of a transaction that a disk held before the run. */
  readonly oldestEpoch: Epoch;
  /** Votes that each server has cast, newest last. */
  readonly votes: Readonly<Record<Sid, readonly VoteFact[]>>;
}

export function newAudit(generation: number): Audit {
  return {
    generation,
    delivered: emptyList(),
    committedBy: {},
    proposals: NO_PROPOSALS,
    leaderOfEpoch: {},
    appliedUpTo: [],
    newestTree: null,
    oldestEpoch: 0 as Epoch,
    votes: {},
  };
}

/** The ghost after a note. */
export function remember(
  audit: Audit,
  note: Note,
  node: Node<ZooKeeper>,
  sid: Sid,
  peer: QuorumPeer | null,
  generation: number,
): Audit {
  switch (note.kind) {
    case 'applied': {
      const ghost = editAudit(audit, generation);
      standAt(ghost, node.id, note.zxid);
      // What a learner applies before UPTODATE nobody has seen yet, and no quorum need ever hold it.
      if (peer !== null && !isSynchronizing(peer)) deliver(ghost, peer, note.zxid, note.body);
      return ghost;
    }
    case 'proposed': {
      const ghost = editAudit(audit, generation);
      ghost.proposals = withProposal(ghost.proposals, note.zxid, note.body);
      return ghost;
    }
    case 'committed': {
      const ghost = editAudit(audit, generation);
      ghost.committedBy = { ...ghost.committedBy, [epochOf(note.zxid)]: note.zxid };
      return ghost;
    }
    case 'newLeaderQuorum': {
      // What the new leader starts with is committed by its followers' promise; (E,0) is no transaction.
      const inherited = peer?.leader?.summary.lastZxid ?? ZXID_ZERO;
      if (counterOf(inherited) === 0) return audit;
      const ghost = editAudit(audit, generation);
      ghost.committedBy = { ...ghost.committedBy, [note.epoch]: inherited };
      deliverHistory(ghost, inherited);
      return ghost;
    }
    case 'epochAckQuorum': {
      const ghost = editAudit(audit, generation);
      ghost.leaderOfEpoch = { ...ghost.leaderOfEpoch, [note.epoch]: sid };
      ghost.proposals = withEpoch(ghost.proposals, note.epoch, peer?.leader?.summary.lastZxid ?? ZXID_ZERO);
      return ghost;
    }
    case 'started': {
      const ghost = editAudit(audit, generation);
      standAt(ghost, node.id, note.lastZxid);
      const epoch = epochOf(note.lastZxid);
      if (epoch > ghost.oldestEpoch && ghost.proposals[epoch] === undefined) ghost.oldestEpoch = epoch;
      return ghost;
    }
    case 'votesSent':
    case 'voteReplied': {
      const ghost = editAudit(audit, generation);
      ghost.votes = withVote(ghost.votes, sid, note.vote);
      return ghost;
    }
    case 'snapshotInstalled':
      return standingAt(audit, node.id, note.zxid, generation);
    case 'truncated':
    case 'fastForwarded':
      return standingAt(audit, node.id, note.to, generation);
    case 'databaseDiscarded':
      return standingAt(audit, node.id, null, generation);
    default:
      return audit;
  }
}

function isSynchronizing({ learner }: QuorumPeer): boolean {
  return learner !== null && learner.phase !== 'serving';
}

/** `zxid` and all that its leader began with, committed along with it though nobody counted acks for some of that. */
function deliver(ghost: Draft<Audit>, peer: QuorumPeer, zxid: Zxid, body: TxnBody): void {
  const last = lastItem(ghost.delivered)?.zxid ?? ZXID_ZERO;
  if (zxid <= last) return;
  if (nextZxid(last) !== zxid) deliverHistory(ghost, historyBefore(ghost.proposals, zxid));
  const tree = treeAt(peer, zxid, ghost.newestTree);
  ghost.delivered = append(ghost.delivered, {
    zxid,
    body,
    digest: tree?.digest ?? null,
    nodeCount: tree?.nodeCount ?? 0,
  });
  ghost.newestTree = peer.database.tree;
}

function deliverHistory(ghost: Draft<Audit>, upTo: Zxid): void {
  const last = lastItem(ghost.delivered)?.zxid ?? ZXID_ZERO;
  for (const { zxid, body } of historyBetween(ghost.proposals, last, upTo)) {
    ghost.delivered = append(ghost.delivered, { zxid, body, digest: null, nodeCount: 0 });
  }
}

function standingAt(audit: Audit, node: number, zxid: Zxid | null, generation: number): Audit {
  const ghost = editAudit(audit, generation);
  standAt(ghost, node, zxid);
  return ghost;
}

function standAt(ghost: Draft<Audit>, node: number, zxid: Zxid | null): void {
  (ghost.appliedUpTo as (Zxid | null)[])[node] = zxid;
}

/** As `edit`; with the lists that the ghost owns. */
function editAudit(audit: Audit, generation: number): Draft<Audit> {
  const ghost = edit(audit, generation);
  if (ghost !== audit) ghost.appliedUpTo = audit.appliedUpTo.slice();
  return ghost;
}

/** Older votes than these nobody counts any more. */
const VOTES_KEPT = 32;

function withVote(votes: Audit['votes'], sid: Sid, vote: VoteFact): Audit['votes'] {
  const cast = votes[sid] ?? [];
  const isKnown = cast.some(({ leader, electionEpoch }) => {
    return leader === vote.leader && electionEpoch === vote.electionEpoch;
  });
  return isKnown ? votes : { ...votes, [sid]: [...cast.slice(1 - VOTES_KEPT), vote] };
}
