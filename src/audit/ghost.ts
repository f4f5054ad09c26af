/** The ghost: the audit's own history of a run, which no server sees. */
import { type AppendList, append, emptyList, lastItem } from '../base/append-list.ts';
import { type Draft, type Slice, edit } from '../base/slice.ts';
import type { ConnectionId, NodeId } from '../kernel/process.ts';
import { type Node, type World, connectionOf } from '../kernel/world.ts';
import type { ClientState } from '../zookeeper/client/client.ts';
import type { DataTree } from '../zookeeper/database/data-tree.ts';
import type { History } from '../zookeeper/database/history.ts';
import { applyBody } from '../zookeeper/database/process-txn.ts';
import type { TxnBody } from '../zookeeper/database/txn.ts';
import { type Epoch, type Sid, type Zxid, ZXID_ZERO, counterOf, epochOf, nextZxid } from '../zookeeper/ids.ts';
import type { Note, NoteKind, VoteFact } from '../zookeeper/notes.ts';
import type { ServerState, ZabState } from '../zookeeper/packets.ts';
import type { ZooKeeper } from '../zookeeper/peer/protocol.ts';
import type { QuorumPeer } from '../zookeeper/peer/quorum-peer.ts';
import type { Breaches } from './breach.ts';
import { type ClientRecord, clientAfter, isWriteName, withoutSeen } from './client-record.ts';
import type { Delivered } from './delivered.ts';
import type { Arrival } from './invariant.ts';
import { NO_PROGRESS, type Progress } from './liveness/progress.ts';
import { NO_PROPOSALS, type Proposals, historyBefore, historyBetween, withEpoch, withProposal } from './proposals.ts';
import { type Reconfigs, afterCommit, beginningOf, withReconfig } from './reconfigs.ts';
import { type Repeats, repeatsAfter } from './repeat.ts';
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

interface Standing {
  readonly state: ServerState;
  readonly zabState: ZabState;
}

const STARTED: Standing = { state: 'LOOKING', zabState: 'ELECTION' };

interface Acked {
  /** The leader. */
  readonly to: NodeId;
  /** Null: its own log thread. */
  readonly on: ConnectionId | null;
  readonly zxid: Zxid;
}

/** What the run has shown so far. */
export interface Audit extends Slice {
  /** In zxid order, without gaps: what anybody delivered. */
  readonly delivered: AppendList<Delivered>;
  /** By epoch: the last zxid its leader counted a quorum for, or inherited by its followers' promise. */
  readonly committedBy: Readonly<Record<Epoch, Zxid>>;
  /** The transactions that the last leader with a quorum began with: committed by the promise of that quorum, whoever wrote them. */
  readonly inherited: History;
  readonly proposals: Proposals;
  readonly reconfigs: Reconfigs;
  /** Who completed the epoch acks of each epoch. */
  readonly leaderOfEpoch: Readonly<Record<number, Sid>>;
  /** By node: the zxid its tree stands at; null when unknown. Owned by the ghost. */
  readonly appliedUpTo: readonly (Zxid | null)[];
  /** The tree of whoever delivered last. */
  readonly newestTree: DataTree | null;
  /** The largest epoch of a transaction that a disk held before the run. */
  readonly oldestEpoch: Epoch;
  /** By node: the state of a server, as of its last note of it. Owned by the ghost, as are the next five. */
  readonly standings: readonly (Standing | null)[];
  /** By node: the tree of a leader as it will be after all that it has proposed. */
  readonly pendingTrees: readonly (DataTree | null)[];
  /** The last proposal that was acknowledged over each connection there is, and by each leader's own log thread. */
  readonly acked: readonly Acked[];
  /** By sid: of a learner whose last sync is a SNAP, what its leader had applied when it began to forward; else null. */
  readonly forwardedAfter: readonly (Zxid | null)[];
  /** By node: what the SNAP of its present sync allows to come once more. */
  readonly repeats: readonly (Repeats | null)[];
  /** By node. */
  readonly clients: readonly (ClientRecord | null)[];
  /** The largest zxid of a write that any client was answered. */
  readonly answeredUpTo: Zxid;
  /** What liveness is judged by. */
  readonly progress: Progress;
  /** What broke so far. */
  readonly breaches: Breaches;
  /** Which of the notes that invariants watch were heard of. */
  readonly heard: Readonly<Partial<Record<NoteKind, true>>>;
  /** Votes that each server has cast, newest last. */
  readonly votes: Readonly<Record<Sid, readonly VoteFact[]>>;
}

export function newAudit(generation: number): Audit {
  return {
    generation,
    delivered: emptyList(),
    committedBy: {},
    inherited: emptyList(),
    proposals: NO_PROPOSALS,
    reconfigs: {},
    leaderOfEpoch: {},
    appliedUpTo: [],
    newestTree: null,
    oldestEpoch: 0 as Epoch,
    standings: [],
    pendingTrees: [],
    acked: [],
    forwardedAfter: [],
    repeats: [],
    clients: [],
    answeredUpTo: ZXID_ZERO,
    progress: NO_PROGRESS,
    breaches: {},
    heard: {},
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
  world: World<ZooKeeper>,
  generation: number,
): Audit {
  switch (note.kind) {
    case 'applied': {
      const ghost = editAudit(audit, generation);
      standAt(ghost, node.id, note.zxid);
      const repeats = ghost.repeats[node.id] ?? null;
      if (repeats !== null) repeatAt(ghost, node.id, repeatsAfter(repeats, note.zxid));
      // What a learner applies before UPTODATE nobody has seen yet, and no quorum need ever hold it.
      if (peer !== null && !isSynchronizing(peer)) deliver(ghost, peer, note.zxid, note.body);
      return ghost;
    }
    case 'proposed': {
      const ghost = editAudit(audit, generation);
      ghost.proposals = withProposal(ghost.proposals, note.zxid, note.body);
      if (note.body.type === 'reconfig' && peer !== null) {
        const begun = { zxid: note.zxid, before: peer.quorumVerifier, next: note.body.config };
        ghost.reconfigs = withReconfig(ghost.reconfigs, begun);
      }
      pend(ghost, node.id, peer, note);
      return ghost;
    }
    case 'committed': {
      const ghost = editAudit(audit, generation);
      ghost.committedBy = { ...ghost.committedBy, [epochOf(note.zxid)]: note.zxid };
      ghost.reconfigs = afterCommit(ghost.reconfigs, note.zxid, peer?.leader?.lastProposed ?? note.zxid);
      return ghost;
    }
    case 'newLeaderQuorum': {
      const begun = editAudit(audit, generation);
      begun.reconfigs = afterCommit(begun.reconfigs, beginningOf(note.epoch), beginningOf(note.epoch));
      (begun.pendingTrees as (DataTree | null)[])[node.id] = peer?.leader?.pendingTree ?? null;
      begun.acked = begun.acked.filter(({ to, on }) => to !== node.id || on !== null);
      // It serves nobody yet: its tree is what it began with, transactions of before the run included.
      if (peer !== null) begun.inherited = peer.database.tree.history;
      // What the new leader starts with is committed by its followers' promise; (E,0) is no transaction.
      const inherited = peer?.leader?.summary.lastZxid ?? ZXID_ZERO;
      if (counterOf(inherited) === 0) return begun;
      const ghost = begun;
      ghost.committedBy = { ...ghost.committedBy, [note.epoch]: inherited };
      deliverHistory(ghost, inherited);
      return ghost;
    }
    case 'epochAckQuorum': {
      const ghost = editAudit(audit, generation);
      ghost.leaderOfEpoch = { ...ghost.leaderOfEpoch, [note.epoch]: sid };
      ghost.proposals = withEpoch(ghost.proposals, note.epoch, peer?.leader?.summary.lastZxid ?? ZXID_ZERO);
      if (peer !== null && peer.lastSeenQuorumVerifier.version > peer.quorumVerifier.version) {
        const { quorumVerifier: before, lastSeenQuorumVerifier: next } = peer;
        ghost.reconfigs = withReconfig(ghost.reconfigs, { zxid: beginningOf(note.epoch), before, next });
      }
      return ghost;
    }
    case 'watchWithheld':
      return withheld(audit, note, world, generation);
    // Whoever is alone commits, in the epoch that its log has come to.
    case 'standaloneStarted': {
      const ghost = editAudit(audit, generation);
      const epoch = epochOf(note.lastZxid);
      ghost.leaderOfEpoch = { ...ghost.leaderOfEpoch, [epoch]: sid };
      return ghost;
    }
    case 'started': {
      const ghost = editAudit(audit, generation);
      standAt(ghost, node.id, note.lastZxid);
      (ghost.standings as (Standing | null)[])[node.id] = STARTED;
      repeatAt(ghost, node.id, null);
      const epoch = epochOf(note.lastZxid);
      if (epoch > ghost.oldestEpoch && ghost.proposals[epoch] === undefined) ghost.oldestEpoch = epoch;
      return ghost;
    }
    case 'stateChanged': {
      const ghost = editAudit(audit, generation);
      (ghost.standings as (Standing | null)[])[node.id] = note;
      repeatAt(ghost, node.id, null);
      if (note.state !== 'LEADING') (ghost.pendingTrees as (DataTree | null)[])[node.id] = null;
      return ghost;
    }
    case 'acked':
    case 'ackIgnored': {
      // Those of others are remembered as they arrive.
      if (note.sid !== sid || counterOf(note.zxid) === 0) return audit;
      return withAck(audit, { to: node.id, on: null, zxid: note.zxid }, world, generation);
    }
    case 'syncDecided': {
      const ghost = editAudit(audit, generation);
      const after = note.mode === 'SNAP' ? note.lastProcessedZxid : null;
      (ghost.forwardedAfter as (Zxid | null)[])[note.learner] = after;
      return ghost;
    }
    case 'votesSent':
    case 'voteReplied': {
      const ghost = editAudit(audit, generation);
      ghost.votes = withVote(ghost.votes, sid, note.vote);
      return ghost;
    }
    case 'steppedDown': {
      if (note.reason !== 'rollover') return audit;
      const ghost = editAudit(audit, generation);
      ghost.progress = { ...ghost.progress, rolledOverAt: world.now };
      return ghost;
    }
    case 'snapshotInstalled': {
      const ghost = editAudit(audit, generation);
      standAt(ghost, node.id, note.zxid);
      const after = ghost.forwardedAfter[sid] ?? null;
      repeatAt(ghost, node.id, after === null ? null : { after, upTo: note.zxid });
      return ghost;
    }
    case 'databaseTakenBack':
      return standingAt(audit, node.id, note.zxid, generation);
    case 'truncated':
    case 'fastForwarded':
      return standingAt(audit, node.id, note.to, generation);
    case 'databaseDiscarded':
    case 'databaseRestored':
      return standingAt(audit, node.id, null, generation);
    default:
      return audit;
  }
}

/** The ghost after a packet has come out of a connection. */
export function rememberArrival(
  audit: Audit,
  { on, packet }: Arrival,
  to: NodeId,
  world: World<ZooKeeper>,
  generation: number,
): Audit {
  if (packet.type !== 'ACK' || counterOf(packet.zxid) === 0) return audit;
  return withAck(audit, { to, on, zxid: packet.zxid }, world, generation);
}

/** The last proposal acknowledged to a leader over `on`; null: by its own log thread. ZXID_ZERO where none was. */
export function lastAcked({ acked }: Audit, to: NodeId, on: ConnectionId | null): Zxid {
  return acked.find((one) => one.to === to && one.on === on)?.zxid ?? ZXID_ZERO;
}

/** What connections that are no more have brought nobody compares again. */
function withAck(audit: Audit, ack: Acked, world: World<ZooKeeper>, generation: number): Audit {
  const ghost = editAudit(audit, generation);
  const others = audit.acked.filter(({ to, on }) => {
    return (to !== ack.to || on !== ack.on) && (on === null || connectionOf(world, on) !== null);
  });
  ghost.acked = [...others, ack];
  return ghost;
}

/** The ghost after a note of a client. */
export function rememberClient(
  audit: Audit,
  { note, record, client, node, world }: ClientMoment,
  generation: number,
): Audit {
  const after = clientAfter(record, note, client, audit, world);
  if (after === record) return audit;
  const ghost = editAudit(audit, generation);
  (ghost.clients as (ClientRecord | null)[])[node.id] = after;
  const isWritten = note.kind === 'clientAnswered' && note.answer.error === 'OK' && isWriteName(note.operation);
  if (isWritten && note.answer.zxid > ghost.answeredUpTo) ghost.answeredUpTo = note.answer.zxid;
  return ghost;
}

/** Who may not read a node is not told of its changes: what it was shown last says nothing any more. */
function withheld(
  audit: Audit,
  { sessionId, path }: Note & { readonly kind: 'watchWithheld' },
  world: World<ZooKeeper>,
  generation: number,
): Audit {
  const client = world.nodes.find(({ state }) => state?.kind === 'client' && state.sessionId === sessionId);
  const record = client === undefined ? null : (audit.clients[client.id] ?? null);
  if (client === undefined || record === null) return audit;
  const ghost = editAudit(audit, generation);
  (ghost.clients as (ClientRecord | null)[])[client.id] = withoutSeen(record, path);
  return ghost;
}

interface ClientMoment {
  readonly note: Note;
  /** Before the note. */
  readonly record: ClientRecord;
  readonly client: ClientState;
  readonly node: Node<ZooKeeper>;
  readonly world: World<ZooKeeper>;
}

/** What the leader's own tree is after the last proposal of an event; the ones before are put together here. */
function pend(
  ghost: Draft<Audit>,
  node: number,
  peer: QuorumPeer | null,
  { zxid, sessionId, body }: Note & { readonly kind: 'proposed' },
): void {
  const trees = ghost.pendingTrees as (DataTree | null)[];
  const leader = peer?.leader ?? null;
  const before = trees[node] ?? null;
  if (leader !== null && leader.lastProposed === zxid) trees[node] = leader.pendingTree;
  else if (before !== null) trees[node] = applyBody(before, { zxid, sessionId, time: 0 }, body);
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

function repeatAt(ghost: Draft<Audit>, node: number, repeats: Repeats | null): void {
  (ghost.repeats as (Repeats | null)[])[node] = repeats;
}

/** As `edit`; with the lists that the ghost owns. */
export function editAudit(audit: Audit, generation: number): Draft<Audit> {
  const ghost = edit(audit, generation);
  if (ghost !== audit) {
    ghost.appliedUpTo = audit.appliedUpTo.slice();
    ghost.standings = audit.standings.slice();
    ghost.pendingTrees = audit.pendingTrees.slice();
    ghost.forwardedAfter = audit.forwardedAfter.slice();
    ghost.repeats = audit.repeats.slice();
    ghost.clients = audit.clients.slice();
  }
  return ghost;
}

/** Older votes than these nobody counts any more. */
const VOTES_KEPT = 32;

function withVote(votes: Audit['votes'], sid: Sid, vote: VoteFact): Audit['votes'] {
  const cast = votes[sid] ?? [];
  const isKnown = cast.some(({ leader, zxid, peerEpoch, electionEpoch }) => {
    const isSame = leader === vote.leader && zxid === vote.zxid && peerEpoch === vote.peerEpoch;
    return isSame && electionEpoch === vote.electionEpoch;
  });
  return isKnown ? votes : { ...votes, [sid]: [...cast.slice(1 - VOTES_KEPT), vote] };
}
