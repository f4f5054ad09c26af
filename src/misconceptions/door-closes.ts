/** A leader takes learners in for as long as it leads. */
import { create, start } from '../scenario/script-steps.ts';
import { sidOf } from '../zookeeper/ids.ts';
import type { SetMisconception } from './misconception.ts';
import { scene } from './scenes.ts';

const [s1, s2, s3] = [sidOf(1), sidOf(2), sidOf(3)];

export const doorCloses: SetMisconception = {
  misconception: {
    id: 'door-closes',
    topic: 'epochs',
    scene: scene('door-closes', 'The third comes late', {
      at: 2,
      starting: [1, 2],
      more: [create(1500, 'ann', '/before'), start(2000, 3)],
    }),
    until: { event: 'notes', note: 'upToDate', server: s3 },
    refuted: [
      { question: { ask: 'servers', state: 'LEADING', zabState: 'BROADCAST' }, is: [s2] },
      { question: { ask: 'servers', state: 'FOLLOWING', leader: s2 }, is: [s1, s3] },
      // It has led all the time.
      { question: { ask: 'count', of: { event: 'notes', note: 'elected', where: { becomes: 'LEADING' } } }, is: 1 },
    ],
    show: { server: s2, look: 'inside' },
    lights: [{ light: 'server', server: s3 }],
    values: {
      leader: { ask: 'servers', state: 'LEADING' },
      epoch: { ask: 'server', server: s2, field: 'epoch' },
      followers: { ask: 'servers', state: 'FOLLOWING' },
    },
    cites: ['10.2', '10.3', '11.1'],
    code: ['Leader.LearnerCnxAcceptor', 'LearnerHandler.run'],
    lesson: 'late-joiner',
  },
  words: {
    en: {
      said: 'Once a quorum is there, the leader takes no more followers in',
      truth:
        'The leader accepts learners for as long as it leads. Whoever comes late gets the epoch that was fixed before, is brought up to date in the middle of it, and follows; nothing is elected anew.',
      see: '{leader} has served in epoch {epoch} for a while. S3 was started long after the quorum, has just received UPTODATE, and is a follower as any other: {followers}.',
    },
    zh: {
      said: '凑齐 quorum 之后，leader 就不再接收 follower',
      truth:
        '只要还在领导，leader 就一直接收 learner。迟到者拿到先前定下的 epoch，中途补齐数据，然后成为 follower；不需要重新选举。',
      see: '{leader} 已经在 epoch {epoch} 里服务了一段时间。S3 在 quorum 凑齐很久之后才启动，刚刚收到 UPTODATE，已和别的 follower 一样：{followers}。',
    },
  },
};
