/** What a server does with a vote the moment it arrives (FastLeaderElection.Messenger.WorkerReceiver). */
import type { Sid } from '../ids.ts';
import type { VoteFact } from '../notes.ts';
import type { MalformedNotification, Notification } from '../packets.ts';
import type { Turn } from '../peer/turn.ts';
import { toSend } from './cnx-manager.ts';
import { processRecvqueue, shutDownElection } from './fast-leader-election.ts';
import { isVoterInAny, verifiersOf } from './quorum-verifier.ts';
import { voteOf } from './vote.ts';

/** The rules of protocol reference §8.3, in their order. Replies go out even when the main loop will ignore the vote. */
export function receiveNotification(turn: Turn, from: Sid, notification: Notification): void {
  const { peer } = turn;
  if (peer.election.receiverDead || peer.election.shutDown) return;
  const { config } = notification;
  // 8.1: a newer configuration is put in force; where its members are others, the vote is lost with the election it ends.
  const isHeard = peer.state === 'LOOKING' && config !== undefined && turn.config.reconfigEnabled;
  if (isHeard && turn.clientPart.activateGossip(turn, config)) return shutDownElection(turn);
  if (!isVoterInAny(verifiersOf(peer), from))
    return reply(turn, from, peer.currentVote, peer.election.logicalClock, 'stranger');
  if (turn.noting) {
    const { state } = notification;
    turn.note({ kind: 'voteReceived', from, vote: voteOf(notification), state, myState: peer.state });
  }
  if (peer.state === 'LOOKING') {
    const election = turn.election();
    election.recvqueue = [...election.recvqueue, { from, notification }];
    if (notification.state === 'LOOKING' && notification.electionEpoch < election.logicalClock) {
      // 8.3-4: a lower round is told of mine by the receiver, before the main loop ignores its vote.
      reply(turn, from, election.proposal, election.logicalClock, 'lowerRound');
    }
    processRecvqueue(turn);
    return;
  }
  // 8.3-5: a settled server answers a looking one with the vote it settled on.
  if (notification.state === 'LOOKING') reply(turn, from, peer.currentVote, peer.currentVote.electionEpoch, 'settled');
}

/** Bytes that cannot be read as a notification: skipped, or the end of the thread (ZOOKEEPER-3769). */
export function receiveMalformed(turn: Turn, from: Sid, { flaw }: MalformedNotification): void {
  if (turn.peer.election.receiverDead) return;
  const isFatal = flaw === 'configLength' && !turn.config.behaviour.malformedSkip;
  if (isFatal) turn.election().receiverDead = true;
  if (turn.noting) turn.note({ kind: isFatal ? 'receiverDied' : 'malformedSkipped', from, flaw });
}

function reply(
  turn: Turn,
  to: Sid,
  vote: VoteFact,
  electionEpoch: VoteFact['electionEpoch'],
  because: 'lowerRound' | 'settled' | 'stranger',
): void {
  const { state } = turn.peer;
  const { leader, zxid, peerEpoch } = vote;
  const { quorumVerifier: config } = turn.peer;
  const told = turn.config.reconfigEnabled ? { config } : {};
  toSend(turn, to, { type: 'NOTIFICATION', state, leader, zxid, peerEpoch, electionEpoch, ...told });
  if (turn.watching)
    turn.note({ kind: 'voteReplied', to, vote: { leader, zxid, peerEpoch, electionEpoch }, state, because });
}
