/** A gap before a proposal is a warning. */
import { zxid } from '../lessons/scene.ts';
import { sidOf } from '../zookeeper/ids.ts';
import type { SetMisconception } from './misconception.ts';
import { scene } from './scenes.ts';

const s1 = sidOf(1);
const FIRST = zxid(1, 1);
const noted = (field: string) => ({ ask: 'noted', note: 'proposalGap', field }) as const;

export const checksTheEntryBefore: SetMisconception = {
  misconception: {
    id: 'checks-the-entry-before',
    topic: 'broadcast',
    scene: scene('checks-the-entry-before', 'The first proposal after a sync', { at: 3 }),
    until: { event: 'notes', note: 'proposalGap', server: s1 },
    refuted: [
      { question: noted('zxid'), above: noted('expected') },
      // It goes to the disk all the same.
      {
        question: { ask: 'happened', what: { event: 'notes', note: 'logQueued', server: s1, where: { zxid: FIRST } } },
        is: true,
      },
      { question: { ask: 'servers', state: 'FOLLOWING', zabState: 'BROADCAST' }, has: s1 },
    ],
    show: { server: s1, look: 'log' },
    lights: [
      { light: 'server', server: s1 },
      { light: 'cell', server: s1, zxid: FIRST },
    ],
    values: { zxid: noted('zxid'), expected: noted('expected') },
    cites: ['13.4', '12'],
    code: ['Follower.processPacket', 'Learner.syncWithLeader'],
    lesson: 'zab-and-raft',
  },
  words: {
    en: {
      said: 'As in Raft, a follower checks the entry before the one it is sent',
      truth:
        'A PROPOSAL carries its own zxid and nothing of its predecessor. A gap is a line in the log (since 3.9.4 it ends a sync, but not a broadcast). Histories are made equal once, before the first proposal: DIFF, TRUNC or SNAP, and NEWLEADER acknowledged by a quorum.',
      see: 'S1 has just received {zxid} where it expected 0x{expected}: a warning in its server log, as after every sync. It is on its way to the disk nevertheless, and will be acknowledged.',
    },
    zh: {
      said: '和 Raft 一样，follower 会检查前一条记录',
      truth:
        'PROPOSAL 只带自己的 zxid，不带前一条的任何信息。编号跳了只是日志里的一行警告（3.9.4 起会中止同步，但不影响广播）。历史是在第一个提案之前一次性对齐的：DIFF、TRUNC 或 SNAP，然后由 quorum 确认 NEWLEADER。',
      see: 'S1 刚收到 {zxid}，而它期待的是 0x{expected}：服务器日志里有一行警告，每次同步之后都会这样。这个事务照样在写盘，之后也会被确认。',
    },
  },
};
