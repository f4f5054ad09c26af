/**
 * One sentence for every way a property can break. Its subject is the run as an outside observer sees it, who knows
 * more than any server does.
 */
import type { Fact } from '../audit/fact.ts';
import type { Missing, Running, Why } from '../audit/liveness/why.ts';
import { assertUnreachable } from '../base/assert.ts';
import { ZXID_NONE, type Zxid, zxidLabel } from '../zookeeper/ids.ts';
import { server, servers } from './en-terms.ts';

const change = (zxid: Zxid): string => (zxid === ZXID_NONE ? 'nothing' : zxidLabel(zxid));

function missed(misses: readonly Missing[]): string {
  return misses.length === 0
    ? ''
    : `, misses ${misses.map(({ sid, because }) => `${server(sid)} (${because})`).join(', ')}`;
}

function until(running: Running | null): string {
  return running === null ? '' : `, ${running.timer} in ${running.millis} ms`;
}

/** What one server waits for. */
function reason(why: Why): string {
  const name = server(why.sid);
  switch (why.kind) {
    case 'down':
      return `${name} is down${why.exitCode === null ? '' : ` (exit ${why.exitCode})`}`;
    case 'frozen':
      return `${name} is frozen`;
    case 'serving':
      return `${name} serves`;
    case 'looking':
      return `${name} votes for ${server(why.leader)} in round ${why.round}${missed(why.misses)}${until(why.running)}`;
    case 'leading':
      return `${name} leads, ${why.phase}${missed(why.misses)}${until(why.running)}`;
    case 'committing':
      return `${name} has proposed ${zxidLabel(why.zxid)}${missed(why.misses)}`;
    case 'learning':
      return (
        `${name} learns from ${server(why.leader)}, ${why.phase}` +
        `${why.blockedOn === null ? '' : `, writes ${why.blockedOn}`}${until(why.running)}`
      );
    default:
      return assertUnreachable(why);
  }
}

type FactSentences = { readonly [K in Fact['kind']]: (fact: Extract<Fact, { kind: K }>) => string };

const zxids = (some: readonly Zxid[]): string => some.map(zxidLabel).join(', ');

const sentences: FactSentences = {
  rivalLeaders: (f) => `another server leads epoch ${f.epoch} too, by its ${f.by}`,
  secondLeader: (f) => `epoch ${f.epoch} had another leader before`,
  otherTxn: (f) => `${zxidLabel(f.zxid)} is a ${f.here} here and was a ${f.elsewhere} elsewhere`,
  passedOver: (f) => `${zxidLabel(f.zxid)} was passed over by those who delivered ${zxidLabel(f.later)}`,
  otherPredecessor: (f) =>
    `${zxidLabel(f.zxid)} comes after ${f.here === null ? 'nothing' : zxidLabel(f.here)} here, ` +
    `after ${zxidLabel(f.elsewhere)} elsewhere`,
  neverProposed: (f) =>
    f.proposed === null
      ? `${zxidLabel(f.zxid)} was proposed by nobody`
      : `${zxidLabel(f.zxid)} was proposed as a ${f.proposed} and is a ${f.here} here`,
  outOfOrder: (f) => `${zxidLabel(f.zxid)} comes after ${zxidLabel(f.after)}`,
  without: (f) => `${zxidLabel(f.zxid)} is delivered without ${zxidLabel(f.missing)}`,
  foreignZxid: (f) => `the leader of epoch ${f.epoch} proposes ${zxidLabel(f.zxid)}`,
  leaderLacks: (f) => `the leader’s history, up to ${zxidLabel(f.last)}, lacks ${zxidLabel(f.missing)}`,
  unknownToLeader: (f) =>
    `the follower’s log ends with ${zxidLabel(f.last)}, which the leader’s history up to ` +
    `${zxidLabel(f.leaderLast)} does not hold`,
  committedCut: (f) => `back to ${zxidLabel(f.to)}, without ${zxids(f.zxids)}, which was committed`,
  notOnDisk: (f) => `${zxidLabel(f.zxid)} is not on its disk, which ends with ${zxidLabel(f.onDisk)}`,
  noQuorum: (f) => `${zxidLabel(f.zxid)} was committed with the acks of ${servers(f.acks)} among ${f.voters} voters`,
  mayBeForgotten: (f) => `${zxidLabel(f.zxid)} was seen by clients, and a quorum of disks does not hold it`,
  strangeCommitter: (f) => `${zxidLabel(f.zxid)} is committed by a server that never established epoch ${f.epoch}`,
  epochFell: (f) => `from ${f.was} to ${f.epoch}`,
  epochsCrossed: (f) => `acceptedEpoch is ${f.acceptedEpoch}, currentEpoch ${f.currentEpoch}`,
  epochBehindLog: (f) => `currentEpoch is ${f.currentEpoch}, and the log ends with ${zxidLabel(f.lastZxid)}`,
  otherTree: (f) =>
    `after ${zxidLabel(f.zxid)} the tree is another: ${f.nodeCount.here} znodes here, ` +
    `${f.nodeCount.elsewhere} elsewhere`,
  voteNotCast: (f) => `${servers(f.voters)} cast no such vote in round ${f.round}`,
  electedWithout: (f) => `in round ${f.round}, with ${f.agreeing.length === 0 ? 'nobody' : servers(f.agreeing)} for it`,
  commitOutOfOrder: (f) => `${zxidLabel(f.zxid)} is committed where ${zxidLabel(f.expected)} is next`,
  wrongPhase: (f) => `${f.what} while ${f.state} in ${f.zabState}`,
  proposalGap: (f) => `${zxidLabel(f.zxid)} is proposed where ${zxidLabel(f.expected)} is next`,
  nothingToCut: (f) => `its log, which ends with ${zxidLabel(f.last)}, is to be cut back to ${zxidLabel(f.to)}`,
  ackBeforeNewLeader: (f) => `${zxidLabel(f.zxid)} is acknowledged before NEWLEADER`,
  ackUnknown: (f) =>
    `${zxidLabel(f.zxid)} is acknowledged and is not outstanding, with ${zxidLabel(f.lastCommitted)} committed`,
  ackOutOfOrder: (f) => `${zxidLabel(f.zxid)} is acknowledged after ${zxidLabel(f.after)}`,
  illegalPacket: (f) => `a ${f.packet} that cannot be meant for it`,
  ephemeralLeft: (f) => `after ${zxidLabel(f.zxid)} there is ${f.path} of session ${f.sessionId}, which is no more`,
  wrongVersion: (f) =>
    `${f.path} was expected at version ${f.expected}, is ${f.version === null ? 'absent' : `at ${f.version}`}, and the ` +
    `write ${f.succeeded ? 'succeeds' : 'fails'}`,
  wrongSequence: (f) => `${f.path} is created where ${f.count} is next`,
  overtook: (f) => `sent at ${f.sentAt} ms, it is read before what was sent at ${f.overtaken} ms`,
  wentBack: (f) => `${f.client}, which has seen ${zxidLabel(f.seen)}, is answered from ${zxidLabel(f.zxid)}`,
  answerOutOfTurn: (f) => `${f.client} is answered call ${f.cxid} before call ${f.expected}`,
  writeTooEarly: (f) =>
    `${f.client} writes ${zxidLabel(f.zxid)} after somebody was answered that ${zxidLabel(f.after)} is written`,
  ownWriteMissed: (f) => `${f.client} wrote ${zxidLabel(f.written)} and is shown ${zxidLabel(f.zxid)}`,
  staleSync: (f) =>
    `${f.client} is answered its sync at ${zxidLabel(f.zxid)}, after ${zxidLabel(f.committed)} was committed`,
  firedUnset: (f) => `${f.client} hears ${f.event} of ${f.path}, which it does not wait for`,
  watchOvertaken: (f) =>
    `${f.client} waits at ${f.path} since ${change(f.was)} and is shown ${change(f.zxid)} before it hears of that`,
  stalled: (f) => `nobody gets on since ${f.since} ms: ${f.why.map(reason).join('; ')}`,
  leadershipLost: (f) => `the leader that served since ${f.since} ms is lost: ${f.reason}`,
  sessionOutlives: (f) => `session ${f.sessionId} should have ended at ${f.due} ms`,
  lockedOut: (f) => `it refuses to start: ${f.reason}`,
  commitUnseen: (f) => `${zxidLabel(f.zxid)} is committed and was not proposed here`,
};

/** How a property broke, in English. */
export function factSentence(fact: Fact): string {
  // The table has a sentence for each kind, which takes the facts of that kind.
  return (sentences[fact.kind] as (fact: Fact) => string)(fact);
}
