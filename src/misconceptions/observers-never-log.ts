/** Observers keep a log unless syncEnabled is off. */
import { zxid } from '../lessons/scene.ts';
import { create } from '../scenario/script-steps.ts';
import { sidOf } from '../zookeeper/ids.ts';
import type { SetMisconception } from './misconception.ts';
import { scene } from './scenes.ts';

const s4 = sidOf(4);
const WRITE = zxid(1, 2);
const ON_DISK = { ask: 'servers', onDisk: WRITE } as const;

export const observersNeverLog: SetMisconception = {
  misconception: {
    id: 'observers-never-log',
    topic: 'disks',
    scene: scene('observers-never-log', 'An observer and its disk', {
      servers: 4,
      observers: [4],
      at: 3,
      more: [create(2000, 'ann', '/a')],
    }),
    until: { event: 'notes', note: 'logged', server: s4 },
    refuted: [
      { question: ON_DISK, has: s4 },
      { question: { ask: 'servers', state: 'OBSERVING' }, is: [s4] },
      { question: { ask: 'voters' }, is: 3 },
    ],
    show: { server: s4, look: 'inside' },
    lights: [
      { light: 'server', server: s4 },
      { light: 'cell', server: s4, zxid: WRITE },
    ],
    values: {
      observer: { ask: 'servers', state: 'OBSERVING' },
      onDisk: ON_DISK,
      voters: { ask: 'voters' },
    },
    cites: ['15', '16', '4'],
    code: ['ObserverZooKeeperServer.setupRequestProcessors'],
    lesson: 'observers',
  },
  words: {
    en: {
      said: 'Observers never write a log',
      truth:
        'They do, unless syncEnabled=false: an INFORM goes to the log thread as a PROPOSAL does at a follower, and observers take snapshots. Nobody waits for it, because an observer’s disk counts in no quorum.',
      see: '{observer} observes, with {voters} voters beside it, and has just flushed 1·2 to its own disk (the marked cell). It is on the disks of {onDisk}.',
    },
    zh: {
      said: 'observer 从不写日志',
      truth:
        '会写，除非 syncEnabled=false：INFORM 和 follower 收到的 PROPOSAL 一样交给日志线程，observer 也会做快照。只是没有人等它，因为 observer 的磁盘不计入任何 quorum。',
      see: '{observer} 是 observer，另有 {voters} 个投票者，它刚把 1·2 刷到自己的磁盘（标出的格子）。1·2 在 {onDisk} 的磁盘上。',
    },
  },
};
