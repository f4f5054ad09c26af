import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const zh: WordsOf<typeof lesson> = {
  title: 'Observer',
  question: '多了两台服务器，选举和写入却没有变慢。它们做什么，又不能做什么？',
  steps: {
    elected: {
      title: '没有投票权',
      says: '五台服务器，其中 S4 和 S5 是 observer。所有日志都一样。一样的话，sid 最大的当选，可 leader 却是 {leader}：observer 不是候选人，它的票也没有人计。三个投票者里的 {quorum} 个就是 quorum。{observers} 问了投票者谁是 leader，然后像 follower 一样完成了同步。\n\nAnna 的客户端连着 S4。',
    },
    request: {
      title: '在 observer 上写',
      says: 'Anna 在 S4 上创建 /order。S4 自己决定不了什么，于是像 follower 一样把请求交给 leader，请求正在去 S3 的路上。',
      ask: 'S3 会把 PROPOSAL 发给谁？',
      answer:
        '发给 {to}。PROPOSAL 是要人回 ACK 的，只会问有投票权的服务器。observer 再多、再远，在这里都不增加 leader 的负担。',
      wrong: {
        '*': '没有被问到的，就不会有人等。这条分支上 S1 正在这时死掉，S3 凭 {acks} 的 ACK 提交。observer 的 ACK 顶不了投票者的 ACK。',
      },
    },
    inform: {
      title: '知道的发 COMMIT，不知道的发 INFORM',
      says: '{acks} 的 ACK 到齐，S3 提交。S1 和 S2 手里已经有这个事务，所以 COMMIT 里只有一个 zxid。S4 和 S5 从没见过它，收到的是 INFORM：事务和提交合在一个包里。',
    },
    answered: {
      title: 'Anna 得到答复',
      says: 'S4 应用了写入，答复 Anna，这时离提交过去了 {millis} 毫秒。现在 {applied} 都有了。S4 也和大家一样把它写进日志；不过它不欠谁一个 ACK，所以没有人等它写完。\n\n读的时候，S4 和 follower 没有区别：直接用自己的数据库回答。',
    },
    'voters-die': {
      title: '死了两个投票者',
      says: '五台都在运行。现在 S1 和 S2 被杀死，五台还剩三台。',
      ask: '四秒之后谁是 leader？',
      answer:
        '没有 leader。{up} 还在，五台机器里有三台；但三个投票者里只剩一个，而需要 {quorum} 个。S3 退位，observer 也跟着没有了 leader。它们不能选 S3，也不能自己顶上。',
      wrong: {
        '*': '算的是票，不是机器。这条分支上被杀死的是 S1 和 observer S4：剩下的 {up} 同样是五台里的三台，{leader} 仍然是 leader，因为其中有两个投票者。',
      },
    },
    'observers-die': {
      title: '两个 observer 都死了',
      says: '回到 Anna 得到答复的时候。这一次被杀死的是 S4 和 S5。Anna 的客户端带着会话改连 S1，创建 /order-2。',
      ask: '能创建成功吗？',
      choices: {
        goesOn: '能',
        stops: '不能',
      },
      answer:
        '能，用了 {millis} 毫秒。三个投票者都在，而 observer 本来就没有人等。这就是它的取舍：为了读，想加多少就加多少，放在别的机房也行。多的是能读的服务器；对选举和提交来说，既不添延迟，也不添保险。',
      wrong: {
        stops: '投票者没了多数，写入才会停。这条分支上被杀死的是 S1 和 S2：{up} 都还在，却再也没有一台提供服务。',
      },
    },
  },
};
