/** Epochs are spent by elections, not by writes. */
import { sidOf } from '../zookeeper/ids.ts';
import type { SetChallenge } from './challenge.ts';
import { running } from './scenes.ts';

const [s1, s2, s4, s5] = [sidOf(1), sidOf(2), sidOf(4), sidOf(5)];

export const burnEpochs: SetChallenge = {
  challenge: {
    id: 'burn-epochs',
    scene: running('burn-epochs', 'Five without clients', 5, null),
    goal: [
      { question: { ask: 'server', server: s2, field: 'currentEpoch' }, atLeast: 4 },
      { question: { ask: 'servers', serving: true, up: true }, atLeast: 3 },
    ],
    solution: [
      { until: { event: 'notes', note: 'servingStarted', server: s1 }, within: 1500 },
      {
        acts: [{ do: 'kill', server: s5 }],
        until: { event: 'notes', note: 'servingStarted', server: s2 },
        within: 4000,
      },
      {
        acts: [{ do: 'kill', server: s1 }],
        until: { event: 'notes', note: 'servingStarted', server: s2 },
        within: 4000,
      },
      {
        acts: [{ do: 'start', server: s5 }],
        until: { event: 'notes', note: 'servingStarted', server: s5 },
        within: 4000,
      },
      { acts: [{ do: 'kill', server: s4 }], until: { event: 'notes', note: 'servingStarted' }, nth: 3, within: 4000 },
    ],
    cites: ['3', '10.2'],
  },
  words: {
    en: {
      title: 'Burn three epochs',
      task: 'Five servers, no client. Bring S2 to currentEpoch 4, with three servers serving, and not one transaction written.',
      goal: ['currentEpoch of S2 is 4 or more', 'three servers serve'],
      why: 'Every leader that gathers a quorum takes the next number, whether anybody writes or not. A gap between the epochs of two transactions tells nothing of lost writes.',
    },
    zh: {
      title: '烧掉三个 epoch',
      task: '五台服务器，没有客户端。让 S2 的 currentEpoch 达到 4，同时有三台在服务，而一个事务也没有写过。',
      goal: ['S2 的 currentEpoch 不小于 4', '三台在服务'],
      why: '每个凑齐 quorum 的 leader 都要用掉下一个编号，不管有没有人写。两个事务的 epoch 之间有空号，并不说明丢过写入。',
    },
  },
};
