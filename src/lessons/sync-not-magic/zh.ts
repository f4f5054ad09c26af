import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const zh: WordsOf<typeof lesson> = {
  title: 'sync 不是魔法',
  question: '客户端先调用 sync 再读。这样读到的一定是最新的吗？',
  steps: {
    two: {
      title: '已经出局的 leader',
      says: 'S5 原来是五台服务器的 leader。十秒钟之前网络断成两半：一边是 S1、S2、S3，另一边是 S4、S5。那三台在 syncLimit 之内没有听到 S5 的任何消息，已经选出了新的 leader。而 S5 按 tick 计数，还没有放弃。所以此刻 {leaders} 都处于 LEADING。',
    },
    sync: {
      title: '另一边有一次写入',
      says: 'Carla 在 S1 上把 /price 从 10 改成 {now}，已经得到答复：提交了。\n\nBoris 连着 S4，在 S5 这一边。他很谨慎：先调用 sync，等它有了答复再读 /price。',
      ask: 'Boris 会读到什么？',
      answer: '{read}。sync 得到了答复，没有报错，读到的却仍然是在他发问之前就被覆盖的值。S5 已经出局，但自己不知道。',
      wrong: {
        new: '连到有 quorum 跟随的 leader 那一边才行：这条分支上 Boris 改连 S1，调用 sync，读到 {read}。',
      },
    },
    why: {
      title: 'leader 怎样处理 sync',
      says: 'sync 刚刚到 S5，回复就已经在路上了。S5 只看一件事：还有没有未提交的提案？没有，于是立刻回复。它不会去问 follower 是否还跟随自己。\n\nsync 只保证：在它到达这个 leader 时，该 leader 已提交的，你都看得到。它并不保证这个 leader 还算数。',
    },
    'write-first': {
      title: '不用 sync，改用写',
      says: '回到 Carla 得到答复的那一刻。这一次 Boris 先创建一个无关紧要的 znode：/now，然后再读 /price。',
      ask: '700 毫秒之内，他会得到任何答复吗？',
      choices: {
        answered: '会，读到旧价格',
        silence: '不会',
      },
      answer:
        '不会。S5 为 /now 发出提案，S4 确认，五台里只有两台，而需要 {quorum} 台。读请求排在同一个会话的写请求后面，只能等。Boris 什么也没有得到，但也没有得到错的。只有仍被 quorum 跟随的 leader 才能提交写入，所以写成功本身就证明了 sync 想当然的那件事。',
      wrong: {
        answered: '用 sync 才会这样：这条分支上 Boris 不写，只调用 sync，得到了答复，读到 {read}。',
      },
    },
    after: {
      title: '窗口关闭',
      says: 'Carla 得到答复之后 {millis} 毫秒，S5 发现自己太久没有听到 quorum 的消息，于是退位。现在只有 {leaders} 处于 LEADING，S4 马上也会发现。这时 Boris 在 S4 上调用 sync，然后读。',
      ask: '三秒之内他能读到东西吗？',
      choices: {
        old: '能，还是 10',
        nothing: '不能',
      },
      answer:
        '不能。没有 leader，S4 就不提供服务，并且关闭他的连接。读到错误答案的窗口只有一两秒，也就是旧 leader 还在计数的那段时间。这很短，却足以让两个客户端都以为自己持有同一把锁。',
      wrong: {
        old: '只有跟随着 leader 的服务器才会回答。这条分支上 Boris 改连 S1，读到 {read}。',
      },
    },
  },
};
