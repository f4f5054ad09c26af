import { detector, stall } from './detector.ts';

/** Three of the longest silences: a round may be lost to chance, not three. */
const ROUNDS = 3;

export const electionTerminates = detector({
  id: 'ElectionTerminates',
  name: 'Somebody comes to lead',
  statement: 'A quorum that runs and hears each other comes to have a leader that serves it.',
  source: 'FastLeaderElection.lookForLeader; ZOOKEEPER-1419, -2164, -4685',
  find: (look) => {
    const { progress, limits, leader, members } = look;
    if (leader !== null) return null;
    const since = Math.max(progress.soundSince, progress.ledUntil ?? 0);
    if (!look.hasJustLasted(since, ROUNDS * limits.electionMillis)) return null;
    return stall(
      look,
      members.map(({ sid }) => sid),
      since,
    );
  },
});
