/** The role stands before the semicolon. */
import { start } from '../scenario/script-steps.ts';
import { sidOf } from '../zookeeper/ids.ts';
import type { SetMisconception } from './misconception.ts';
import { scene, type } from './scenes.ts';

const s3 = sidOf(3);
const CONFIG = { ask: 'data', server: s3, path: '/zookeeper/config' } as const;
const [WRONG, RIGHT] = ['reconfig -add 4=s4:2888:3888;2181:observer', 'reconfig -add 4=s4:2888:3888:observer;2181'];
const ANSWERED = {
  event: 'notes',
  note: 'clientAnswered',
  where: { operation: 'reconfig', 'answer.error': 'OK' },
} as const;

const ensemble = scene('role-after-port', 'An observer joins', {
  servers: 4,
  observers: [4],
  at: 3,
  starting: [1, 2, 3],
  more: [type(1500, WRONG), type(2000, RIGHT), start(2300, 4)],
});

export const roleAfterPort: SetMisconception = {
  misconception: {
    id: 'role-after-port',
    topic: 'operators',
    scene: {
      ...ensemble,
      // The others are started without it.
      servers: ensemble.servers.map((server) => (server.sid === 4 ? { ...server, unlisted: true } : server)),
      reconfigEnabled: true,
      // Else the client would have to be the super user.
      service: { skipACL: true },
    },
    until: { event: 'notes', note: 'commandEnded', where: { line: RIGHT } },
    refuted: [
      {
        question: { ask: 'happened', what: { event: 'notes', note: 'commandEnded', where: { line: WRONG } } },
        is: true,
      },
      // Of the two lines one was sent at all.
      { question: { ask: 'count', of: ANSWERED }, is: 1 },
      { question: CONFIG, has: ':observer;' },
      { question: CONFIG, lacks: ';2181:' },
    ],
    show: { server: s3, look: 'data', consoles: true },
    lights: [{ light: 'server', server: s3 }],
    values: { done: { ask: 'count', of: ANSWERED } },
    cites: ['4', '21'],
    code: ['QuorumPeer.QuorumServer'],
  },
  words: {
    en: {
      said: 'In a server line the role comes last, after the client port',
      truth:
        'It comes before the semicolon: server.N=host:quorumPort:electionPort:role;clientPort. What follows the semicolon is the client’s address and nothing else.',
      see: 'ann adds S4 twice. The first line, with the role at its end, her shell does not even send. The second puts :observer before the semicolon and is committed ({done} answer). Read the new configuration in her console.',
    },
    zh: {
      said: 'server 行里的角色写在最后，在客户端端口之后',
      truth: '角色写在分号之前：server.N=host:quorumPort:electionPort:role;clientPort。分号之后只有客户端地址。',
      see: 'ann 两次添加 S4。第一行把角色写在末尾，客户端根本没有发出去。第二行把 :observer 写在分号之前，已经提交（{done} 个应答）。新配置就在她的控制台里。',
    },
  },
};
