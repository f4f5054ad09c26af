/** Who takes ADMIN from itself cannot change the list again. */
import { sidOf } from '../zookeeper/ids.ts';
import type { SetMisconception } from './misconception.ts';
import { scene, type } from './scenes.ts';

const s3 = sidOf(3);
const answered = (error: string) =>
  ({ event: 'notes', note: 'clientAnswered', where: { operation: 'setACL', 'answer.error': error } }) as const;

export const setaclOnce: SetMisconception = {
  misconception: {
    id: 'setacl-once',
    topic: 'operators',
    scene: scene('setacl-once', 'Three lists that work, and one key thrown away', {
      at: 3,
      more: [
        type(1500, 'create /a x'),
        type(2000, 'setAcl /a world:anyone:cdrwa'),
        type(2500, 'setAcl /a world:anyone:crwa'),
        type(3000, 'setAcl /a world:anyone:r'),
        type(3500, 'setAcl /a world:anyone:cdrwa'),
      ],
    }),
    until: { event: 'notes', note: 'commandEnded', where: { line: 'setAcl /a world:anyone:cdrwa' } },
    refuted: [
      { question: { ask: 'count', of: answered('OK') }, is: 3 },
      { question: { ask: 'count', of: answered('NOAUTH') }, is: 1 },
    ],
    show: { server: s3, look: 'data', consoles: true },
    lights: [{ light: 'server', server: s3 }],
    values: {
      worked: { ask: 'count', of: answered('OK') },
      failed: { ask: 'count', of: answered('NOAUTH') },
    },
    cites: ['17.3', '17.5'],
    code: ['PrepRequestProcessor.pRequest2Txn', 'ZooKeeperServer.checkACL'],
  },
  words: {
    en: {
      said: 'setAcl works only once on a node',
      truth:
        'It works as often as one likes. setACL asks for ADMIN (a) by the list that is in force: who writes a list without a for themselves cannot write the next.',
      see: 'ann’s setAcl has worked {worked} times in a row. The third list was world:anyone:r, which gives ADMIN to nobody, and so the next attempt failed ({failed}): Insufficient permission in her console.',
    },
    zh: {
      said: '一个节点的 setAcl 只能成功一次',
      truth:
        '想做多少次都行。setACL 要求按现行列表拥有 ADMIN（a）权限：给自己写了一份不带 a 的列表，就再也写不了下一份。',
      see: 'ann 的 setAcl 连续成功了 {worked} 次。第三份列表是 world:anyone:r，谁也没有 ADMIN，所以下一次失败了（{failed} 次）：她的控制台里是 Insufficient permission。',
    },
  },
};
