import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const en: WordsOf<typeof lesson> = {
  title: 'Election inside, recipe outside',
  question: 'Clients elect a leader with ZooKeeper, and ZooKeeper elects a leader. Is that the same?',
  steps: {
    queue: {
      title: 'A queue of znodes',
      says: 'Anna and Bert are clients. Only one of them may do the work. So each has created an ephemeral sequential znode below /lock: n-0000000000 belongs to {holder}, n-0000000001 to Bert. Whoever has the smallest number is the leader, Anna. Bert watches her znode and waits.\n\nThis is a recipe, made of ordinary writes. The servers know nothing of it. They have a leader of their own, {leader}, and found it with votes.',
    },
    'server-dies': {
      title: 'A server dies',
      says: 'S3, the leader of the servers, is killed.',
      ask: 'Who has the smallest znode six seconds later?',
      choices: {
        anna: 'Anna, still',
        bert: 'Bert: the leader has changed',
      },
      answer:
        'Still Anna: n-0000000000 says “{holder}”. The servers held an election, and {leader} leads them now. For the clients it was a pause. Sessions are part of what is replicated, and a new leader gives each a fresh timeout. Their clients come back to another server with the same session, and its znodes never went away.',
      wrong: {
        bert: 'Bert’s turn comes when Anna’s session ends. In this branch it is her client that is killed: {millis} ms later her znode is gone, and {leader} leads the servers as before.',
      },
    },
    'client-dies': {
      title: 'A client dies',
      says: 'Back to the beginning. Now Anna’s client is killed, and all servers stay up.',
      ask: 'Does a server start an election before Bert’s watch tells him that it is his turn?',
      choices: {
        election: 'Yes, a new leader is needed',
        none: 'No',
      },
      answer:
        'No. {leader} notices that Anna’s session has not been heard of for its timeout, 4 seconds rounded up to a tick, and closes it by a transaction like any other. Her znode goes with it, and Bert’s watch fires {millis} ms after her death. No vote, no round, no epoch: what elected Bert is a number in a name.',
      wrong: {
        election:
          'An election of servers is about a server. In this branch S3 is killed: they elect {leader}, and n-0000000000 still says “{holder}”.',
      },
    },
    both: {
      title: 'Two holders',
      says: 'Once more from the beginning. This time nobody dies, but S1, to which Anna is connected, is cut off from S2 and S3. Her client and S1 talk as before.',
      ask: 'Bert’s watch has just told him that Anna’s znode is gone. Whose is n-0000000000 at S1?',
      choices: {
        anna: 'Anna’s',
        nobody: 'Nobody’s, it is gone there, too',
      },
      answer:
        'Anna’s. {millis} ms after the cut S3 has closed her session, because it no longer hears of her. S1 does not know: until syncLimit is over it takes S3’s silence for a pause, and answers her. So both believe that they hold the lock.\n\nServers are safe: an old leader commits nothing without a quorum. A client outside has no such rule. If two at once would do harm, let whatever they write to refuse the older one, for example by the zxid of its znode.',
      wrong: {
        nobody:
          'It is gone there as soon as S1 hears of it. In this branch Anna’s client dies and nothing is cut: {millis} ms later S1 has applied the end of her session like everybody.',
      },
    },
  },
};
