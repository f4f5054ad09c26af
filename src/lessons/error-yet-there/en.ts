import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const en: WordsOf<typeof lesson> = {
  title: 'The client saw an error, yet the write is there',
  question: 'ConnectionLoss. Did it happen or not, and what may you do now?',
  steps: {
    asked: {
      title: 'An order',
      says: 'Client ann is connected to S1, a follower. She orders a book: create -s /orders/o- book. The -s asks for a number behind the name.\n\nS1 may not decide that. It has just passed the request on to S3, the leader. From here on there are two futures.',
    },
    late: {
      title: 'First future: S1 dies late',
      says: 'S3 has proposed the order, a quorum has it on disk, and S3 has just committed it. At this moment S1 dies. It cannot tell ann any more. Nobody else talks to her: only the server of her connection answers.',
      ask: 'Is the order in S2’s database when ann sees her error?',
      choices: {
        there: 'Yes',
        gone: 'No: her request has failed',
      },
      answer:
        'Yes: the order is there, with the data {data}. The commit has nothing to do with ann’s connection. What was lost is the answer, not the write. ann’s console says ConnectionLoss.',
      wrong: {
        gone: 'It would be so if S1 had died earlier. In this branch S1’s request never reaches S3. Nobody has the order, and ann sees the very same error.',
      },
    },
    early: {
      title: 'Second future: S1 dies early',
      says: 'Back to the same moment. Now the request is lost on its way to S3, and S1 dies. No order exists anywhere.\n\nLook at ann’s console: ConnectionLoss, word for word as before. The error does not say “failed”. It says: I do not know. ann’s program cannot tell the two futures apart, so what it does next must be right in both.',
    },
    again: {
      title: 'Just ask again?',
      says: 'The first future once more: the order is there, and ann does not know. Her ZooKeeper client finds the next server by itself, with the same session. Her program does what most programs do: it sends the same create -s again.',
      ask: 'How many orders are there then?',
      choices: {
        two: 'Two',
        one: 'One: ZooKeeper recognises the same request',
      },
      answer:
        'Two: o-0000000000 holds {first}, and o-0000000001 holds {second}. To the server the second request is a new one: it keeps no list of what a client has asked before. ann gets two books.',
      wrong: {
        one: 'In the other future it is right. In this branch S1 died early and nothing had been created. Her second try makes the only order, o-0000000000: {first}. One program, two futures, and it is wrong in one of them.',
      },
    },
    named: {
      title: 'Remedy one: a name of your own',
      says: 'This time ann’s program chooses the name: create /orders/4711 book. 4711 is this order’s own number and belongs to no other. The request is on its way to S3. S1 will die late, as in the first future, and ann asks again.',
      ask: 'What is her second try answered?',
      choices: {
        ok: 'OK',
        exists: 'An error: the node exists',
      },
      answer:
        '{error}. Nobody else uses this name, so this answer is good news: it was my first try, and it worked. There is one order in both futures. A request that may safely be asked for twice is called idempotent.',
      wrong: {
        ok: 'So it is where the first try was lost. In this branch S1 dies early, and the second try creates the order. OK or node exists: with a name of its own, both mean that the order is there, once.',
      },
    },
    stock: {
      title: 'Remedy two: name the version',
      says: 'ann and ben look after /stock. It holds 10, version 0. ann sells one: set -v 0 /stock 9, that is, only if nobody has changed it since. S1 will die late. ann asks the same again and gets a version error.',
      ask: 'What does /stock hold now?',
      answer:
        '{data}. Her first try worked and made it version 1, so the second does not fit and changes nothing. The version keeps a change from being made twice. Whose change it was, the error does not say: ann must read to know.',
      wrong: {
        old: 'The error does mean that somebody has changed it. In this branch S1 dies early and ben sets the stock meanwhile. ann gets the same version error, and /stock holds {data}: this time it was not her. So after a version error: read, and decide again.',
      },
    },
  },
};
