/** A vote of an older round is not compared at all. */
import { lesson } from '../lessons/which-vote-wins/lesson.ts';
import { sidOf } from '../zookeeper/ids.ts';
import { type SetMisconception, sceneOf } from './misconception.ts';

const [s1, s3] = [sidOf(1), sidOf(3)];
const noted = (field: string) => ({ ask: 'noted', note: 'olderRoundIgnored', field }) as const;

export const bestVoteAnyRound: SetMisconception = {
  misconception: {
    id: 'best-vote-any-round',
    topic: 'election',
    scene: sceneOf('best-vote-any-round', lesson.scenes.rounds),
    until: { event: 'notes', note: 'olderRoundIgnored', server: s1, where: { from: 3 } },
    refuted: [
      { question: noted('mine'), above: noted('round') },
      // Equal logs, and the larger id: in one round it would win.
      {
        question: { ask: 'server', server: s3, field: 'voteLeader' },
        above: { ask: 'server', server: s1, field: 'voteLeader' },
      },
      { question: { ask: 'server', server: s1, field: 'voteLeader' }, atLeast: 1 },
    ],
    show: { server: s1, look: 'inside' },
    lights: [
      { light: 'server', server: s3 },
      { light: 'epoch', server: s1, field: 'logicalClock' },
    ],
    values: {
      round: noted('round'),
      mine: noted('mine'),
      keeps: { ask: 'server', server: s1, field: 'voteLeader' },
    },
    cites: ['8.4', '3'],
    code: ['FastLeaderElection.lookForLeader'],
    lesson: 'which-vote-wins',
  },
  words: {
    en: {
      said: 'The best vote wins, whenever it was cast',
      truth:
        'Before anything else the round counts (electionEpoch, the sender’s logicalClock): votes are compared only inside one round. A vote of an older round is neither compared nor recorded; its sender is answered and has to catch up first.',
      see: 'S3 is back, and its vote is the better one: the logs are equal, its id is the largest. But it is of round {round}, and S1 is in round {mine} (marked: logicalClock). So S1 stays with {keeps}.',
    },
    zh: {
      said: '最好的选票总会赢，不管是什么时候投的',
      truth:
        '最先看的是轮次（electionEpoch，即发送者的 logicalClock）：只有同一轮的选票才比较。旧轮次的选票既不比较，也不记录；发送者会收到回复，得先跟上来。',
      see: 'S3 回来了，它的选票更好：日志相同，id 最大。但那是第 {round} 轮的，而 S1 在第 {mine} 轮（已标出 logicalClock）。所以 S1 仍然投给 {keeps}。',
    },
  },
};
