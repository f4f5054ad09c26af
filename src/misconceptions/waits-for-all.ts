/** A quorum commits; the slowest disk does not matter. */
import { zxid } from '../lessons/scene.ts';
import { create, slowDisk } from '../scenario/script-steps.ts';
import { sidOf } from '../zookeeper/ids.ts';
import type { SetMisconception } from './misconception.ts';
import { scene } from './scenes.ts';

const [s1, s3] = [sidOf(1), sidOf(3)];
const WRITE = zxid(1, 2);
const ON_DISK = { ask: 'servers', onDisk: WRITE } as const;
const acks = { ask: 'noted', note: 'committed', field: 'acks' } as const;

export const waitsForAll: SetMisconception = {
  misconception: {
    id: 'waits-for-all',
    topic: 'broadcast',
    scene: scene('waits-for-all', 'One slow follower', {
      at: 3,
      more: [slowDisk(1500, 1, 300), create(2000, 'ann', '/a')],
    }),
    until: { event: 'commits', server: s3, zxid: WRITE },
    refuted: [
      { question: acks, lacks: s1 },
      { question: ON_DISK, lacks: s1 },
      { question: { ask: 'servers', state: 'FOLLOWING', leader: s3 }, has: s1 },
    ],
    show: { server: s3, look: 'inside' },
    lights: [
      { light: 'cell', server: s1, zxid: WRITE },
      { light: 'cell', server: s3, zxid: WRITE },
    ],
    values: { acks, onDisk: ON_DISK },
    cites: ['13.3'],
    code: ['Leader.processAck', 'Leader.tryToCommit'],
    lesson: 'quorum-commits',
  },
  words: {
    en: {
      said: 'The leader commits once all followers have the transaction on disk',
      truth:
        'A quorum is enough: two of three, and the leader’s own ack is one of them. Who is slow gets the transaction in order and later, and nobody waits for it.',
      see: 'S3 has just committed 1·2 with the acks of {acks}. It is on the disks of {onDisk}; S1, a follower in good standing, is still writing it. Compare the marked cells in the logs.',
    },
    zh: {
      said: '所有 follower 都把事务写进磁盘，leader 才提交',
      truth: '有 quorum 就够了：三台里的两台，leader 自己的 ACK 也算一票。慢的那台晚些按顺序收到，没有人等它。',
      see: 'S3 刚凭 {acks} 的 ACK 提交了 1·2。它在 {onDisk} 的磁盘上；S1 是正常的 follower，却还在写。请比较日志里标出的格子。',
    },
  },
};
