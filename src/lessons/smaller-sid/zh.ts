import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const zh: WordsOf<typeof lesson> = {
  title: '日志里的 “Have smaller server identifier, so dropping the connection”',
  question: '日志说丢掉了一条连接。这是出错了吗？',
  steps: {
    dials: {
      title: 'S1 连接 S3',
      says: 'S3 独自运行着。现在 S1 启动。它有一张选票要告诉别人，于是去连 S3 的选举端口（server 那一行的第三项，通常是 3888）。',
      ask: '这条连接接下来会怎样？',
      choices: {
        keeps: '双方的选票都走这条连接',
        drops: 'S1 自己又把它关掉',
      },
      answer:
        '{millis} 毫秒之后 S1 把它关了，日志里写着：“Have smaller server identifier, so dropping the connection”。关之前已经报上自己是谁，连这一次就是为了这个。\n\n两台可能同时去连对方，而一条就够了。所以有条规矩：只认 sid 较大的一方发起的那条。',
      wrong: {
        keeps: 'sid 较大的一方发起的连接才会保留。这条分支上 S3 死掉，S2 启动：S2 去连 S1，那条连接就留下了。',
      },
    },
    back: {
      title: 'S3 回拨',
      says: 'S3 知道了：S1 在，而且 sid 比自己小。于是它也关掉自己这一端，反过来去连 S1。较小的一方发起连接，只相当于按一下门铃：请回拨。',
    },
    stands: {
      title: '这一条留下',
      says: 'S3 回拨之后 {millis} 毫秒，S1 的选票到了 S3。它并没有跟着被关掉的连接一起丢失，而是一直等在 S1 给 S3 的队列里。这个队列只放一条消息：最新的那条。旧的选票对谁都没有用。\n\n关掉那条连接只耽误了一会儿，没有丢掉选票。',
    },
    larger: {
      title: '反过来',
      says: '还是这两台。这次是 S1 独自运行，S3 启动，去连 S1。',
      ask: '会有连接被关掉吗？',
      choices: {
        dropped: '会，每一对都要关掉一条',
        kept: '不会',
      },
      answer: '不会。S3 的 sid 较大，它发起的就算数。{millis} 毫秒之后 S1 收到了它的选票，没有绕路。',
      wrong: {
        dropped: '只有往上连的才会被关掉。这条分支上 S2 也启动了：它连 S1 的那条留下了，连 {to} 的那条被关掉。',
      },
    },
    count: {
      title: '五台里最大的一台',
      says: '五台里有四台在运行，{leader} 是 leader。现在 S5 启动，去连这四台。',
      ask: '到 S5 找到 leader 为止，有几条连接被关掉？',
      answer:
        '{dropped} 条。别人的 sid 都比它小，它想连谁就连谁，{took} 毫秒之后就跟随了 leader。\n\n所以这行日志不是错误：sid 小的服务器上很常见，sid 最大的那台上从来没有。它倒是能提醒你检查防火墙：只放行从小 sid 到大 sid 的连接是不够的，因为最终是大的一方去连小的。',
      wrong: {
        '*': '那是 sid 小的服务器才会遇到的。这条分支上 S5 没有来，重启的是 S1：被关掉的连接有 {dropped} 条。有时同一对之间不止一条，因为 S1 还没等到回拨，又有了新的话要说。',
      },
    },
  },
};
