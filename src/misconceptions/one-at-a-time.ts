/** Proposals are pipelined. */
import { zxid } from '../lessons/scene.ts';
import { create } from '../scenario/script-steps.ts';
import { sidOf } from '../zookeeper/ids.ts';
import type { SetMisconception } from './misconception.ts';
import { scene } from './scenes.ts';

const s3 = sidOf(3);
const [FIRST, SECOND, THIRD] = [zxid(1, 2), zxid(1, 3), zxid(1, 4)];

export const oneAtATime: SetMisconception = {
  misconception: {
    id: 'one-at-a-time',
    topic: 'broadcast',
    scene: scene('one-at-a-time', 'Three writes in a row', {
      at: 3,
      more: [create(2000, 'ann', '/a'), create(2000, 'ann', '/b'), create(2000, 'ann', '/c')],
    }),
    until: { event: 'proposes', server: s3, zxid: THIRD },
    refuted: [
      { question: { ask: 'committed', zxid: FIRST }, is: false },
      { question: { ask: 'committed', zxid: SECOND }, is: false },
      { question: { ask: 'servers', onDisk: FIRST }, is: [] },
    ],
    show: { server: s3, look: 'inside' },
    lights: [{ light: 'wait', server: s3, for: 'proposal' }],
    values: { onDisk: { ask: 'servers', onDisk: FIRST } },
    cites: ['13.2'],
    code: ['Leader.propose', 'ProposalRequestProcessor'],
    lesson: 'primary-order',
  },
  words: {
    en: {
      said: 'The leader waits until the last transaction is through before it proposes the next',
      truth:
        'Proposals are pipelined: the leader sends them one behind the other, and any number may be outstanding. Order comes from the connections and from committing in order.',
      see: 'S3 has just proposed its third write, 1·4. The first, 1·2, is on the disk of: {onDisk}. All three wait for a quorum (marked in the inspector), and their PROPOSALs travel at the same time.',
    },
    zh: {
      said: 'leader 要等上一个事务完成，才提出下一个',
      truth: '提案是流水线式的：leader 一个接一个发出，未完成的数量没有限制。顺序靠连接的先后和按序提交来保证。',
      see: 'S3 刚提出第三个写入 1·4，而第一个 1·2 落盘的服务器是：{onDisk}。三个都在等 quorum（检查器里已标出），它们的 PROPOSAL 同时在路上。',
    },
  },
};
