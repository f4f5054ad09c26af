/** Votes are changed as better ones are heard of. */
import { sidOf } from '../zookeeper/ids.ts';
import type { SetMisconception } from './misconception.ts';
import { scene } from './scenes.ts';

const s1 = sidOf(1);
const noted = (field: string) => ({ ask: 'noted', note: 'voteAdopted', field }) as const;
const sent = (leader: number) =>
  ({
    event: 'notes',
    note: 'votesSent',
    server: s1,
    where: { 'vote.leader': leader, 'vote.electionEpoch': 1 },
  }) as const;

export const oneVotePerRound: SetMisconception = {
  misconception: {
    id: 'one-vote-per-round',
    topic: 'election',
    scene: scene('one-vote-per-round', 'S1 changes its mind', {}),
    until: { event: 'notes', note: 'votesSent', server: s1, where: { because: 'adopted' } },
    refuted: [
      { question: { ask: 'count', of: sent(1) }, atLeast: 1 },
      { question: { ask: 'count', of: sent(3) }, atLeast: 1 },
      { question: { ask: 'server', server: s1, field: 'logicalClock' }, is: 1 },
    ],
    show: { server: s1, look: 'inside' },
    lights: [
      { light: 'vote', server: s1 },
      { light: 'epoch', server: s1, field: 'logicalClock' },
    ],
    values: {
      was: noted('was.leader'),
      now: { ask: 'server', server: s1, field: 'voteLeader' },
      round: { ask: 'server', server: s1, field: 'logicalClock' },
    },
    cites: ['8.4'],
    code: ['FastLeaderElection.updateProposal', 'FastLeaderElection.sendNotifications'],
    lesson: 'zab-and-raft',
  },
  words: {
    en: {
      said: 'As in Raft, a server votes once per term',
      truth:
        'In FastLeaderElection a vote is an opinion: whoever hears of a better one adopts it and tells everybody, as often as that happens in a round, and nothing of it is on disk. What is promised once, and on disk, is acceptedEpoch, and that comes after the election.',
      see: 'Still round {round}: S1 has told the others of a vote for {was} before, and has just sent them one for {now}. It will not be held to either.',
    },
    zh: {
      said: '和 Raft 一样，一台服务器每个任期只投一票',
      truth:
        'FastLeaderElection 里的选票只是意见：听到更好的就改投并告诉大家，同一轮里可以改多次，也不落盘。真正只承诺一次、并且落盘的是 acceptedEpoch，那是选举之后的事。',
      see: '还在第 {round} 轮：S1 先前告诉大家投给 {was}，刚才又发出了投给 {now} 的选票。哪一张都不会约束它。',
    },
  },
};
