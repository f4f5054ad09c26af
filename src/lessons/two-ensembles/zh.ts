import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const zh: WordsOf<typeof lesson> = {
  title: '一不小心，两个集群',
  question: '多数派只能有一个。如果各台服务器的名单不一样呢？',
  steps: {
    files: {
      title: '一个集群，两份配置',
      says: '集群原来是 S2、S3、S4。后来加了两台机器 S1 和 S5，五台上的配置文件都改好了：server.1 到 server.5。但服务器只在启动时读配置，而 S2 和 S3 还没有重启。它们的名单里仍然只有三台：S2、S3、S4。\n\n没有任何报错。{leader} 是 leader，{serving} 都在提供服务。',
    },
    killed: {
      title: 'leader 死了',
      says: 'S4 是 leader。现在它的进程被杀死。S1 和 S5 认为需要 5 台里的 3 台，S2 和 S3 认为需要 3 台里的 2 台。',
      ask: '三秒之后谁是 leader？',
      answer: '{leader}。S2 和 S3 按自己的名单数：三台里有两台，就是多数。在它们眼里，S1 和 S5 没有投票权。',
      wrong: {
        nobody:
          '那得 S2 也死掉。这条分支上正是如此：{up} 谁也凑不齐，S3 需要 3 台里的 2 台，S1 和 S5 需要 5 台里的 {quorum} 台。',
        s5: 'S5 需要自己名单里五台中的三台。这条分支上 S2 和 S3 被杀死，S4 马上又回来；这时 {leader} 才成为 leader，有 S1、S4 和 S5。',
      },
    },
    back: {
      title: 'S4 回来了',
      says: 'S4 用新配置重新启动。网络完好，任何两台服务器之间都是通的。',
      ask: '三秒之后谁是 leader？',
      answer:
        '{leaders} 都是。{one} 认 S3，{other} 认 S5。S4 听说 S2 和 S3 已经有了 leader，但五台里的两台不是多数；S1、S4、S5 三台才是。同一份名单的两个多数派总有一台是共同的；三台的多数和五台的多数却不一定：2 + 3 = 5。\n\n这边是 epoch {epoch}，那边是 epoch {otherEpoch}。',
      wrong: {
        '*': '另一个 leader 失去多数，才会只剩一个。这条分支上 S2 被杀死：S3 一台不是三台里的多数，只好放弃，只剩 {leader}。',
      },
    },
    writes: {
      title: '两边都能提交',
      says: 'Anna 的客户端连 S2，Bert 的连 S1。两人都创建 /owner，都得到答复：成功。现在 S3 上的 /owner 是“{one}”，S5 上的是“{other}”。zxid 这边是 {zxid}，那边是 {otherZxid}：同一个 zxid，两个不同的事务。\n\n没有服务器停下来，也没有什么能让这两段历史再合到一起。',
    },
    'one-file': {
      title: '同样的意外，同一份配置',
      says: '还是这五台。这一次 S2 和 S3 也用新配置重启过了。{leader} 是 leader；对每一台来说，多数都是 5 台里的 {quorum} 台。S4 被杀死，马上又回来。',
      ask: '三秒之后谁是 leader？',
      answer:
        '{leader}，{followers} 跟随它。S2 和 S3 选不出谁来，因为它们知道自己只是五台里的两台。\n\n手工改配置，中间总有一段危险的时间。reconfig 没有：变更本身就是一个事务，在它完成之前，旧名单的多数和新名单的多数都得同意。',
      wrong: {
        '*': 'S2 和 S3 两台再也走不到那一步。这条分支上 S4 没有回来，剩下的两对之间网络又断了：{looking} 都还在找 leader，两边都一样。宁可没有 leader，也不要两个。',
      },
    },
  },
};
