/** A follower may apply what is not yet on its own disk. */
import { zxid } from '../lessons/scene.ts';
import { create, slowDisk } from '../scenario/script-steps.ts';
import { sidOf } from '../zookeeper/ids.ts';
import type { SetMisconception } from './misconception.ts';
import { scene } from './scenes.ts';

const s1 = sidOf(1);
const WRITE = zxid(1, 2);
const ON_DISK = { ask: 'servers', onDisk: WRITE } as const;
const APPLIED = { ask: 'servers', applied: WRITE } as const;

export const commitAfterDisk: SetMisconception = {
  misconception: {
    id: 'commit-after-disk',
    topic: 'broadcast',
    scene: scene('commit-after-disk', 'COMMIT comes before the disk is done', {
      at: 3,
      more: [slowDisk(1500, 1, 300), create(2000, 'ann', '/a')],
    }),
    until: { event: 'notes', note: 'applied', server: s1, where: { zxid: WRITE } },
    refuted: [
      { question: APPLIED, has: s1 },
      { question: ON_DISK, lacks: s1 },
      { question: { ask: 'data', server: s1, path: '/a' }, is: 'x' },
    ],
    show: { server: s1, look: 'data' },
    lights: [
      { light: 'znode', server: s1, path: '/a' },
      { light: 'server', server: s1 },
      { light: 'cell', server: s1, zxid: WRITE },
    ],
    values: { applied: APPLIED, onDisk: ON_DISK },
    cites: ['13.4'],
    code: ['Follower.processPacket', 'CommitProcessor', 'SyncRequestProcessor'],
    lesson: 'quorum-commits',
  },
  words: {
    en: {
      said: 'A follower commits a transaction only after it has written it to its own log',
      truth:
        'Writing and committing are two threads. If COMMIT comes while the flush is still under way, the follower applies the transaction in memory and shows it to its clients; a quorum of other disks has it.',
      see: 'S1 has just applied 1·2: /a is in its data. Its disk is not done: 1·2 is applied at {applied}, and on the disks of {onDisk} only.',
    },
    zh: {
      said: 'follower 先把事务写进自己的日志，然后才提交',
      truth:
        '写日志和提交是两个线程。如果 COMMIT 到达时刷盘还没结束，follower 就先在内存里应用并给客户端看到；此时它已在 quorum 的磁盘上。',
      see: 'S1 刚应用了 1·2：数据里已经有 /a。它的磁盘还没写完：应用了 1·2 的有 {applied}，落盘的只有 {onDisk}。',
    },
  },
};
