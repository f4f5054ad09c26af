/** Which configurations a leader must have asked before it commits: what a proposal was proposed under counts, not what is in force later. */
import type { QuorumVerifier } from '../zookeeper/config/ensemble.ts';
import { type Epoch, type Zxid, epochOf, zxidFrom } from '../zookeeper/ids.ts';

/** A configuration that was seen while another was in force: from then on both are asked, until it is in force itself. */
export interface Reconfig {
  /** Of its proposal; (E,0) for what the leader of E had seen before it led. */
  readonly zxid: Zxid;
  readonly before: QuorumVerifier;
  readonly next: QuorumVerifier;
  /** The last that was proposed before it took effect; null while it is under way. */
  readonly jointUpTo: Zxid | null;
}

/** By the epoch of the leader; only those that a proposal may still ask. */
export type Reconfigs = Readonly<Record<Epoch, readonly Reconfig[]>>;

/** With one more that is under way. */
export function withReconfig(reconfigs: Reconfigs, begun: Omit<Reconfig, 'jointUpTo'>): Reconfigs {
  const epoch = epochOf(begun.zxid);
  return { ...reconfigs, [epoch]: [...(reconfigs[epoch] ?? []), { ...begun, jointUpTo: null }] };
}

/** After the commit of `zxid`, when its leader had proposed up to `lastProposed`. */
export function afterCommit(reconfigs: Reconfigs, zxid: Zxid, lastProposed: Zxid): Reconfigs {
  const epoch = epochOf(zxid);
  const before = reconfigs[epoch];
  if (before === undefined) return reconfigs;
  const { [epoch]: _, ...others } = reconfigs;
  const left = before
    .map((one) => (one.zxid === zxid ? { ...one, jointUpTo: lastProposed } : one))
    .filter(({ jointUpTo }) => jointUpTo === null || jointUpTo > zxid);
  return left.length === 0 ? others : { ...others, [epoch]: left };
}

/**
 * Whose quorums the commit of `zxid` takes (Leader.propose, Proposal.addQuorumVerifier). `inForce`: at its leader, now or
 * later in the event.
 */
export function configsAsked(reconfigs: Reconfigs, zxid: Zxid, inForce: QuorumVerifier): readonly QuorumVerifier[] {
  const known = reconfigs[epochOf(zxid)] ?? [];
  const joint = known.filter((one) => one.zxid <= zxid && (one.jointUpTo === null || zxid <= one.jointUpTo));
  if (joint.length > 0) return joint.flatMap(({ before, next }) => [before, next]);
  return [known.find((one) => one.zxid > zxid)?.before ?? inForce];
}

/** What stands for everything that the leader of `epoch` begins with. */
export function beginningOf(epoch: Epoch): Zxid {
  return zxidFrom(epoch, 0);
}
