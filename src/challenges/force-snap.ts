/** A learner so far behind that a log does not help. */
import { sidOf } from '../zookeeper/ids.ts';
import { zxid } from '../lessons/scene.ts';
import type { SetChallenge } from './challenge.ts';
import { running } from './scenes.ts';

const [s1, s3] = [sidOf(1), sidOf(3)];

export const forceSnap: SetChallenge = {
  challenge: {
    id: 'force-snap',
    scene: running('force-snap', 'Three with a little history', 3),
    goal: [
      {
        question: { ask: 'happened', what: { event: 'notes', note: 'syncDecided', where: { mode: 'SNAP' } } },
        is: true,
      },
      { question: { ask: 'servers', serving: true, up: true }, atLeast: 3 },
    ],
    solution: [
      { until: { event: 'commits', server: s3, zxid: zxid(1, 1) }, within: 800 },
      { acts: [{ do: 'kill', server: s1 }] },
      { acts: [{ do: 'wipe', server: s1 }] },
      {
        acts: [{ do: 'start', server: s1 }],
        until: { event: 'notes', note: 'servingStarted', server: s1 },
        within: 2000,
      },
    ],
    cites: ['11.1'],
  },
  words: {
    en: {
      title: 'Make it a SNAP',
      task: 'Have a leader send a learner its whole database, and all three serve after that.',
      goal: ['a leader has decided for SNAP', 'all three serve'],
      why: 'DIFF needs a common place in the log that the leader still has. A server with an empty disk has none.',
    },
    zh: {
      title: '逼出一次 SNAP',
      task: '让 leader 把整个数据库发给一台 learner，之后三台都在服务。',
      goal: ['leader 决定使用 SNAP', '三台都在服务'],
      why: 'DIFF 需要日志里有一个共同的位置，而且 leader 还保留着它。磁盘清空的服务器没有这样的位置。',
    },
  },
};
