/** Who lacks what is committed does not lead those who have it. */
import { sidOf } from '../zookeeper/ids.ts';
import { zxid } from '../lessons/scene.ts';
import type { SetChallenge } from './challenge.ts';
import { running } from './scenes.ts';
import { write } from './write.ts';

const [s1, s2, s3] = [sidOf(1), sidOf(2), sidOf(3)];
const WRITE = zxid(1, 2);

export const olderLeads: SetChallenge = {
  challenge: {
    id: 'older-leads',
    scene: running('older-leads', 'Three, and one hears less', 3),
    goal: [
      { question: { ask: 'happened', what: { event: 'commits', server: s3, zxid: WRITE } }, is: true },
      { question: { ask: 'servers', onDisk: WRITE }, is: [s2, s3] },
      { question: { ask: 'servers', state: 'LEADING', zabState: 'BROADCAST', up: true }, is: [s1] },
    ],
    without: ['wipe', 'loseTail'],
    solution: null,
    attempts: [
      [
        { until: { event: 'commits', server: s3, zxid: zxid(1, 1) }, within: 800 },
        { acts: [{ do: 'partition', groups: [[s1], [s2, s3]] }] },
        { acts: [write('/newer')], until: { event: 'commits', server: s3, zxid: WRITE }, within: 400 },
        { acts: [{ do: 'kill', server: s3 }] },
        { acts: [{ do: 'healAll' }], until: { event: 'becomes', server: s2, zabState: 'BROADCAST' }, within: 2500 },
      ],
      [
        { until: { event: 'commits', server: s3, zxid: zxid(1, 1) }, within: 800 },
        { acts: [{ do: 'partition', groups: [[s1], [s2, s3]] }] },
        { acts: [write('/newer')], until: { event: 'commits', server: s3, zxid: WRITE }, within: 400 },
        { acts: [{ do: 'kill', server: s3 }] },
        { acts: [{ do: 'kill', server: s2 }] },
        { acts: [{ do: 'healAll' }], until: { event: 'passes', millis: 5000 }, within: 2500 },
      ],
    ],
    cites: ['8.5', '10.3'],
  },
  words: {
    en: {
      title: 'Led by one who lacks it',
      task: 'S3 commits 1·2 with S2, and S1 does not have it. Make S1 the leader all the same, while 1·2 is on the disks of S2 and S3 only. No wipe, no lost tail.',
      goal: ['S3 has committed 1·2', '1·2 is on the disks of S2 and S3, and not of S1', 'S1 leads, and nobody else'],
      why: 'S1 needs one more voter, and either of them has the newer log: its vote beats that of S1. Were S1 elected before they answer, the handshake would stop it: a learner whose ACKEPOCH is ahead is hung up on, and without it S1 has no quorum.',
    },
    zh: {
      title: '让缺事务的来领导',
      task: 'S3 和 S2 一起提交了 1·2，S1 没有它。请让 S1 照样当上 leader，同时 1·2 只在 S2 和 S3 的磁盘上。不许清空，不许丢尾。',
      goal: ['S3 提交了 1·2', '1·2 在 S2 和 S3 的磁盘上，不在 S1 上', '只有 S1 在领导'],
      why: 'S1 还差一个投票者，而那两台的日志都更新：它们的选票会胜过 S1。即使 S1 抢先当选，握手也会拦住它：ACKEPOCH 比它更新的 learner 会被断开连接，而缺了这一台，S1 就凑不齐 quorum。',
    },
  },
};
