/** FLE may elect two, and only one of them comes to lead. */
import { cut, start } from '../scenario/script-steps.ts';
import { sidOf } from '../zookeeper/ids.ts';
import type { SetMisconception } from './misconception.ts';
import { scene, when } from './scenes.ts';

const [s1, s2, s3] = [sidOf(1), sidOf(2), sidOf(3)];

export const exactlyOneLeader: SetMisconception = {
  misconception: {
    id: 'exactly-one-leader',
    topic: 'election',
    scene: scene('exactly-one-leader', 'S1 helps to elect two', {
      starting: [1, 2],
      more: [
        // S2 and S3 do not hear of each other.
        cut(0, 2, 3),
        cut(0, 3, 2),
        start(60, 3),
        // S1 tells S2 that it votes for it. That it goes over to S3 reaches S2 too late.
        when(
          { event: 'receives', server: s2, packet: 'NOTIFICATION', from: s1 },
          { do: 'latency', from: s1, to: s2, millis: 1000 },
        ),
      ],
    }),
    until: { event: 'notes', note: 'servingStarted', server: s3 },
    refuted: [
      { question: { ask: 'servers', state: 'LEADING', up: true }, is: [s2, s3] },
      { question: { ask: 'servers', state: 'LEADING', zabState: 'BROADCAST' }, is: [s3] },
      { question: { ask: 'server', server: s2, field: 'logicalClock' }, is: 1 },
      { question: { ask: 'server', server: s3, field: 'logicalClock' }, is: 1 },
    ],
    show: { server: s2, look: 'inside' },
    lights: [
      { light: 'server', server: s2 },
      { light: 'server', server: s3 },
      { light: 'wait', server: s2, for: 'epochProposal' },
    ],
    values: {
      elected: { ask: 'servers', state: 'LEADING' },
      leads: { ask: 'servers', state: 'LEADING', zabState: 'BROADCAST' },
      round: { ask: 'server', server: s2, field: 'logicalClock' },
      alone: { ask: 'server', server: s2, field: 'zabState' },
    },
    cites: ['8.8', '10.2'],
    code: ['FastLeaderElection.lookForLeader', 'Leader.getEpochToPropose'],
    lesson: 'elected-not-leading',
  },
  words: {
    en: {
      said: 'An election gives exactly one leader: the protocol depends on it',
      truth:
        'FastLeaderElection may well elect two. Safety does not rest on it, but on what comes after: a quorum that promises the epoch on disk, and a quorum that acknowledges NEWLEADER. No two leaders get both.',
      see: '{elected} were both elected in round {round}: S1 voted for one after the other. {leads} serves. S2 has nobody and waits in {alone} for a quorum to promise it an epoch; it will give up.',
    },
    zh: {
      said: '一次选举恰好产生一个 leader，协议全靠这一点',
      truth:
        'FastLeaderElection 完全可能选出两个。安全性靠的不是它，而是之后的步骤：quorum 落盘承诺 epoch，quorum 再确认 NEWLEADER。两个 leader 不可能都得到这些。',
      see: '{elected} 都在第 {round} 轮当选：S1 先后投给了它们。真正开始服务的是 {leads}。S2 没有追随者，停在 {alone} 等 quorum 承诺 epoch，最后会放弃。',
    },
  },
};
