import { detector, stall } from './detector.ts';

export const writeCommits = detector({
  id: 'WriteCommits',
  name: 'What is proposed commits',
  statement: 'What the leader of a quorum proposes commits, or it steps down.',
  source: 'Leader.tryToCommit; ZOOKEEPER-2247, -3701',
  find: (look) => {
    const { progress, limits, leader } = look;
    if (leader === null || progress.oldest === null) return null;
    const since = Math.max(progress.soundSince, progress.oldest.since);
    return look.hasJustLasted(since, limits.commitMillis) ? stall(look, [leader.sid], since) : null;
  },
});
