/** A finished election may have no leader at all. */
import { sidOf } from '../zookeeper/ids.ts';
import type { SetMisconception } from './misconception.ts';
import { scene, when } from './scenes.ts';

const [s1, s2, s3] = [sidOf(1), sidOf(2), sidOf(3)];

export const alwaysALeader: SetMisconception = {
  misconception: {
    id: 'always-a-leader',
    topic: 'election',
    scene: scene('always-a-leader', 'Elected, and dead', {
      more: [
        when({ event: 'becomes', server: s3, state: 'LEADING' }, { do: 'kill', server: s3 }),
        when({ event: 'becomes', server: s1, state: 'FOLLOWING' }, { do: 'kill', server: s3 }),
      ],
    }),
    until: { event: 'notes', note: 'elected', where: { becomes: 'FOLLOWING' } },
    refuted: [
      { question: { ask: 'servers', state: 'FOLLOWING', leader: s3 }, is: [s1, s2] },
      { question: { ask: 'servers', state: 'LEADING', up: true }, is: [] },
    ],
    show: { server: s2, look: 'inside' },
    lights: [
      { light: 'server', server: s3 },
      { light: 'vote', server: s2 },
    ],
    values: {
      followers: { ask: 'servers', state: 'FOLLOWING' },
      leads: { ask: 'servers', state: 'LEADING', up: true },
      votedFor: { ask: 'server', server: s2, field: 'voteLeader' },
    },
    cites: ['8.8', '10.1'],
    code: ['Learner.connectToLeader', 'QuorumPeer.run'],
    lesson: 'elected-not-leading',
  },
  words: {
    en: {
      said: 'When the election is over, somebody leads',
      truth:
        'The election is over for each server by itself, and what it ends with is a belief. The elected may be dead, or may have decided otherwise; then discovery fails within initLimit, and those who believed in it look for a leader again.',
      see: '{followers} have finished the election and follow {votedFor}, which was killed when it had won. Servers that lead: {leads}. Step on: their connections are refused, and the next round begins.',
    },
    zh: {
      said: '选举结束，就一定有 leader',
      truth:
        '每台服务器各自结束选举，得到的只是一个看法。当选者可能已经死了，也可能另有决定；那样发现阶段会在 initLimit 之内失败，相信它的服务器重新寻找 leader。',
      see: '{followers} 已结束选举，跟随 {votedFor}，而它刚当选就被强制终止了。正在领导的服务器：{leads}。往下走：连接被拒绝，开始下一轮。',
    },
  },
};
