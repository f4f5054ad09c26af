/**
 * One sentence for every way a property can break. Its subject is the run as an outside observer sees it, who knows
 * more than any server does.
 */
import type { Fact } from '../audit/fact.ts';
import { type Zxid, zxidLabel } from '../zookeeper/ids.ts';
import { servers } from './en-terms.ts';

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
  commitUnseen: (f) => `${zxidLabel(f.zxid)} is committed and was not proposed here`,
};

/** How a property broke, in English. */
export function factSentence(fact: Fact): string {
  // The table has a sentence for each kind, which takes the facts of that kind.
  return (sentences[fact.kind] as (fact: Fact) => string)(fact);
}
