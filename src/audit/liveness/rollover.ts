import { detector, stall } from './detector.ts';

export const rollover = detector({
  id: 'Rollover',
  name: 'A new epoch after the last zxid',
  statement: 'When the zxids of an epoch have run out, a leader of the next one comes to serve.',
  source: 'ZOOKEEPER-1277',
  find: (look) => {
    const { progress, limits, members } = look;
    if (progress.rolledOverAt === null) return null;
    const since = Math.max(progress.soundSince, progress.rolledOverAt);
    if (!look.hasJustLasted(since, limits.electionMillis)) return null;
    return stall(
      look,
      members.map(({ sid }) => sid),
      since,
    );
  },
});
