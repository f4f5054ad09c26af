/** Ten seconds without a leader, and nobody is down. */
import { sidOf } from '../zookeeper/ids.ts';
import type { SetChallenge } from './challenge.ts';
import { running } from './scenes.ts';

const [s1, s2, s3, s4, s5] = [sidOf(1), sidOf(2), sidOf(3), sidOf(4), sidOf(5)];

export const stalled: SetChallenge = {
  challenge: {
    id: 'stalled',
    scene: running('stalled', 'Five that begin', 5, null),
    goal: [
      { question: { ask: 'millis' }, atLeast: 10_000 },
      { question: { ask: 'happened', what: { event: 'notes', note: 'servingStarted' } }, is: false },
      { question: { ask: 'servers', up: true }, atLeast: 5 },
    ],
    without: ['kill', 'stop', 'freeze'],
    solution: [
      { until: { event: 'does', act: 'start', server: s5 } },
      {
        acts: [{ do: 'partition', groups: [[s1, s2], [s3, s4], [s5]] }],
        until: { event: 'passes', millis: 14_000 },
        within: 6000,
      },
    ],
    cites: ['8.4', '9'],
  },
  words: {
    en: {
      title: 'Stall an election',
      task: 'Five servers start. Ten seconds later all five are up and none of them has ever served. Nobody may be brought down or frozen.',
      goal: ['ten seconds have passed', 'nobody has ever served', 'all five are up'],
      why: 'No group has three voters, so none decides; notifications go out again after 400, 800, 1600 ms and on. A very slow disk at the server that would lead does it as well: it cannot promise the epoch that it proposes.',
    },
    zh: {
      title: '拖住选举',
      task: '五台服务器启动。十秒之后五台都在运行，却没有一台服务过。不许关掉或冻结任何一台。',
      goal: ['已经过了十秒', '没有任何一台服务过', '五台都在运行'],
      why: '没有一组有三个投票者，所以谁也定不下来；通知每隔 400、800、1600 毫秒……再发一次。把将要当选的那台的磁盘弄得极慢也行：它自己提出的 epoch，自己都来不及写下承诺。',
    },
  },
};
