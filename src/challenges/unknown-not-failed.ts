/** The client is told of a lost connection; the write is there. */
import { sidOf } from '../zookeeper/ids.ts';
import { zxid } from '../lessons/scene.ts';
import type { SetChallenge } from './challenge.ts';
import { running } from './scenes.ts';
import { write } from './write.ts';

const [s1, s3] = [sidOf(1), sidOf(3)];
const WRITE = zxid(1, 2);

export const unknownNotFailed: SetChallenge = {
  challenge: {
    id: 'unknown-not-failed',
    scene: running('unknown-not-failed', 'A client of a follower', 3, 1),
    goal: [
      {
        question: { ask: 'happened', what: { event: 'notes', note: 'clientDisconnected', where: { unanswered: 1 } } },
        is: true,
      },
      { question: { ask: 'committed', zxid: WRITE }, is: true },
    ],
    solution: [
      { until: { event: 'commits', server: s3, zxid: zxid(1, 1) }, within: 800 },
      { acts: [write('/there')], until: { event: 'proposes', server: s3, zxid: WRITE }, within: 200 },
      { acts: [{ do: 'kill', server: s1 }], until: { event: 'notes', note: 'clientDisconnected' }, within: 400 },
      { until: { event: 'commits', server: s3, zxid: WRITE }, within: 200 },
    ],
    cites: ['13.2', '19'],
  },
  words: {
    en: {
      title: 'Unknown is not failed',
      task: 'Client ann is at the follower S1. Have her lose the connection before an answer to her write comes, while the write, 1·2, is committed.',
      goal: ['ann lost her connection with one answer due', '1·2 is committed'],
      why: 'Once the leader has proposed it, the write needs S1 no more. The client knows only that it does not know: it has to look, or write so that doing it twice does no harm.',
    },
    zh: {
      title: '未知不等于失败',
      task: '客户端 ann 连在 follower S1 上。让她在写请求得到回答之前断线，而这个写入 1·2 却已提交。',
      goal: ['ann 断线时还有一个回答没有收到', '1·2 已提交'],
      why: 'leader 一旦发出提案，这个写入就不再需要 S1。客户端只知道自己不知道结果：要么去查，要么让重复执行也无害。',
    },
  },
};
