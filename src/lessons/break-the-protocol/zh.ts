import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const zh: WordsOf<typeof lesson> = {
  title: '破坏协议',
  question: '每条规则都有它的用处。去掉它会出什么错？谁会发现？',
  steps: {
    promise: {
      title: '一条规则在起作用',
      says: 'S3 当选，和 S2 一起确立了 epoch 1，随即被杀掉。S2 也被杀掉。然后 S1 和 S2 启动，现在 {leader} 是 leader，epoch 是 {epoch}。\n\n自始至终没有写过任何事务，没有哪份日志提到 epoch 1。S2 怎么知道它已经用过了？因为它承诺过 S3，并且先把 acceptedEpoch 写盘再回答。新的 epoch 要大于听到的每一个 acceptedEpoch。',
    },
    'no-promise': {
      title: '没有它，再来一遍',
      says: '3.4 之前没有这个文件（ZOOKEEPER-335）：服务器只能从日志里的 zxid 得知 epoch。其余照旧：同样的服务器，在同样的时刻被杀掉。\n\n旁边是审计：它同时看得到所有服务器，拿每一个事件去对照 Zab 承诺的性质。',
      ask: '没有它，最先破坏哪条性质？',
      choices: {
        none: '都没有：什么都没写过，也就没有什么可丢',
        oneLeader: '每个 epoch 始终只有一个 leader',
        lacksNothing: '新 leader 什么都不缺',
      },
      answer:
        '{leader} 又一次成为 epoch {epoch} 的 leader，而 S3 已经当过：审计正好标在这个事件上。这很要紧吗？假如 S3 死前提出过 1·1，现在 S2 就会提出另一个 1·1。两个事务，一个编号，谁也分不清该去掉哪一个。规则：承诺要写盘。保证：一个 epoch 只有一个 leader。',
      wrong: {
        '*': '这条分支保留了那个文件，什么都没有被破坏：S2 是 epoch {epoch} 的 leader，审计无话可说。确实还没有丢什么，不过想一想 epoch 是做什么用的。',
      },
    },
    ballot: {
      title: '另一条规则在起作用',
      says: 'S2 曾是 leader，为 ann 创建 /x：事务 1·2。S1 写了盘并确认，S2 据此提交，告诉 ann 成功。网络出了故障，COMMIT 没有送到 S1，随后 S2 死掉。它在 {holders} 的磁盘上，而 S1 还没有应用。\n\nS3 回来了，id 更大，却从未听说过它。当选的仍然是 {leader}：角色结束时，S1 把自己的日志读到末尾，带着其中的全部内容去投票。',
    },
    'short-ballot': {
      title: '它拿什么去投票？',
      says: '在 3.4.11 和 3.5.3 及之前，失去 leader 的服务器用已应用的内容投票（ZOOKEEPER-2845）；磁盘上有而尚未提交的，要重启之后才算数。现在去掉这条规则，其余照旧。',
      ask: '最先被破坏的是哪条性质？',
      choices: {
        none: '都没有：1·2 还在 S1 的磁盘上',
        oneLeader: '每个 epoch 始终只有一个 leader',
        lacksNothing: '新 leader 什么都不缺',
      },
      answer:
        'S1 的磁盘上有 1·2，却用 {vote} 投票。于是两张票只差 id，{leader} 赢了，它开始自己的 epoch 时，缺了一个已提交的事务。ACK 的意思是：我已写盘，可以算我一个。投票时不带上它，就是反悔。规则：投票要带上磁盘上的全部内容。保证：新 leader 什么都不缺。',
      wrong: {
        '*': '这条分支保留了规则，什么都没有被破坏：{leader} 带着 1·2 成为 leader，{holders} 的磁盘上都有它。审计没有话说。',
      },
    },
    chain: {
      title: '一步错，步步错',
      says: '同一条分支，几秒钟之后。{leader} 以为 S1 与自己一样，什么都没有发。现在 ann 的会话由事务 2·1 结束。S1 的日志是 1·1、1·2、2·1，S3 的是 1·1、2·1：末尾相同，历史不同。审计列出了被破坏的性质，每一条都能点到出事的事件。\n\nann 得到过成功的答复，而 S3 上没有 /x。S1 一重启，又会有它。没有哪台服务器的日志为此报错。',
    },
    counter: {
      title: '一个 epoch 的最后一号',
      says: '{leader} 是 epoch {epoch} 的 leader，counter 刚被拨到 32 位的尽头附近；忙碌的集群真的用完过。还有三个写入要来。从 3.3.5 和 3.4.4 起，leader 到 0xffffffff 就退位；之前会一直加下去（ZOOKEEPER-1277）。',
      ask: '没有它，最先破坏哪条性质？',
      choices: {
        none: '都没有：zxid 还是越来越大',
        oneLeader: '每个 epoch 始终只有一个 leader',
        lacksNothing: '新 leader 什么都不缺',
        inOrder: 'epoch 之间的顺序',
      },
      answer:
        'S3 刚提出 {zxid}。它是 epoch 1 的 leader，zxid 却属于 epoch 2：counter 溢出到了 epoch 里，从编号再也看不出谁先谁后。规则：counter 用完之前，epoch 先结束。保证：epoch 之间的顺序。\n\nZooKeeper 的缺陷列表里还有许多这样的运行。挑一个，先说出会破坏什么，再看。',
      wrong: {
        '*': '这条分支保留了规则：S3 主动退位（原因：{reason}），接着是选举和新的 epoch。什么都没有被破坏，只花了一秒钟。没有这条规则会怎样？看看 zxid 的高 32 位。',
      },
    },
  },
};
