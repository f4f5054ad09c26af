/** The same with five servers cannot be: three are a quorum, and every quorum to come has one of them. */
import { sidOf } from '../zookeeper/ids.ts';
import { zxid } from '../lessons/scene.ts';
import type { SetChallenge } from './challenge.ts';
import { running } from './scenes.ts';
import { write } from './write.ts';

const [s1, s2, s3, s4, s5] = [sidOf(1), sidOf(2), sidOf(3), sidOf(4), sidOf(5)];
const WRITE = zxid(1, 2);

export const threeOfFive: SetChallenge = {
  challenge: {
    id: 'three-of-five',
    scene: running('three-of-five', 'Five in peace, and a write', 5),
    goal: [
      { question: { ask: 'happened', what: { event: 'counts', server: s5, acks: 3, zxid: WRITE } }, is: true },
      { question: { ask: 'servers', onDisk: WRITE }, is: [] },
      { question: { ask: 'servers', serving: true, up: true }, atLeast: 3 },
    ],
    without: ['wipe', 'loseTail'],
    solution: null,
    attempts: [
      [
        { until: { event: 'commits', server: s5, zxid: zxid(1, 1) }, within: 1500 },
        {
          acts: [
            {
              do: 'partition',
              groups: [
                [s3, s4, s5],
                [s1, s2],
              ],
            },
          ],
        },
        { acts: [write('/kept')], until: { event: 'counts', server: s5, acks: 3, zxid: WRITE }, within: 600 },
        { acts: [{ do: 'kill', server: s5 }] },
        { acts: [{ do: 'kill', server: s4 }] },
        { acts: [{ do: 'healAll' }], until: { event: 'becomes', server: s3, zabState: 'BROADCAST' }, within: 3000 },
        { until: { event: 'notes', note: 'servingStarted', server: s1 }, within: 1500 },
      ],
    ],
    cites: ['13.3', '8.5'],
  },
  words: {
    en: {
      title: 'Erase it with five servers',
      task: 'The same with five: the leader S5 counts three acks for 1·2, and later it is on no disk while three serve. No wipe, no lost tail.',
      goal: ['S5 counted three acks for 1·2', '1·2 is on no disk', 'three servers serve'],
      why: 'Three of five are a quorum, so 1·2 is committed. Any three that elect a leader share a server with those three, and its vote, with the larger zxid, wins: the leader of the next epoch has 1·2.',
    },
    zh: {
      title: '五台时再抹一次',
      task: '换成五台：leader S5 为 1·2 数到三个 ack，之后没有任何磁盘上还有它，同时有三台在服务。不许清空，不许丢尾。',
      goal: ['S5 为 1·2 数到了三个 ack', '没有任何磁盘上还有 1·2', '三台在服务'],
      why: '五台中的三台就是 quorum，所以 1·2 已经提交。任何能选出 leader 的三台都与那三台有交集，而那一台的 zxid 更大，它的选票会赢：下一个 epoch 的 leader 必定有 1·2。',
    },
  },
};
