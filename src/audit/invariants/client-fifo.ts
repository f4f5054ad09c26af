import { clientInvariant } from '../invariant.ts';

/** Lost calls, too, end in their order. An addauth is answered as it is read, ahead of what still waits (ZooKeeperServer.processPacket). */
export const clientFifo = clientInvariant({
  id: 'ClientFifo',
  name: 'Answers in the order asked',
  group: 'client',
  statement: 'A client is answered in the order in which it asked.',
  source: 'ClientCnxn; USENIX ATC 2010, section 2.3; ZOOKEEPER-1863',
  watches: ['clientAnswered'],
  check: ({ note: { cxid, operation }, record: { name, calls } }) => {
    const [oldest] = calls;
    if (oldest === undefined || oldest.cxid === cxid || operation === 'auth') return null;
    return { kind: 'answerOutOfTurn', client: name, cxid, expected: oldest.cxid };
  },
});
