/** A transaction that was written and must go: TRUNC. */
import { sidOf } from '../zookeeper/ids.ts';
import { zxid } from '../lessons/scene.ts';
import type { SetChallenge } from './challenge.ts';
import { running } from './scenes.ts';
import { write } from './write.ts';

const [s1, s2, s3] = [sidOf(1), sidOf(2), sidOf(3)];

export const cutALog: SetChallenge = {
  challenge: {
    id: 'cut-a-log',
    scene: running('cut-a-log', 'Three in peace', 3),
    goal: [{ question: { ask: 'happened', what: { event: 'notes', note: 'truncated' } }, is: true }],
    solution: [
      { until: { event: 'commits', server: s3, zxid: zxid(1, 1) }, within: 800 },
      { acts: [{ do: 'partition', groups: [[s3], [s1, s2]] }] },
      { acts: [write('/lost')], until: { event: 'becomes', server: s2, zabState: 'BROADCAST' }, within: 1500 },
      { acts: [{ do: 'healAll' }], until: { event: 'notes', note: 'truncated', server: s3 }, within: 1500 },
    ],
    cites: ['11.1', '12'],
  },
  words: {
    en: {
      title: 'Have a log cut short',
      task: 'Make a leader answer a returning server with TRUNC, and that server cut its log.',
      goal: ['a server has cut its log'],
      why: 'A transaction that only the cut-off leader wrote is not in the history of the next epoch. When that server comes back, its last zxid is one the new leader never had: everything after the last common one goes.',
    },
    zh: {
      title: '让日志被截短',
      task: '让 leader 用 TRUNC 回应一台回来的服务器，并且那台服务器真的截断了自己的日志。',
      goal: ['有服务器截断了日志'],
      why: '只写在被隔开的 leader 上的事务，不属于下一个 epoch 的历史。它回来时，自己最后的 zxid 是新 leader 从未有过的：最后一个共同 zxid 之后的一切都要删掉。',
    },
  },
};
