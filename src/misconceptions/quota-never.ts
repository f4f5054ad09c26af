/** Hard limits are enforced where that is switched on. */
import { sidOf } from '../zookeeper/ids.ts';
import type { SetMisconception } from './misconception.ts';
import { scene, type } from './scenes.ts';

const s3 = sidOf(3);
const LINE = 'create /a/c x';
const REFUSED = { event: 'notes', note: 'clientAnswered', where: { 'answer.error': 'QUOTAEXCEEDED' } } as const;

export const quotaNever: SetMisconception = {
  misconception: {
    id: 'quota-never',
    topic: 'operators',
    scene: {
      ...scene('quota-never', 'A quota with teeth', {
        at: 3,
        more: [
          type(1500, 'create /a x'),
          type(2000, 'setquota -N 2 /a'),
          type(2500, 'create /a/b x'),
          type(3000, LINE),
        ],
      }),
      service: { enforceQuota: true },
    },
    until: { event: 'notes', note: 'commandEnded', where: { line: LINE } },
    refuted: [
      { question: { ask: 'count', of: REFUSED }, is: 1 },
      { question: { ask: 'data', server: s3, path: '/a/b' }, is: 'x' },
      { question: { ask: 'data', server: s3, path: '/a/c' }, is: null },
    ],
    show: { server: s3, look: 'data', consoles: true },
    lights: [{ light: 'server', server: s3 }],
    values: { refused: { ask: 'count', of: REFUSED } },
    cites: ['17.6', '4'],
    code: ['ZooKeeperServer.checkQuota', 'PrepRequestProcessor'],
  },
  words: {
    en: {
      said: 'Quotas are never enforced, they only write a warning',
      truth:
        'That is true of the soft limits (-n, -b). The hard ones (-N, -B) are checked before the transaction is made, and answered with QUOTAEXCEEDED, from 3.7 on where enforceQuota=true.',
      see: 'The servers run with enforceQuota, and /a may count 2 nodes, itself among them. ann’s second child was refused ({refused} refusal): read her console, and look for /a/c in the data.',
    },
    zh: {
      said: '配额从不强制执行，只写一行警告',
      truth:
        '这只适用于软限制（-n、-b）。硬限制（-N、-B）在生成事务之前检查，超出则返回 QUOTAEXCEEDED；从 3.7 起，enforceQuota=true 时生效。',
      see: '这里的服务器开启了 enforceQuota，/a 连同自身最多 2 个节点。ann 建第二个子节点时被拒绝（共 {refused} 次）：请看她的控制台，再到数据里找 /a/c。',
    },
  },
};
