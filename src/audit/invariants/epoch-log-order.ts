import { invariant } from '../invariant.ts';

/** Broken by a crash between the log and the epoch's file of a sync: ZOOKEEPER-1653, -2354. */
export const epochLogOrder = invariant({
  id: 'EpochLogOrder',
  name: 'No log ahead of its epoch',
  group: 'implementation',
  statement: 'A server that starts finds no transaction on its disk of a later epoch than the one it has joined.',
  source: 'QuorumPeer.loadDataBase; ZOOKEEPER-1653, -2354, -4269',
  watches: ['refusedToStart'],
  check: ({ note, sid }) => {
    if (note.reason !== 'epochBehindLog') return null;
    const { currentEpoch, lastZxid } = note;
    return { servers: [sid], fact: { kind: 'epochBehindLog', currentEpoch, lastZxid } };
  },
});
