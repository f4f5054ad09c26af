/** Half is not more than half. */
import { sidOf } from '../zookeeper/ids.ts';
import { lessonScene } from '../lessons/scene.ts';
import type { SetChallenge } from './challenge.ts';

const [s3, s4] = [sidOf(3), sidOf(4)];

export const twoOfFour: SetChallenge = {
  challenge: {
    id: 'two-of-four',
    scene: lessonScene({
      id: 'challenge-two-of-four',
      title: 'Four that are down',
      servers: 4,
      timing: { tickMillis: 500 },
      script: [],
    }),
    goal: [
      { question: { ask: 'servers', serving: true, up: true }, atLeast: 2 },
      { question: { ask: 'servers', up: false }, atLeast: 2 },
    ],
    without: ['kill', 'stop', 'freeze'],
    solution: null,
    attempts: [
      [
        { acts: [{ do: 'start', server: s4 }] },
        { acts: [{ do: 'start', server: s3 }], until: { event: 'passes', millis: 10_000 }, within: 4000 },
      ],
    ],
    cites: ['9', '8.6'],
  },
  words: {
    en: {
      title: 'Serve with two of four',
      task: 'Four servers are down. Start two of them, and have both serve clients, while the other two are down. Nobody who was started may be brought down again.',
      goal: ['two servers serve', 'two servers are down'],
      why: 'More than half of four is three. Two agree on a vote and wait: with two they would be as many as the other two, and both pairs could lead. That is why a fourth server tolerates no more than three do.',
    },
    zh: {
      title: '四台中只用两台服务',
      task: '四台服务器都停着。启动其中两台，让它们都为客户端服务，另外两台保持停机。启动过的不许再停。',
      goal: ['两台在服务', '两台停机'],
      why: '四台的过半是三台。两台意见一致，也只能等：要是两台就够，另外两台同样够，两边就都能选出 leader。所以四台能容忍的故障并不比三台多。',
    },
  },
};
