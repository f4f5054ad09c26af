import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const zh: WordsOf<typeof lesson> = {
  title: 'Zab 与 Raft，逐词对照',
  question: '同一个故障，两个协议。哪些词是一回事，哪些只是看着像？',
  steps: {
    words: {
      title: '同一幕，两种说法',
      says: '{leader} 是 epoch {epoch} 的 leader，刚把客户端的写入编为 {zxid}，向所有人发出 PROPOSAL。\n\nRaft 会说：term 2 的 leader 追加一个 entry，发出 AppendEntries。term 就是 epoch，entry 就是事务，心跳就是 PING。COMMIT 没有对应的报文，commitIndex 由下一个 AppendEntries 捎带。index 从不重来，zxid 的 counter 每个 epoch 重来。\n\n运行的是 ZooKeeper；Raft 会怎么做，依照论文（Ongaro、Ousterhout，2014）。故障取自其中的 Figure 8，编号不同。',
    },
    'one-vote': {
      title: '五台里有两台拿到',
      says: '网络断了，S4 和 S5 随后死掉。这个 entry 在 {holders} 的磁盘上，quorum 是 {quorum}。两个协议都要等到有人发现 leader 没了。\n\nRaft 里一个 term 只投一票，给第一个日志够新的候选者，先把 votedFor 写盘再回答（§5.2）。票分散了，就随机等一会儿再来。',
      ask: '到 S3 当选，S1 改几次票？',
      choices: {
        never: '不改：一直投自己',
        once: '一次：一轮只有一票',
        twice: '两次',
      },
      answer:
        '{times} 次，都在同一轮：先改投 S2，再改投 S3。FastLeaderElection 的票只是看法：发给所有人，见到更好的就改，从不写盘。所以票不会分散，而是汇聚到最好的那张，{leader} 当选。但这还保证不了什么：可能有两台都以为自己当选，下一步才分清。',
      wrong: {
        '*': '要看它听到几台、各带来更好的票。这条分支上 S2 也死了，能改投的只有 S3；而五台里的两台选不出谁：{looking} 继续找。',
      },
    },
    'term-begins': {
      title: 'Raft 结束，Zab 开始',
      says: 'Raft 的候选者拿够票就是 leader，马上发心跳；term 已在每台的磁盘上。日志不一致的边走边修：AppendEntries 要对上前一个 entry 的 index 和 term，否则退一格再试（§5.3）。\n\n在 Zab 里，票只决定去找谁。discovery 定下 epoch {epoch}，由写盘的 acceptedEpoch 承诺，相当于 Raft 的 currentTerm。然后每台同步成 leader 的历史。收到 NEWLEADER，S1 先把 currentEpoch {current} 写盘再确认，尽管日志仍到 {last} 为止。这个数在 Raft 里没有对应的词，下一步恰恰由它决定。',
    },
    'up-to-date': {
      title: 'S3 另写了一个，然后死掉',
      says: 'S3 提出 3·1，随即被隔开，带着它死掉。S4 和 S5 启动，磁盘上还有 2·2。S1 和 S2 两个都没有。\n\nRaft 里日志落后的要不到票：先比最后一个 entry 的 term，再比长度（§5.4.1）。S1、S2 到 2·1，S4、S5 到 2·2：后两台之一会当选，并带来 2·2。',
      ask: '这里谁会当选？',
      answer:
        '{leader}。S1 和 S2 加入过 epoch {epoch}，并且写了盘；S5 的是 {old}。先比 epoch，再比最后的 zxid：{leader} 的日志到 {its} 就够了。Raft 问日志里写了什么；Zab 问它最后和谁对齐过：S1、S2 与 S3 对齐的历史里没有 2·2。',
      wrong: {
        '*': '那就得让 S1 和 S2 没有加入 epoch 3。这条分支上，S3 在 NEWLEADER 送到之前就死了：S1 承诺了 {promised}，却还在 {joined}。epoch 相同，于是和 Raft 一样由日志决定：{leader} 当选，并把 2·2 带给大家。',
      },
    },
    overwritten: {
      title: '什么要去掉，由谁去掉',
      says: 'S5 跟随 {leader}，刚把日志截回到 {to}：TRUNC。leader 只在同步时比较一次 zxid，之后只发后面的；follower 不逐条检查 term，顺序和 epoch 由连接保证。\n\nRaft 里，AppendEntries 在同一个 index 上带来别的 term，follower 就删掉自己的那个和后面的（§5.3）。这里去掉的，两个协议里都只在五台中的两台磁盘上。Figure 8 后面更糟：后来的 leader 把旧 entry 送到了 quorum，死掉，它照样被覆盖。所以 Raft 不能算它已提交。Zab 怎么办？',
    },
    'old-entries': {
      title: '前任留下的 entry',
      says: '三台服务器。{leader} 当选，epoch 是 {epoch}。1·3 只在 {holders} 的磁盘上，是已经不在的 leader 留下的。S3 刚把它和 NEWLEADER 发给 S2，接下来是 S1。不再有客户端写入。\n\nRaft 的 leader 只为自己 term 的 entry 数确认，更早的随自己的一个一起提交（§5.4.2）。所以它上任先写一个空 entry（论文扩展版 §8）。',
      ask: 'S3 开始服务时，1·3 提交了吗？',
      choices: {
        yes: '提交了，不需要新的事务',
        no: '没有：先要 epoch 2 的事务',
      },
      answer:
        '提交了，在 {millis} 毫秒之后。quorum 确认了 NEWLEADER：每一台的磁盘上都有完整的历史，currentEpoch 就是凭证，没有 1·3 的再也赢不了它们。这正是 Figure 8 要的规则：Raft 靠空 entry，Zab 靠 NEWLEADER，而它不是事务：S3 停在 {last}，没有哪份日志里有它。\n\n所以不要逐词翻译。term 与 epoch、entry 与事务对得上；投票、加入、提交各成一套。',
      wrong: {
        no: '它缺的不是事务，而是确认。这条分支上，NEWLEADER 的 ACK 还没有送到，网络就断了；{millis} 毫秒之后，S2 放弃了 S3。1·3 在 {holders} 的磁盘上，够一个 quorum，可 S3 无从知道：它什么都没有提交，也没有服务过谁。',
      },
    },
  },
};
