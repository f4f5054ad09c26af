/** What the audit keeps for the properties of liveness: since when all is well outside, and since when somebody waits. */
import { takesRequests } from '../../zookeeper/quorum/leader.ts';
import type { World } from '../../kernel/world.ts';
import { initLimitMillis, syncLimitMillis } from '../../zookeeper/config/ensemble.ts';
import { isQuorum } from '../../zookeeper/election/quorum-verifier.ts';
import type { Zxid } from '../../zookeeper/ids.ts';
import type { ZooKeeper } from '../../zookeeper/peer/protocol.ts';
import { type Member, soundServers } from './sound.ts';
import { isServing } from './why.ts';

/** Virtual milliseconds throughout. */
export interface Progress {
  /** When it was looked last, and when it will be again. */
  readonly lookedAt: number;
  readonly lookAt: number;
  /** Of the servers that must get on: ids and incarnations. */
  readonly sound: string;
  /** Since when it is they, and nothing was done to anybody; null while no quorum is sound. */
  readonly soundSince: number | null;
  /** Since when a leader with a quorum serves them; null while none does. */
  readonly ledSince: number | null;
  /** When that ended last. */
  readonly ledUntil: number | null;
  /** By node: what is known of the process that runs there. */
  readonly processes: readonly (Running | null)[];
  /** The oldest proposal of the leader, and since when it is that. */
  readonly oldest: { readonly zxid: Zxid; readonly since: number } | null;
  /** When a leader stepped down because its counter had run out; null once service is back. */
  readonly rolledOverAt: number | null;
}

interface Running {
  readonly incarnation: number;
  readonly hasServed: boolean;
  /** Since when it does not serve; null while it does. */
  readonly awaySince: number | null;
}

export const NO_PROGRESS: Progress = {
  lookedAt: 0,
  lookAt: 0,
  sound: '',
  soundSince: null,
  ledSince: null,
  ledUntil: null,
  processes: [],
  oldest: null,
  rolledOverAt: null,
};

/** How often it is looked. */
const LOOK_MILLIS = 1000;

/** What a detector is shown. */
export interface Look {
  readonly world: World<ZooKeeper>;
  readonly members: readonly Member[];
  /** The leader that serves a quorum of them. */
  readonly leader: Member | null;
  /** This look counted in. */
  readonly progress: Progress & { readonly soundSince: number };
  readonly limits: Limits;
  /** Whether a wait that began then has lasted `millis` since the look before this one: each is told once. */
  readonly hasJustLasted: (since: number, millis: number) => boolean;
}

/** What the slowest of them may take, in milliseconds. */
export interface Limits {
  /** From silence to a leader that serves: notifications have backed off to a minute, and a quorum has initLimit. */
  readonly electionMillis: number;
  /** A leader commits within that or is told by its ticks that it has no quorum. */
  readonly commitMillis: number;
  readonly tickMillis: number;
}

function limitsOf(members: readonly Member[]): Limits {
  const most = (millis: (member: Member) => number): number => Math.max(...members.map(millis));
  const tickMillis = most(({ config }) => config.timing.tickMillis);
  return {
    electionMillis: most(
      ({ config: { timing } }) => BACKOFF_MILLIS_MAX + timing.finalizeWaitMillis + 2 * initLimitMillis(timing),
    ),
    commitMillis: 2 * (most(({ config }) => syncLimitMillis(config.timing)) + tickMillis),
    tickMillis,
  };
}

/** FastLeaderElection.maxNotificationInterval. */
const BACKOFF_MILLIS_MAX = 60_000;

/** The progress after a look, and what detectors need of it; `look` is null where nothing is promised. */
export function lookOn(
  before: Progress,
  world: World<ZooKeeper>,
): { readonly progress: Progress; readonly look: Look | null } {
  const { now } = world;
  const members = soundServers(world);
  const sound = members === null ? '' : members.map(({ sid, node }) => `${sid}.${node.incarnation}`).join(' ');
  const soundSince = members === null ? null : sound === before.sound ? (before.soundSince ?? now) : now;
  const leader = members?.find((member) => leads(member, members)) ?? null;
  const ledSince = leader === null ? null : (before.ledSince ?? now);
  const [oldest] = leader?.peer.leader?.outstandingProposals ?? [];
  const isSame = oldest !== undefined && oldest.txn.zxid === before.oldest?.zxid;
  const progress: Progress = {
    lookedAt: now,
    lookAt: now + LOOK_MILLIS,
    sound,
    soundSince,
    ledSince,
    ledUntil: leader === null && before.ledSince !== null ? now : before.ledUntil,
    processes: world.nodes.map((node, id) => {
      if (node.config.kind !== 'server' || node.state?.kind !== 'server') return null;
      const known = before.processes[id];
      const { incarnation } = node;
      const serves = isServing(node.state);
      const isKnown = known?.incarnation === incarnation;
      const awaySince = serves ? null : isKnown ? (known.awaySince ?? now) : now;
      return { incarnation, hasServed: serves || (isKnown && known.hasServed), awaySince };
    }),
    oldest: oldest === undefined ? null : isSame ? before.oldest : { zxid: oldest.txn.zxid, since: now },
    rolledOverAt: leader === null ? before.rolledOverAt : null,
  };
  if (members === null || soundSince === null) return { progress, look: null };
  const hasJustLasted = (since: number, millis: number): boolean =>
    now - since >= millis && before.lookedAt - since < millis;
  const limits = limitsOf(members);
  return { progress, look: { world, members, leader, progress: { ...progress, soundSince }, limits, hasJustLasted } };
}

function leads({ sid, peer }: Member, members: readonly Member[]): boolean {
  const { leader, quorumVerifier, leaving } = peer;
  if (leader === null || !takesRequests(leader) || leaving) return false;
  const followers = members.filter(({ peer: other }) => other.learner?.leader === sid && isServing(other));
  return isQuorum(quorumVerifier, [sid, ...followers.map((follower) => follower.sid)]);
}
