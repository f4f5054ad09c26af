/** The smallest sid leads, though all three began with nothing. */
import { sidOf } from '../zookeeper/ids.ts';
import type { SetChallenge } from './challenge.ts';
import { running } from './scenes.ts';

const [s1, s2, s3] = [sidOf(1), sidOf(2), sidOf(3)];

export const s1Leads: SetChallenge = {
  challenge: {
    id: 's1-leads',
    scene: running('s1-leads', 'Three equals', 3),
    goal: [
      { question: { ask: 'servers', state: 'LEADING', zabState: 'BROADCAST', up: true }, is: [s1] },
      { question: { ask: 'servers', state: 'FOLLOWING', leader: s1, up: true }, atLeast: 1 },
    ],
    solution: [
      { until: { event: 'does', act: 'start', server: s3 } },
      {
        acts: [{ do: 'partition', groups: [[s1, s3], [s2]] }],
        until: { event: 'notes', note: 'servingStarted', server: s1 },
      },
      { acts: [{ do: 'kill', server: s3 }] },
      { acts: [{ do: 'healAll' }], until: { event: 'notes', note: 'servingStarted', server: s2 }, within: 800 },
    ],
    cites: ['8.5', '11.4'],
  },
  words: {
    en: {
      title: 'Make S1 the leader',
      task: 'Three servers, all empty. Left alone they elect S3, whose id is the largest. Make S1 lead, with a follower.',
      goal: ['S1 leads, and nobody else', 'somebody follows S1'],
      why: 'The id decides last. A vote with a newer epoch beats it, and so does one with a longer log: keep S2 away from an epoch that S1 has joined, then let these two elect.',
    },
    zh: {
      title: '让 S1 当上 leader',
      task: '三台服务器都是空的。不去管它们，当选的是 id 最大的 S3。请让 S1 成为 leader，而且有人跟随它。',
      goal: ['只有 S1 在领导', '有服务器跟随 S1'],
      why: 'id 是最后才比较的。epoch 更新的选票优先，其次是日志更长的选票：让 S2 错过 S1 已经加入的那个 epoch，再让它们两个选举。',
    },
  },
};
