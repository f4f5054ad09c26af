/** A read that is older than a write which is already committed. */
import { sidOf } from '../zookeeper/ids.ts';
import { zxid } from '../lessons/scene.ts';
import { act } from '../scenario/script-steps.ts';
import type { SetChallenge } from './challenge.ts';
import { running } from './scenes.ts';

const [s1, s3] = [sidOf(1), sidOf(3)];

export const staleAnswer: SetChallenge = {
  challenge: {
    id: 'stale-answer',
    scene: running('stale-answer', 'A znode that changes', 3, 3, [
      act(1200, { do: 'type', client: 'ann', line: 'create /a old' }),
    ]),
    goal: [
      { question: { ask: 'committed', zxid: zxid(1, 3) }, is: true },
      { question: { ask: 'data', server: s1, path: '/a' }, is: 'old' },
      { question: { ask: 'data', server: s3, path: '/a' }, is: 'new' },
      { question: { ask: 'servers', serving: true, up: true }, atLeast: 3 },
    ],
    solution: [
      { until: { event: 'notes', note: 'applied', server: s1 }, nth: 2, within: 1500 },
      {
        acts: [{ do: 'type', client: 'ann', line: 'set /a new' }],
        until: { event: 'notes', note: 'applied', server: s3 },
        within: 600,
      },
    ],
    cites: ['13.3', '13.5'],
  },
  words: {
    en: {
      title: 'A stale answer',
      task: 'The znode /a says old. Let client ann set it to new, which is transaction 1·3, and stop at a moment when that is committed and S1, up and serving, would still answer old.',
      goal: ['1·3 is committed', 'S1 would answer old', 'S3 would answer new', 'all three serve'],
      why: 'Every server answers reads from its own database. Between the quorum at the leader and the COMMIT at S1 lies a message at least: no fault is needed, only a moment.',
    },
    zh: {
      title: '过时的回答',
      task: 'znode /a 的内容是 old。让客户端 ann 把它改成 new，也就是事务 1·3，并停在这样一个时刻：1·3 已经提交，而正常服务的 S1 仍会回答 old。',
      goal: ['1·3 已提交', 'S1 仍会回答 old', 'S3 会回答 new', '三台都在服务'],
      why: '每台服务器都用自己的数据库回答读请求。从 leader 凑齐 quorum 到 S1 收到 COMMIT，至少隔着一条消息：不需要任何故障，只需要抓住那个时刻。',
    },
  },
};
