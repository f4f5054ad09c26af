/** Who is ahead of the leader is turned away alone. */
import { diskWith } from '../lessons/scene.ts';
import { slowDisk } from '../scenario/script-steps.ts';
import { sidOf } from '../zookeeper/ids.ts';
import type { SetMisconception } from './misconception.ts';
import { scene, when } from './scenes.ts';

const [s1, s2, s3] = [sidOf(1), sidOf(2), sidOf(3)];
const behind = diskWith(1, { 1: 2 });
const AHEAD = { event: 'notes', note: 'learnerLost', server: s2, where: { sid: 3, reason: 'aheadOfLeader' } } as const;

export const allMustPass: SetMisconception = {
  misconception: {
    id: 'all-must-pass',
    topic: 'epochs',
    scene: scene('all-must-pass', 'One is ahead of the leader', {
      disks: { 1: behind, 2: behind, 3: diskWith(1, { 1: 3 }) },
      starting: [1, 2],
      more: [
        // S3 has a chance to answer before S1 makes the quorum full.
        slowDisk(0, 1, 300),
        when({ event: 'becomes', server: s2, state: 'LEADING' }, { do: 'start', server: s3 }),
      ],
    }),
    until: { event: 'notes', note: 'servingStarted', server: s2 },
    refuted: [
      { question: { ask: 'happened', what: AHEAD }, is: true },
      { question: { ask: 'servers', state: 'LEADING', zabState: 'BROADCAST' }, is: [s2] },
      { question: { ask: 'count', of: { event: 'notes', note: 'electionStarted', server: s1 } }, is: 1 },
    ],
    show: { server: s2, look: 'inside' },
    lights: [
      { light: 'server', server: s2 },
      { light: 'server', server: s3 },
    ],
    values: {
      leader: { ask: 'servers', state: 'LEADING', zabState: 'BROADCAST' },
      epoch: { ask: 'server', server: s2, field: 'epoch' },
      turnedAway: { ask: 'count', of: AHEAD },
    },
    cites: ['10.3'],
    code: ['Leader.waitForEpochAck', 'LearnerHandler.run'],
    lesson: 'promise-first',
  },
  words: {
    en: {
      said: 'If one follower is ahead of the leader, everybody elects again',
      truth:
        'The check is made for each learner by itself, and what fails is its connection alone. The leader goes on as long as a quorum without it answers; once that quorum is there, nobody is checked any more, and who is ahead is cut back.',
      see: '{leader} has begun to serve in epoch {epoch} with S1. Before that it closed the connection to S3, whose log is longer (so often: {turnedAway}). S1 did not look for a leader a second time.',
    },
    zh: {
      said: '只要有一个 follower 比 leader 更新，大家就得重新选举',
      truth:
        '这项检查对每个 learner 单独进行，不通过的只断开它自己的连接。只要没有它也凑得齐 quorum，leader 就继续；quorum 凑齐之后不再检查，比 leader 更新的部分会被截断。',
      see: '{leader} 已和 S1 一起在 epoch {epoch} 开始服务。在此之前它断开了 S3 的连接，因为 S3 的日志更长（次数：{turnedAway}）。S1 并没有再次寻找 leader。',
    },
  },
};
