import { detector, stall } from './detector.ts';
import { awayFor } from './away.ts';

export const join = detector({
  id: 'Join',
  name: 'Who starts comes to serve',
  statement: 'A server that starts beside a leader that serves comes to follow or observe it.',
  source: 'FastLeaderElection.lookForLeader; ZOOKEEPER-1732, -1805, -3769',
  find: (look) => {
    const away = awayFor(look, { hasServed: false });
    return away === null ? null : stall(look, [away.sid], away.since);
  },
});
