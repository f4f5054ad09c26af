import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const zh: WordsOf<typeof lesson> = {
  title: '前任 leader 回来了',
  question: '它当过 leader，写过数据，比谁的都多。为什么最后那个事务必须丢掉？',
  steps: {
    asked: {
      title: '它做的最后一件事',
      says: 'S3 是 leader。客户端 ann 创建了 /a：事务 2·2，三块磁盘上都有。现在她要创建 /b。S3 把它变成 {zxid}，向 S1 和 S2 发出提案。目前谁都还没有落盘。',
    },
    extra: {
      title: '多出来的一个',
      says: 'S3 的网络断了，提案停在途中。S3 把 /b 写进自己的磁盘，然后死掉。现在只有 {holders} 的磁盘上有它：比谁都多一个事务。\n\nS1 和 S2 自己继续。',
      ask: 'S3 死之前，有没有可能已经回复 ann 成功？',
      choices: {
        yes: '有：它是 leader，而且已经落盘',
        no: '没有',
      },
      answer:
        '没有。回复成功要有 {quorum} 块磁盘，而当时只有 {holders} 有它。反过来想：假如有一个 quorum 写下了 /b，那么 S1 或 S2 就有它，日志更长的那台会当选，/b 也就不会是多出来的了。现在的 leader {leader} 没有 /b，单凭这一点就能证明，谁都没有得到过成功的答复。',
      wrong: {
        yes: '除非还有一块磁盘上有它，而那样它就不是多出来的了。这条分支上 S3 活到了提交 /b 的时候。之后当选的是 {leader}，日志里有 /b，{holders} 都有它。S3 回来时没有什么要放弃的。',
      },
    },
    returns: {
      title: '它回来了',
      says: '网络恢复，S3 启动。它的日志到 {its}，比谁都长。它投了自己一票，可是 {leader} 已经是 leader，已经定下来的服务器不再比较选票。于是 S3 成为 follower，并告诉 leader 自己的日志到哪里为止。',
      ask: 'leader 会发送什么？',
      answer:
        '{mode}。S3 到 {peer} 为止，leader 的历史到 {max} 为止。多出来的是什么，leader 并不过问。它的历史是由一个 quorum 选出来的，超出的部分从未提交过。',
      wrong: {
        '*': '这条分支上，S3 启动之前磁盘就丢了 /b。两份日志在同一处结束，于是是 {mode}，里面什么都没有。有 /b 的时候必须先放弃它：DIFF 只会增加，SNAP 是给已经接不上的日志用的。',
      },
    },
    cut: {
      title: '截断之后，又一样了',
      says: 'S3 把日志截断到 {last}，开始跟随。现在磁盘上有 /b 的：{holders}。\n\n留着它会怎样？下一次写入是 3·1。S3 的日志会是 2·2、2·3、3·1，而别人的是 2·2、3·1。连到 S3 的客户端会看到一个别处都没有的 znode。至于 ann，她得到的是 ConnectionLoss，那不是任何承诺。',
    },
    five: {
      title: '多不多，要看 leader 有没有',
      says: '现在有五台服务器，S5 是 leader。它提出 /b 的时候，到 S1、S2、S3 的链路断了，只有 S4 收到。然后 S4 和 S5 一起断电。{holders} 的磁盘上有 /b，而 quorum 是 {quorum}。别人开始找 leader 的时候，S4 回来了；S5 要到选举之后才回来。',
      ask: '新的 leader 会给 S5 发送什么？',
      answer:
        '{mode}，什么都不用截。四台之中 S4 的日志最长，所以当选的是 {leader}，它的全部历史都算数：现在 {holders} 的磁盘上都有 /b。它在 S5 手里从没有凑够 quorum，也没有人得到过成功的答复，却还是留了下来。只有当选的 leader 没有的事务，才算是多出来的。',
      wrong: {
        '*': '这条分支上，S4 回来时磁盘已经丢了 /b。当选的是 {leader}，投票的服务器谁都没有听说过 /b。于是 S5 收到的是 {mode}，/b 被截掉。只要 S4 有它并且参加投票，结果就不同：日志长的胜出，并带上 /b。',
      },
    },
  },
};
