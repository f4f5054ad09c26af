/** peerEpoch is compared before the zxid. */
import { lesson } from '../lessons/which-vote-wins/lesson.ts';
import { sidOf } from '../zookeeper/ids.ts';
import { type SetMisconception, sceneOf } from './misconception.ts';

const [s1, s2] = [sidOf(1), sidOf(2)];
const noted = (field: string) => ({ ask: 'noted', note: 'voteCompared', field }) as const;

export const votesByZxid: SetMisconception = {
  misconception: {
    id: 'votes-by-zxid',
    topic: 'election',
    scene: sceneOf('votes-by-zxid', lesson.scenes.older),
    until: { event: 'notes', note: 'voteCompared', server: s1, where: { from: 2 } },
    refuted: [
      { question: noted('vote.zxid'), above: noted('against.zxid') },
      { question: noted('outcome'), is: 'loses' },
      { question: noted('by'), is: 'peerEpoch' },
    ],
    show: { server: s1, look: 'inside' },
    lights: [
      { light: 'vote', server: s1 },
      { light: 'vote', server: s1, from: s2 },
    ],
    values: {
      longer: noted('vote.zxid'),
      older: noted('vote.peerEpoch'),
      shorter: noted('against.zxid'),
      newer: noted('against.peerEpoch'),
    },
    cites: ['8.5', '3'],
    code: ['FastLeaderElection.totalOrderPredicate'],
    lesson: 'which-vote-wins',
  },
  words: {
    en: {
      said: 'Votes are compared by zxid, then by server id',
      truth:
        'peerEpoch comes first: the currentEpoch of the server that is voted for. Only votes of the same peerEpoch are compared by zxid, and only those with the same zxid by id.',
      see: 'S1 has just compared S2’s vote with its own. S2’s zxid is the larger one, {longer} against {shorter}, and S2 loses all the same: its peerEpoch is {older}, the other is {newer}. The two rows are marked in S1’s ballot box.',
    },
    zh: {
      said: '选票先比 zxid，再比服务器 id',
      truth: '最先比较的是 peerEpoch，即所投服务器的 currentEpoch。peerEpoch 相同才比 zxid，zxid 也相同才比 id。',
      see: 'S1 刚把 S2 的选票与自己的比过。S2 的 zxid 更大：{longer} 对 {shorter}，却还是输了，因为它的 peerEpoch 是 {older}，对方是 {newer}。S1 的投票箱里标出了这两行。',
    },
  },
};
