import { invariant } from '../invariant.ts';

export const noStartupLockout = invariant({
  id: 'NoStartupLockout',
  name: 'Who crashed can start again',
  group: 'liveness',
  statement: 'After a crash at any point a server starts again without anybody mending its disk.',
  source: 'QuorumPeer.loadDataBase; ZOOKEEPER-1653, -2307, -2354, -4269',
  watches: ['refusedToStart'],
  check: ({ note: { reason }, sid }) => ({ servers: [sid], fact: { kind: 'lockedOut', reason } }),
});
