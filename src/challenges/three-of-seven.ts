/** Three disks hold it and the leader has heard of three: with seven servers that is no quorum. */
import { sidOf } from '../zookeeper/ids.ts';
import { zxid } from '../lessons/scene.ts';
import type { SetChallenge } from './challenge.ts';
import { running } from './scenes.ts';
import { write } from './write.ts';

const [s1, s2, s3, s4, s5, s6, s7] = [sidOf(1), sidOf(2), sidOf(3), sidOf(4), sidOf(5), sidOf(6), sidOf(7)];
const WRITE = zxid(1, 2);

export const threeOfSeven: SetChallenge = {
  challenge: {
    id: 'three-of-seven',
    scene: running('three-of-seven', 'Seven in peace', 7),
    goal: [
      { question: { ask: 'happened', what: { event: 'counts', server: s7, acks: 3, zxid: WRITE } }, is: true },
      { question: { ask: 'servers', onDisk: WRITE }, is: [] },
      { question: { ask: 'servers', serving: true, up: true }, atLeast: 7 },
    ],
    without: ['wipe', 'loseTail'],
    solution: [
      { until: { event: 'commits', server: s7, zxid: zxid(1, 1) }, within: 1500 },
      {
        acts: [
          {
            do: 'partition',
            groups: [
              [s5, s6, s7],
              [s1, s2, s3, s4],
            ],
          },
        ],
      },
      { acts: [write('/erased')], until: { event: 'becomes', server: s4, zabState: 'BROADCAST' }, within: 3000 },
      { acts: [{ do: 'healAll' }], until: { event: 'notes', note: 'truncated' }, nth: 3, within: 3000 },
      { until: { event: 'notes', note: 'servingStarted' }, nth: 3, within: 1500 },
    ],
    cites: ['13.3', '11.1'],
  },
  words: {
    en: {
      title: 'Erase what three have logged',
      task: 'Seven servers, S7 leads. Let its next write, 1·2, be logged and acknowledged by three, and then be on no disk, with all seven serving. Disks stay honest: no wipe, no lost tail.',
      goal: ['S7 counted three acks for 1·2', '1·2 is on no disk', 'all seven serve'],
      why: 'Three of seven are no quorum. Four others elect among themselves, begin epoch 2 without 1·2, and cut it from the three that come back.',
    },
    zh: {
      title: '抹掉三台已经写下的事务',
      task: '七台服务器，S7 是 leader。让它的下一个写入 1·2 被三台记录并确认，随后从所有磁盘上消失，而且七台都在服务。磁盘必须老实：不许清空，不许丢尾。',
      goal: ['S7 为 1·2 数到了三个 ack', '没有任何磁盘上还有 1·2', '七台都在服务'],
      why: '七台中的三台不是 quorum。另外四台自己选举，在没有 1·2 的情况下开始 epoch 2，等那三台回来时把它截掉。',
    },
  },
};
