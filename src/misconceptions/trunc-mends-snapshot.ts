/** TRUNC cuts the log, and leaves newer snapshots alone. */
import { diskWith, zxid } from '../lessons/scene.ts';
import { start } from '../scenario/script-steps.ts';
import { sidOf } from '../zookeeper/ids.ts';
import type { SetMisconception } from './misconception.ts';
import { scene } from './scenes.ts';

const [s2, s3] = [sidOf(2), sidOf(3)];
const common = diskWith(1, { 1: 2 });
const EXTRA = '/e1-3';

export const truncMendsSnapshot: SetMisconception = {
  misconception: {
    id: 'trunc-mends-snapshot',
    topic: 'disks',
    scene: scene('trunc-mends-snapshot', 'One transaction too many, in a snapshot', {
      disks: { 1: common, 2: common, 3: { ...diskWith(1, { 1: 3 }), snapshots: ['0x0', zxid(1, 3)] } },
      starting: [1, 2],
      more: [start(1500, 3)],
    }),
    until: { event: 'notes', note: 'upToDate', server: s3 },
    refuted: [
      { question: { ask: 'happened', what: { event: 'notes', note: 'truncated', server: s3 } }, is: true },
      { question: { ask: 'data', server: s2, path: EXTRA }, is: null },
      { question: { ask: 'data', server: s3, path: EXTRA }, is: '' },
    ],
    show: { server: s3, look: 'data' },
    lights: [
      { light: 'znode', server: s3, path: EXTRA },
      { light: 'server', server: s3 },
    ],
    values: {
      last: { ask: 'server', server: s3, field: 'lastZxid' },
      leader: { ask: 'servers', state: 'LEADING' },
    },
    cites: ['20.5', '12', '26'],
    code: ['ZKDatabase.truncateLog', 'FileTxnLog.truncate', 'FileTxnSnapLog.restore'],
    lesson: 'returning-leader',
  },
  words: {
    en: {
      said: 'After TRUNC, the follower’s data is that of the leader again',
      truth:
        'TRUNC cuts the log file and loads the database again, from the newest snapshot and what is left of the log. A snapshot newer than the cut stays, and brings the cut transaction back (ZOOKEEPER-1549 tells how a snapshot comes to hold one).',
      see: 'S3 was told to cut 1·3 from its log, did so, and is up to date with {leader}; its last zxid is {last}. But its snapshot was taken at 1·3: /e1-3 is in S3’s data and in nobody else’s.',
    },
    zh: {
      said: 'TRUNC 之后，follower 的数据又与 leader 一致',
      truth:
        'TRUNC 截断日志文件，再用最新的快照和剩下的日志重新加载数据库。比截断点更新的快照不会删除，被截掉的事务就从那里回来了（快照怎么会含有这样的事务，见 ZOOKEEPER-1549）。',
      see: 'S3 按命令把 1·3 从日志里截掉了，已与 {leader} 对齐，最后的 zxid 是 {last}。可是它的快照是在 1·3 做的：S3 的数据里有 /e1-3，别人都没有。',
    },
  },
};
