import { expect, it } from 'vitest';
import { SMALLEST, sidOf } from '../zookeeper/ids.ts';
import { voteFacts } from './server-facts.ts';

it('an observer that has heard of nobody votes for nobody, in the words of a recording', () => {
  const vote = { leader: SMALLEST, zxid: SMALLEST, electionEpoch: 1, peerEpoch: SMALLEST };
  const nobody = 'Long.MIN_VALUE';
  expect(voteFacts(vote as never)).toEqual({ leader: nobody, zxid: nobody, round: 1, peerEpoch: nobody });
  const heard = { leader: sidOf(5), zxid: 0x100000002, electionEpoch: 2, peerEpoch: 1 };
  expect(voteFacts(heard as never)).toEqual({ leader: 5, zxid: '0x100000002', round: 2, peerEpoch: 1 });
});
