import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const zh: WordsOf<typeof lesson> = {
  title: '哪张选票会赢？',
  question: '两台服务器投给不同的 leader，谁会让步？',
  steps: {
    cards: {
      title: '摊开三张选票',
      says: '三台服务器刚刚启动，还没有 leader，于是各自投给自己。一张选票就是三个数：peerEpoch、zxid 和 leader。\n\n这里三块磁盘上的内容完全相同：peerEpoch 都是 {epoch}，最后一个事务都是 {zxid}。',
    },
    same: {
      title: 'epoch 相同，日志也相同',
      says: '三张选票只有一处不同：所投服务器的 sid。',
      ask: '谁会当选？',
      answer:
        'peerEpoch 相同，zxid 也相同，于是由第三个数决定：sid 最大者胜出，也就是 {leader}。它并没有别的优势。三台中的任何一台都可以当 leader，但大家必须选出同一台，而 sid 永远不会相等。',
      wrong: {
        s1: '为了帮 S1，这里杀死了 S3。没有用：S1 与 S2 只差 sid，大的胜出，当选的是 {leader}。',
        s2: '这里给了 S2 机会：S3 在别人听到它之前就被杀死了，这时当选的才是 {leader}。只要 S3 还在，它的选票就会靠最后一个数胜过 S2。',
        nobody:
          '要做到这一点，只能像这里一样让每台服务器都与其他服务器断开。日志相同并不妨碍达成一致，谁的消息都收不到才会。',
      },
    },
    older: {
      title: '日志最长，epoch 却更旧',
      says: 'S2 曾是 epoch {its} 的 leader，后来被隔离，独自写了两个别人从未见过的事务：它的日志到 {longest} 为止。S1 和 S3 此后进入了 epoch {newer}，但还没有写入任何事务：它们的日志到 {others} 为止。',
      ask: '这一次谁会当选？',
      answer:
        '当选的是 {leader}，尽管 S2 的日志最长。第一个数最先比较：先看 epoch 的新旧，再看日志。S1 与 S3 直到 zxid 都相同，所以它们之间由 sid 决定。',
      wrong: {
        s1: '只有收不到 S3 的消息时 S1 才会赢：这里杀死了 S3，当选的是 {leader}。只要 S3 在，两者的 peerEpoch 和 zxid 都相同，而 S3 的 sid 更大。',
        s2: '既然 S2 的日志最长，这里就帮它一把：杀死 S3。S2 还是输了，当选的是 {leader}：它的 zxid 较小，但 peerEpoch 更新，而 peerEpoch 最先比较。',
        nobody:
          '要做到这一点，只能像这里一样让每台服务器都与其他服务器断开。日志不同并不妨碍达成一致，选票之间总能排出一个最大的。',
      },
    },
    columns: {
      title: '逐列比较',
      says: '还是同一次选举，时间稍早一点。S2 的选票刚刚到达 S1，S1 把它与自己的选票从左到右比较。第一处不同决定胜负，这里是 {by}；它右边的列不再看，所以更长的日志根本没有机会起作用。\n\n很多资料说先比 zxid、再比 sid，漏掉了第一列，而正是这一列让处于旧 epoch 的服务器当不上 leader。',
    },
    round: {
      title: '轮次先于一切',
      says: '换一个集群。S3 原是 leader，被杀死后 60 毫秒又回来了。S1 和 S2 已经在找新的 leader：这是它们的第二次选举，第 {theirs} 轮。S3 忘掉了所有没有落盘的东西，从头数起：第 {its} 轮。\n\n三份日志完全相同，S3 的 sid 最大。',
      ask: 'S1 会怎样对待 S3 的第一张选票？',
      choices: {
        adopts: '它最好，S1 改投它',
        ignores: 'S1 不予理会',
      },
      answer:
        'S3 的选票属于第 {round} 轮，而 S1 在第 {mine} 轮。旧轮次的选票根本不参加比较，因为它们说的可能是早已过去的情形。S1 只是回一张自己的选票，让 S3 知道现在是第几轮。',
      wrong: {
        adopts:
          '如果选票好就够了，那么 S3 在这里也该赢。在这条分支上，S3 的第一张选票送到了，但 S1 和 S2 的回复到不了 S3，于是 S3 一直停在旧的轮次。没有人改投它，当选的是 sid 更小的 {leader}。',
      },
    },
    raised: {
      title: 'S3 跟上来了',
      says: '回复到了 S3。它看到更新的轮次，于是加入：logicalClock 从 {was} 变成 {round}，清空已经统计的选票，再把自己的选票发一遍。\n\n轮次并不参加选票的比较，它只说明选票属于哪一次选举。',
    },
    again: {
      title: '现在算数了',
      says: '到了第 {round} 轮，S3 的选票就和其他选票一样参加比较。peerEpoch 相同，zxid 相同，它的 sid 最大，于是 {leader} 当选。\n\n完整的规则是：轮次必须相同，然后依次比较 peerEpoch、zxid 和 sid。',
    },
    five: {
      title: '自己排一排五张选票',
      says: 'S2 的事务最多，但都属于 epoch 3。其他服务器已进入 epoch 4：S3、S4 有两个新事务，S1、S5 有一个。请比较最后的 zxid。',
      ask: '谁会当选？',
      answer: '{leader}。epoch 4 排除了 S2；余下四台中 S3 和 S4 的 zxid 更大；这两台中 S4 的 sid 更大。',
      wrong: {
        '*': '这里一开始就杀死了 S4，当选的是排在下一位的 {leader}。先看最新的 epoch，再留下 zxid 最大的，最后取 sid 最大的。',
      },
    },
  },
};
