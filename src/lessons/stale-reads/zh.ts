import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const zh: WordsOf<typeof lesson> = {
  title: '旧数据与 sync',
  question: '一个客户端写完并得到了答复。紧接着，另一个客户端会读到什么？',
  steps: {
    answered: {
      title: '写入完成',
      says: 'Anna 的客户端连着 S2，Boris 的连着 S1。Anna 把 /price 从 10 改成 {now}，刚刚得到答复：已经提交。从 leader S3 到 S1 的链路很慢，给 S1 的 COMMIT 还在路上。\n\n这时 Anna 打电话给 Boris：“看看价格！”',
      ask: 'Boris 在 S1 上会读到什么？',
      answer:
        '{read}。服务器直接用自己的数据库回答读请求，立刻回答，谁也不问：读之所以便宜，原因就在这里。S1 还没有听说这次提交，就当它不存在。什么都没有坏。S1 的回答是旧的，但曾经是对的，而且是每台服务器都经历过的状态。',
      wrong: {
        new: '在已经应用了写入的服务器上读，才看得见：这条分支上 Anna 在 S2 上读，得到 {read}。Boris 连的是 S1，他的服务器只知道已经到达的东西。',
      },
    },
    sync: {
      title: '先 sync',
      says: '回到 Anna 得到答复的那一刻。这一次，Boris 的客户端先调用 sync，然后再读。',
      ask: '现在 Boris 会读到什么？',
      answer:
        '{read}，在 {millis} 毫秒之后。S1 把 sync 转给 leader；leader 的回复与 COMMIT 走同一条连接，排在它们后面。回复到了，它前面的一切也都到了，而且 S1 已经应用。sync 并不去取什么，只是等路上的东西到齐。',
      wrong: {
        old: '这是没有 sync 的读：这条分支上 Boris 省掉了它，得到 {read}。有 sync 的话，S1 要等 leader 的回复，而在同一条连接上，COMMIT 排在它前面。',
      },
    },
    'not-back': {
      title: '绝不倒退',
      says: '再回到 Anna 从 S2 得到答复的那一刻。现在她的客户端换了服务器：带着原来的会话去连 S1，而 COMMIT 还没有到 S1。',
      ask: 'S1 会怎样对待 Anna 的客户端？',
      choices: {
        refused: '拒绝连接',
        stale: '让她进来，她读到旧价格',
      },
      answer:
        '拒绝。客户端会说明自己最后见过的 zxid，这里是 {seen}；而 S1 才到 {has}。已经见过未来的人，不能再给他看过去，所以这个客户端只能换一台服务器，或者等一等。Boris 可以读到旧数据，Anna 不可以，因为她见过更新的。',
      wrong: {
        stale:
          '那是对没见过更新数据的人而言：这条分支上 Boris 在 S1 读到 {read}，这是允许的。每个客户端看到的历史只会向前；走到了哪里，各个客户端可以不同。',
      },
    },
  },
};
