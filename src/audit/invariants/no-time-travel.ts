import { clientInvariant } from '../invariant.ts';

export const noTimeTravel = clientInvariant({
  id: 'NoTimeTravel',
  name: 'No session goes back in time',
  group: 'client',
  statement: 'The zxids that a session is answered with never fall, whichever server answers.',
  source: 'ZooKeeperServer.processConnectRequest, which refuses a client that has seen more',
  watches: ['clientAnswered'],
  check: ({ note: { cxid, answer }, record: { name, lastSeen } }) => {
    // Without an answer of a server there is nothing to see.
    const isLost = answer.error === 'CONNECTIONLOSS' || answer.error === 'SESSIONEXPIRED';
    if (isLost || answer.zxid >= lastSeen) return null;
    return { kind: 'wentBack', client: name, cxid, zxid: answer.zxid, seen: lastSeen };
  },
});
