/** The leader's own ack is one of them, and not needed. */
import { zxid } from '../lessons/scene.ts';
import { create, slowDisk } from '../scenario/script-steps.ts';
import { sidOf } from '../zookeeper/ids.ts';
import type { SetMisconception } from './misconception.ts';
import { scene } from './scenes.ts';

const s3 = sidOf(3);
const WRITE = zxid(1, 2);
const ON_DISK = { ask: 'servers', onDisk: WRITE } as const;
const acks = { ask: 'noted', note: 'committed', field: 'acks' } as const;

export const leaderLogsFirst: SetMisconception = {
  misconception: {
    id: 'leader-logs-first',
    topic: 'broadcast',
    scene: scene('leader-logs-first', 'The leader has the slow disk', {
      at: 3,
      more: [slowDisk(1500, 3, 300), create(2000, 'ann', '/a')],
    }),
    until: { event: 'commits', server: s3, zxid: WRITE },
    refuted: [
      { question: acks, lacks: s3 },
      { question: ON_DISK, lacks: s3 },
    ],
    show: { server: s3, look: 'inside' },
    lights: [
      { light: 'cell', server: s3, zxid: WRITE },
      { light: 'cell', server: sidOf(1), zxid: WRITE },
    ],
    values: { acks, onDisk: ON_DISK },
    cites: ['13.2', '13.3'],
    code: ['AckRequestProcessor', 'Leader.tryToCommit'],
    lesson: 'quorum-commits',
  },
  words: {
    en: {
      said: 'A leader commits only what it has logged itself',
      truth:
        'The leader’s ack is one vote among the others, and comes once its own disk is done. If a quorum of followers is quicker, that commits: with three servers, the two followers.',
      see: 'S3, the leader, has just committed 1·2 with the acks of {acks}. It is on the disks of {onDisk}, and S3 itself is still writing.',
    },
    zh: {
      said: 'leader 只提交自己已经写进日志的事务',
      truth:
        'leader 的 ACK 只是其中一票，要等自己的磁盘写完才有。如果 follower 已凑齐 quorum，就此提交：三台服务器时，两台 follower 就够了。',
      see: 'leader S3 刚凭 {acks} 的 ACK 提交了 1·2。它在 {onDisk} 的磁盘上，S3 自己还在写。',
    },
  },
};
