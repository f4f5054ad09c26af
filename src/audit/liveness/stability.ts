import { initLimitMillis, syncLimitMillis } from '../../zookeeper/config/ensemble.ts';
import { invariant } from '../invariant.ts';

/** A reconfiguration may name another leader, and zxids may run out: those are no faults of it. */
export const stability = invariant({
  id: 'Stability',
  name: 'A good leader stays',
  group: 'liveness',
  statement: 'A leader that serves a quorum keeps it while nothing is done to them.',
  source: 'Leader.lead, Follower.followLeader; ZOOKEEPER-3240',
  watches: ['steppedDown', 'leaderLost'],
  check: ({ note, audit: { progress }, world, node, peer, sid }) => {
    const { soundSince, ledSince, sound } = progress;
    if (soundSince === null || ledSince === null || node.config.kind !== 'server') return null;
    if (note.reason === 'rollover' || note.reason === 'reconfigured') return null;
    if (note.kind === 'leaderLost' && !note.synced) return null;
    // A reconfig has named another leader: its followers have left, and then it leaves.
    if (note.kind === 'steppedDown' && peer !== null && peer.currentVote.leader !== sid) return null;
    // What was done before may still be felt: connections that time out, learners that catch up.
    const { timing } = node.config;
    const settled = Math.max(soundSince, ledSince) + 2 * (initLimitMillis(timing) + syncLimitMillis(timing));
    if (world.now < settled || !sound.split(' ').includes(`${sid}.${node.incarnation}`)) return null;
    const servers = note.kind === 'leaderLost' ? [note.leader, sid] : [sid];
    return { servers, fact: { kind: 'leadershipLost', reason: note.reason, since: ledSince } };
  },
});
