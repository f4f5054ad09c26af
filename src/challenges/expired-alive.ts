/** A session ends though its client never did. */
import { sidOf } from '../zookeeper/ids.ts';
import { zxid } from '../lessons/scene.ts';
import type { SetChallenge } from './challenge.ts';
import { running } from './scenes.ts';

const [s1, s2, s3] = [sidOf(1), sidOf(2), sidOf(3)];

export const expiredAlive: SetChallenge = {
  challenge: {
    id: 'expired-alive',
    scene: running('expired-alive', 'A client of a follower, at rest', 3, 1),
    goal: [
      { question: { ask: 'happened', what: { event: 'notes', note: 'sessionExpired' } }, is: true },
      { question: { ask: 'servers', up: true }, atLeast: 3 },
    ],
    without: ['killClient', 'kill', 'stop', 'freeze'],
    solution: [
      { until: { event: 'commits', server: s3, zxid: zxid(1, 1) }, within: 800 },
      {
        acts: [{ do: 'partition', groups: [[s1], [s2, s3]] }],
        until: { event: 'notes', note: 'sessionExpired' },
        within: 3000,
      },
    ],
    cites: ['19'],
  },
  words: {
    en: {
      title: 'Expired, and alive',
      task: 'Client ann is at S1, with a timeout of 10 s. Have her session expire though neither she nor any server is stopped, killed or frozen.',
      goal: ['a session has expired', 'all servers are up'],
      why: 'The leader decides that, and it hears of clients only from the servers they are at. S1, cut off, cannot pass anything on. The client learns of it when it meets a server again.',
    },
    zh: {
      title: '人还在，会话没了',
      task: '客户端 ann 连在 S1 上，超时 10 秒。让她的会话过期，但不许停止、杀死或冻结她和任何服务器。',
      goal: ['有会话过期', '所有服务器都在运行'],
      why: '会话是否过期由 leader 决定，而它只能从客户端所连的服务器那里得知消息。S1 被隔开之后什么也传不过去。客户端要等重新连上服务器才知道。',
    },
  },
};
