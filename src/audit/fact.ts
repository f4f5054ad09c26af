/**
 * How a property is broken: the values that break it, as facts. The servers concerned stand beside it in the
 * violation; sentences are made of it in `locales`.
 */
import type { TxnBody } from '../zookeeper/database/txn.ts';
import type { WatchEventType } from '../zookeeper/database/watches.ts';
import { type Epoch, type Round, type SessionId, type Sid, type Zxid, zxidLabel } from '../zookeeper/ids.ts';
import type { LeaderLossReason, NoteKind, StepDownReason } from '../zookeeper/notes.ts';
import type { PacketType, ServerState, ZabState } from '../zookeeper/packets.ts';
import { type Why, whyText } from './liveness/why.ts';

type TxnType = TxnBody['type'];

export type Fact =
  /** Another server leads the same epoch, established by this epoch of its own. */
  | { readonly kind: 'rivalLeaders'; readonly epoch: Epoch; readonly by: 'acceptedEpoch' | 'currentEpoch' }
  | { readonly kind: 'secondLeader'; readonly epoch: Epoch }
  /** One zxid, two transactions. */
  | { readonly kind: 'otherTxn'; readonly zxid: Zxid; readonly here: TxnType; readonly elsewhere: TxnType }
  /** Others have delivered `later` without `zxid`. */
  | { readonly kind: 'passedOver'; readonly zxid: Zxid; readonly later: Zxid }
  /** What comes right before `zxid`: null is nothing. */
  | {
      readonly kind: 'otherPredecessor';
      readonly zxid: Zxid;
      readonly here: Zxid | null;
      readonly elsewhere: Zxid;
    }
  /** `proposed`: what its epoch's leader proposed under that zxid; null is nothing. */
  | { readonly kind: 'neverProposed'; readonly zxid: Zxid; readonly here: TxnType; readonly proposed: TxnType | null }
  | { readonly kind: 'outOfOrder'; readonly zxid: Zxid; readonly after: Zxid }
  | { readonly kind: 'without'; readonly zxid: Zxid; readonly missing: Zxid }
  /** A leader of `epoch` proposes a zxid of another. */
  | { readonly kind: 'foreignZxid'; readonly zxid: Zxid; readonly epoch: Epoch }
  /** A leader's history ends at `last` and does not hold `missing`. */
  | { readonly kind: 'leaderLacks'; readonly missing: Zxid; readonly last: Zxid }
  /** A follower's log ends at `last`, which its leader's history does not hold. */
  | { readonly kind: 'unknownToLeader'; readonly last: Zxid; readonly leaderLast: Zxid }
  | { readonly kind: 'committedCut'; readonly to: Zxid; readonly zxids: readonly Zxid[] }
  | { readonly kind: 'notOnDisk'; readonly zxid: Zxid; readonly onDisk: Zxid }
  | { readonly kind: 'noQuorum'; readonly zxid: Zxid; readonly acks: readonly Sid[]; readonly voters: number }
  /** The disks of `servers`, a quorum, do not hold it. */
  | { readonly kind: 'mayBeForgotten'; readonly zxid: Zxid }
  | { readonly kind: 'strangeCommitter'; readonly zxid: Zxid; readonly epoch: Epoch }
  | { readonly kind: 'epochFell'; readonly was: Epoch; readonly epoch: Epoch }
  | { readonly kind: 'epochsCrossed'; readonly acceptedEpoch: Epoch; readonly currentEpoch: Epoch }
  | { readonly kind: 'epochBehindLog'; readonly currentEpoch: Epoch; readonly lastZxid: Zxid }
  | {
      readonly kind: 'otherTree';
      readonly zxid: Zxid;
      readonly nodeCount: { readonly here: number; readonly elsewhere: number };
    }
  /** `voters` were counted for a vote they had not cast in that round. */
  | { readonly kind: 'voteNotCast'; readonly round: Round; readonly voters: readonly Sid[] }
  | { readonly kind: 'electedWithout'; readonly round: Round; readonly agreeing: readonly Sid[] }
  | { readonly kind: 'commitOutOfOrder'; readonly zxid: Zxid; readonly expected: Zxid }
  | { readonly kind: 'commitUnseen'; readonly zxid: Zxid }
  /** Something happened that belongs to another phase than the one that the server was in. */
  | { readonly kind: 'wrongPhase'; readonly what: NoteKind; readonly state: ServerState; readonly zabState: ZabState }
  | { readonly kind: 'proposalGap'; readonly zxid: Zxid; readonly expected: Zxid }
  /** The log ends at `last`, before the place where it should be cut. */
  | { readonly kind: 'nothingToCut'; readonly to: Zxid; readonly last: Zxid }
  | { readonly kind: 'ackBeforeNewLeader'; readonly zxid: Zxid }
  | { readonly kind: 'ackUnknown'; readonly zxid: Zxid; readonly lastCommitted: Zxid }
  | { readonly kind: 'ackOutOfOrder'; readonly zxid: Zxid; readonly after: Zxid }
  | { readonly kind: 'illegalPacket'; readonly packet: PacketType }
  | { readonly kind: 'ephemeralLeft'; readonly zxid: Zxid; readonly path: string; readonly sessionId: SessionId }
  /** `version`: the present one; null where there is no node. */
  | {
      readonly kind: 'wrongVersion';
      readonly path: string;
      readonly expected: number;
      readonly version: number | null;
      readonly succeeded: boolean;
    }
  /** A sequential name does not end with its parent's count. */
  | { readonly kind: 'wrongSequence'; readonly path: string; readonly count: number }
  /** A packet arrived while one that was sent before it is still under way; virtual milliseconds. */
  | { readonly kind: 'overtook'; readonly sentAt: number; readonly overtaken: number }
  // ---- what does not happen ----
  /** Since then, in virtual milliseconds; and what each server waits for. */
  | { readonly kind: 'stalled'; readonly since: number; readonly why: readonly Why[] }
  | { readonly kind: 'leadershipLost'; readonly reason: StepDownReason | LeaderLossReason; readonly since: number }
  /** A session that should have ended at `due`. */
  | { readonly kind: 'sessionOutlives'; readonly sessionId: SessionId; readonly due: number }
  | { readonly kind: 'lockedOut'; readonly reason: 'epochBehindLog' | 'acceptedBehindCurrent' }
  // ---- what clients see ----
  | {
      readonly kind: 'wentBack';
      readonly client: string;
      readonly cxid: number;
      readonly zxid: Zxid;
      readonly seen: Zxid;
    }
  | { readonly kind: 'answerOutOfTurn'; readonly client: string; readonly cxid: number; readonly expected: number }
  | {
      readonly kind: 'writeTooEarly';
      readonly client: string;
      readonly cxid: number;
      readonly zxid: Zxid;
      readonly after: Zxid;
    }
  | {
      readonly kind: 'ownWriteMissed';
      readonly client: string;
      readonly cxid: number;
      readonly zxid: Zxid;
      readonly written: Zxid;
    }
  | {
      readonly kind: 'staleSync';
      readonly client: string;
      readonly cxid: number;
      readonly zxid: Zxid;
      readonly committed: Zxid;
    }
  | { readonly kind: 'firedUnset'; readonly client: string; readonly event: WatchEventType; readonly path: string }
  | {
      readonly kind: 'watchOvertaken';
      readonly client: string;
      readonly path: string;
      readonly was: Zxid;
      readonly zxid: Zxid;
    };

/** A fact as plain values, for where no language is: `without zxid 2·4 missing 2·3`. */
export function factText(fact: Fact): string {
  if (fact.kind === 'stalled') return `stalled since ${fact.since} ms: ${fact.why.map(whyText).join('; ')}`;
  const { kind, ...values } = fact;
  return [kind, ...Object.entries(values).map(([name, value]) => `${name} ${valueText(value)}`)].join(' ');
}

const SMALLEST_TXN = 2 ** 32;

function valueText(value: unknown): string {
  if (typeof value === 'number') return value < SMALLEST_TXN ? String(value) : zxidLabel(value as Zxid);
  if (Array.isArray(value)) return value.map(valueText).join(',');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
