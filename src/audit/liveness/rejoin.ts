import { awayFor } from './away.ts';
import { detector, stall } from './detector.ts';

export const rejoin = detector({
  id: 'Rejoin',
  name: 'Who lost its leader comes back',
  statement: 'A server that has lost its leader comes to follow or observe the one that serves.',
  source: 'QuorumPeer.run; ZOOKEEPER-1514, -3769, -4394',
  find: (look) => {
    const away = awayFor(look, { hasServed: true });
    return away === null ? null : stall(look, [away.sid], away.since);
  },
});
