/** Two servers that believe they lead: allowed, and harmless. */
import { sidOf } from '../zookeeper/ids.ts';
import type { SetChallenge } from './challenge.ts';
import { running } from './scenes.ts';

const [s1, s2, s3, s4, s5] = [sidOf(1), sidOf(2), sidOf(3), sidOf(4), sidOf(5)];

export const twoLeading: SetChallenge = {
  challenge: {
    id: 'two-leading',
    scene: running('two-leading', 'Five in peace', 5),
    goal: [{ question: { ask: 'servers', state: 'LEADING', zabState: 'BROADCAST', up: true }, atLeast: 2 }],
    without: ['freeze', 'kill', 'stop'],
    solution: [
      { until: { event: 'notes', note: 'servingStarted', server: s1 }, within: 800 },
      {
        acts: [
          {
            do: 'partition',
            groups: [
              [s1, s2, s3],
              [s4, s5],
            ],
          },
        ],
        until: { event: 'becomes', server: s3, zabState: 'BROADCAST' },
        within: 1500,
      },
    ],
    cites: ['13.1', '14'],
  },
  words: {
    en: {
      title: 'Two leaders at once',
      task: 'Have two running servers lead in BROADCAST at one moment. Nobody may be frozen or brought down.',
      goal: ['two servers lead, and both take requests'],
      why: 'A leader that is cut off learns of it only when its followers have been silent for syncLimit ticks. Until then it proposes, and commits nothing: it has no quorum. No two of them share an epoch.',
    },
    zh: {
      title: '同时有两个 leader',
      task: '让两台正常运行的服务器在同一时刻都处于 LEADING、BROADCAST。不许冻结或关掉任何服务器。',
      goal: ['两台服务器同时在领导，并且都接受请求'],
      why: '被隔开的 leader 要等 follower 沉默满 syncLimit 个 tick 才知道自己出局。在那之前它照样发提案，却凑不齐 quorum，一条也提交不了。而且两者的 epoch 一定不同。',
    },
  },
};
