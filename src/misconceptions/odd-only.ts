/** Even sizes are allowed. */
import { zxid } from '../lessons/scene.ts';
import { create, kill } from '../scenario/script-steps.ts';
import { sidOf } from '../zookeeper/ids.ts';
import type { SetMisconception } from './misconception.ts';
import { scene } from './scenes.ts';

const s4 = sidOf(4);
const acks = { ask: 'noted', note: 'committed', field: 'acks' } as const;

export const oddOnly: SetMisconception = {
  misconception: {
    id: 'odd-only',
    topic: 'election',
    scene: scene('odd-only', 'Four servers, one of them dead', {
      servers: 4,
      at: 4,
      more: [kill(1500, 1), create(2000, 'ann', '/a')],
    }),
    until: { event: 'commits', server: s4, zxid: zxid(1, 2) },
    refuted: [
      { question: { ask: 'voters' }, is: 4 },
      { question: { ask: 'servers', up: true }, is: [sidOf(2), sidOf(3), s4] },
      { question: acks, atLeast: 3 },
    ],
    show: { server: s4, look: 'inside' },
    lights: [
      { light: 'server', server: s4 },
      { light: 'cell', server: s4, zxid: zxid(1, 2) },
    ],
    values: { voters: { ask: 'voters' }, quorum: { ask: 'quorum' }, acks, up: { ask: 'servers', up: true } },
    cites: ['9', '4'],
    code: ['QuorumMaj.containsQuorum', 'QuorumPeerConfig'],
    lesson: 'even-numbers',
  },
  words: {
    en: {
      said: 'An ensemble must have an odd number of servers',
      truth:
        'Any number works; a quorum is more than half. An even number is merely no better: four survive one failure, as three do, and need one ack more. The server starts with a warning in its log.',
      see: 'An ensemble of {voters} with one server dead: {up} are up. Its leader has just committed 1·2 with the acks of {acks}, where {quorum} are a quorum.',
    },
    zh: {
      said: '集群的服务器数量必须是奇数',
      truth:
        '多少台都行，过半即为 quorum。偶数只是没有更好：四台和三台一样只能容忍一台故障，还要多等一个 ACK。服务器启动时会在日志里警告一句。',
      see: '{voters} 台的集群死了一台，还在运行的是 {up}。它的 leader 刚凭 {acks} 的 ACK 提交了 1·2，而 quorum 是 {quorum} 台。',
    },
  },
};
