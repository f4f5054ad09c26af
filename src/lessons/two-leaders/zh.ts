import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const zh: WordsOf<typeof lesson> = {
  title: '两个 leader？',
  question: '网络断开，leader 落在人少的一边。两边都能写吗？',
  steps: {
    cut: {
      title: '断开',
      says: '五台服务器，{leader} 是 leader，quorum 是 {quorum}。网络刚刚在 S1、S2、S3 与 S4、S5 之间断开。没有人得到通知，也没有连接结束：只是数据包再也到不了了。',
    },
    proposal: {
      title: '在不该写的一边写',
      says: '连在 S5 上的客户端创建 /lost。S5 给它 zxid {zxid}，向所有 follower 提出。S4 听到了；发给另外三台的 PROPOSAL 停在断口。',
      ask: '五秒钟之后，这次写入提交了吗？',
      choices: {
        yes: '提交了：leader 已经决定',
        no: '没有',
      },
      answer:
        '没有。它在 {holders} 的磁盘上，而提交需要 {quorum} 台。leader 不是独自决定，而是在清点。客户端还在等答复。',
      wrong: {
        yes: '够得着另一边的时候才会。这条分支上网络立刻恢复：PROPOSAL 终于到达，凭 {acks} 的 ACK，写入提交了。',
      },
    },
    elsewhere: {
      title: '另一边等够了',
      says: 'S2 已经 {silent} 毫秒没有听到 leader 的任何消息。到了 syncLimit，它开始找新的 leader；S1 和 S3 刚刚也已经这样做了。它们是五台中的三台。',
      ask: '它们达成一致之后，谁处于 LEADING？',
      choices: {
        old: '只有 S5',
        new: '只有 S3',
        both: '两个都是',
      },
      answer:
        '{leaders} 都是。S5 是 epoch {old} 的 leader，还没有发觉；S3 是 epoch {young} 的 leader。这是允许的！绝不允许的是两个都能提交。S5 只有两台，做不到；而 S3 数过的每一台服务器都已承诺，不再接受旧 epoch 的任何东西。',
      wrong: {
        '*': '这条分支上，S5 此刻被杀死，于是只剩一个 leader：{leaders}。但协议里没有任何东西保证这一点。S3 无法叫 S5 停下，因为够不着它；S5 也什么都听不到。',
      },
    },
    'steps-down': {
      title: 'S5 重新清点',
      says: '到了一个 tick，S5 清点谁还跟得上：{synced}。这不是 quorum，于是它退位，并关闭客户端的连接。现在处于 LEADING 的只有 {leaders}。\n\n写 /lost 的客户端得到的是连接断开。它不知道自己的写入怎么样了，此刻也没有人知道。',
    },
    heals: {
      title: '网络恢复',
      says: '断口马上就会消失。S4 和 S5 会找到新的 leader，告诉它自己的日志到哪里为止。两台都有 /lost，而从来没有哪个 quorum 有过它。S3 在自己的 epoch 里还没有提交过任何东西。',
      ask: 'S3 会用哪种方式与 S5 同步？',
      answer:
        '{mode}。S5 的日志到 {its} 为止，而新 leader 从未听说过它；双方都有的最后一个是 {to}。于是 S5 被要求把日志截断到那里。事务它已经落了盘，它也当过 leader，仍然得放弃：因为那个事务从未提交。',
      wrong: {
        '*': '这条分支上，网络恢复之前另一个客户端在 S3 上写了东西，方式就变成了 {mode}：S5 的日志以 2·2 结束，而新 leader 的历史接下去是 3·1。接下去的已是另一个 epoch 时，leader 不让对方截断，而是发送整个快照。只要 S3 还什么都没写，截掉末尾就够了。',
      },
    },
    gone: {
      title: '还剩下什么',
      says: 'S3 已经决定。S4 和 S5 马上照办，并记下新的 epoch。',
      ask: '一秒半之后，/lost 在谁的磁盘上？',
      choices: {
        nobody: '谁的都没有',
        two: '和先前一样，在 S4 和 S5 上',
        all: '五台都有',
      },
      answer: '谁的都没有。现在大家都跟随 {leader}，五份日志又一样了。一时有两个 leader，最终只有一部历史。',
      wrong: {
        '*': '这条分支上，S4 和 S5 还没来得及照办就被杀死了：{holders} 的磁盘上仍然找得到它。等它们回来，它还是会消失，因为那时的 leader 的历史里没有它。',
      },
    },
  },
};
