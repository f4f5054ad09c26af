/** An ACK is for one transaction. */
import { zxid } from '../lessons/scene.ts';
import { act, create } from '../scenario/script-steps.ts';
import { sidOf } from '../zookeeper/ids.ts';
import type { SetMisconception } from './misconception.ts';
import { scene } from './scenes.ts';

const [s1, s2, s3] = [sidOf(1), sidOf(2), sidOf(3)];
const [FIRST, SECOND] = [zxid(1, 2), zxid(1, 3)];
const acks = { ask: 'noted', note: 'acked', field: 'acks' } as const;

export const ackUpTo: SetMisconception = {
  misconception: {
    id: 'ack-up-to',
    topic: 'broadcast',
    scene: scene('ack-up-to', 'One ACK is lost, the next is not', {
      at: 3,
      more: [
        act(1800, { do: 'freeze', server: s2 }),
        act(1900, { do: 'loss', from: s1, to: s3, percent: 100 }),
        create(2000, 'ann', '/a'),
        act(2100, { do: 'loss', from: s1, to: s3, percent: 0 }),
        create(2200, 'ann', '/b'),
      ],
    }),
    until: { event: 'counts', server: s3, acks: 2, zxid: SECOND },
    refuted: [
      { question: acks, is: [s1, s3] },
      // S1 has both, in order, and has acknowledged the later one.
      { question: { ask: 'servers', onDisk: FIRST }, has: s1 },
      { question: { ask: 'committed', zxid: FIRST }, is: false },
      { question: { ask: 'committed', zxid: SECOND }, is: false },
    ],
    show: { server: s3, look: 'inside' },
    lights: [
      { light: 'wait', server: s3, for: 'proposal' },
      { light: 'cell', server: s1, zxid: FIRST },
    ],
    values: { acks, onDisk: { ask: 'servers', onDisk: FIRST } },
    cites: ['13.3'],
    code: ['Leader.processAck', 'SendAckRequestProcessor'],
    lesson: 'primary-order',
  },
  words: {
    en: {
      said: 'ACK(zxid) means: I have everything up to zxid',
      truth:
        'Every transaction is acknowledged by itself, and counted by itself. Acks come in order because connections keep order, so nobody notices; but no ack speaks for an earlier one.',
      see: 'An experiment that TCP would not allow: S1’s ACK of 1·2 was lost on a connection that went on (S2 is frozen). Its ACK of 1·3 has just arrived: {acks} have it. 1·2 is on the disks of {onDisk}, yet the leader counts one ack for it, and commits neither.',
    },
    zh: {
      said: 'ACK(zxid) 表示：到 zxid 为止我都有了',
      truth:
        '每个事务单独确认，也单独计数。连接保证了 ACK 按顺序到达，所以平时看不出来；但没有一个 ACK 能代表更早的事务。',
      see: '这是 TCP 不会发生的实验：S1 对 1·2 的 ACK 丢了，连接却没断（S2 被冻结）。它对 1·3 的 ACK 刚到：{acks} 都有了。1·2 也在 {onDisk} 的磁盘上，可是 leader 只给它记了一个 ACK，两个都不提交。',
    },
  },
};
