import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const zh: WordsOf<typeof lesson> = {
  title: 'Zab 与 Raft，逐词对照',
  question: '同一个故障，两个协议。哪些词是一回事，哪些只是看着像？',
  steps: {
    words: {
      title: '同一幕，两种说法',
      says: '{leader} 是 epoch {epoch} 的 leader，刚把客户端的写入编为 {zxid}，向所有人发出 PROPOSAL。\n\n用 Raft 的话说：term 2 的 leader 追加了一个 entry，发出 AppendEntries。term 就是 epoch，心跳就是 PING，entry 就是事务。Raft 用 index 给 entry 编号，term 写在旁边，index 从不重来；zxid 把 epoch 和 counter 合成一个数，每个 epoch 的 counter 从头数起。Raft 没有与 COMMIT 对应的报文：commitIndex 由下一个 AppendEntries 捎带。\n\n运行的是 ZooKeeper；Raft 会怎么做，依照它的论文（Ongaro、Ousterhout，USENIX ATC 2014）在旁边说明。故障就是论文 Figure 8 的那个，只是编号不同。',
    },
    'one-vote': {
      title: '五台里有两台拿到',
      says: '网络断了，随后 S4 和 S5 死掉。这个 entry 在 {holders} 的磁盘上，而 quorum 是 {quorum}。到这里两个协议做的一样，接下来也都是等：S1、S2、S3 会发现 leader 没了动静。\n\nRaft 的服务器在一个 term 里只投一票，给第一个来要票、日志又够新的候选者，并且先把 votedFor 写盘再回答（§5.2）。票分散了，就各自等一段随机的时间，开始新的 term。',
      ask: '这里呢？到 S3 当选为止，S1 改了几次票？',
      choices: {
        never: '不改：一直投自己',
        once: '一次：一轮只有一票',
        twice: '两次',
      },
      answer:
        '{times} 次，都在同一轮：先从自己改投 S2，再从 S2 改投 S3。FastLeaderElection 的票只是看法：发给所有人，见到更好的就改，从不写盘。所以票不会分散，而是汇聚到最好的那张上，{leader} 当选。但这还保证不了什么：可能有两台都以为自己当选，要靠下一步来分清。',
      wrong: {
        '*': '要看它听到几台、各带来更好的票。这条分支上 S2 也死了，能改投的只有 S3；而五台里的两台选不出谁：{looking} 继续找。',
      },
    },
    'term-begins': {
      title: 'Raft 到此为止，Zab 才刚开始',
      says: 'Raft 的候选者拿够票就是 leader，马上发心跳；term 已经在每台服务器的磁盘上。日志不一致的 follower 边走边修：AppendEntries 会检查前一个 entry 的 index 和 term，对不上，leader 就退一格再试（§5.3）。\n\n在 Zab 里，票只决定去找谁。epoch {epoch} 是在 discovery 阶段定下并承诺的，即 acceptedEpoch，已经写盘：Raft 的 currentTerm 起的就是这个作用。然后每台都被同步成 leader 的历史，再确认 NEWLEADER；到这时，S1 的磁盘上才有 currentEpoch {current}，尽管它的日志仍到 {last} 为止。名字要看清：Raft 的 currentTerm 对应 Zab 的 acceptedEpoch；而 Zab 的 currentEpoch 在 Raft 里没有对应的词，下一步恰恰由它决定。',
    },
    'up-to-date': {
      title: 'S3 另写了一个，然后死掉',
      says: 'S3 提出了 3·1，随即被隔开，带着它死掉：别人都没有。S4 和 S5 启动，磁盘上还有 2·2。S1 和 S2 两个都没有。\n\n在 Raft 里，日志落后的要不到票：先比最后一个 entry 的 term，再比长度（§5.4.1）。S1 和 S2 的最后一个是 2·1，S4 和 S5 的是 2·2。于是后两台之一会当选，并把它的 entry 带给大家。',
      ask: '这里谁会当选？',
      answer:
        '{leader}。S1 和 S2 加入过 epoch {epoch}，并且写了盘；S5 的是 {old}。先比 epoch，再比最后的 zxid。{leader} 的日志到 {its} 为止，这就够了。Raft 问的是日志里写了什么；Zab 问的是这份日志最后和谁对齐过。S1 和 S2 与 S3 对齐的那份历史里，没有 2·2。',
      wrong: {
        '*': '那就得让 S1 和 S2 没有加入 epoch 3。这条分支上，S3 在 NEWLEADER 送到之前就死了：S1 承诺了 {promised}，却还在 {joined}。epoch 相同，于是和 Raft 一样由日志决定：{leader} 当选，并把 2·2 带给大家。',
      },
    },
    overwritten: {
      title: '什么要去掉，由谁去掉',
      says: 'S5 跟随 {leader}，刚把日志截回到 {to}：这就是 TRUNC。leader 只在同步 S5 时比较一次 zxid，之后只管发后面的；follower 不逐条检查 term，顺序和 epoch 由连接保证。\n\n在 Raft 里，如果 AppendEntries 在同一个 index 上带来 term 不同的 entry，follower 就删掉自己的那个以及后面的全部（§5.3）：覆盖发生在正常工作之中。这里去掉的，在两个协议里都只在五台中的两台磁盘上。Figure 8 还没有完，后面更糟：后来的 leader 把旧的 entry 送到了 quorum，然后死掉，这个 entry 照样被覆盖。所以 Raft 不能把这样的 entry 算作已提交。Zab 怎么办？',
    },
    'old-entries': {
      title: '前任留下的 entry',
      says: '三台服务器。{leader} 当选，epoch 是 {epoch}。1·3 只在 {holders} 的磁盘上，是已经不在的 leader 留下的。S3 刚把它发给 S2，后面跟着 NEWLEADER；接下来是 S1。没有客户端会再写什么。\n\nRaft 的 leader 只为自己 term 的 entry 数确认；更早 term 的，要随自己 term 的一个一起提交（§5.4.2）。所以它上任先写一个空 entry（论文扩展版 §8）。',
      ask: 'S3 开始服务时，1·3 提交了吗？',
      choices: {
        yes: '提交了，不需要新的事务',
        no: '没有：先要有一个 epoch 2 的事务',
      },
      answer:
        '提交了，在 {millis} 毫秒之后。quorum 确认了 NEWLEADER：每一台的磁盘上都有完整的历史，currentEpoch 就是凭证。从此没有 1·3 的服务器再也赢不了这几台。Figure 8 要的正是这条规则：Raft 靠那个空 entry，Zab 靠 NEWLEADER，而它不是事务：S3 停在 {last}，没有哪份日志里有它。\n\n所以不要逐词翻译。term 与 epoch、entry 与事务、leader 与 leader 可以对上；投票、加入、提交则是两套规则，各自成套，拆开来用都不成立。',
      wrong: {
        no: '它缺的不是事务，而是确认。这条分支上，NEWLEADER 的 ACK 还没有送到，网络就断了。{millis} 毫秒之后，S2 放弃了 S3。1·3 已经在 {holders} 的磁盘上，够一个 quorum，可 S3 无从知道：它什么都没有提交，也没有服务过任何人。',
      },
    },
  },
};
