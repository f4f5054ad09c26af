import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const zh: WordsOf<typeof lesson> = {
  title: '发现阶段：先承诺，再同步',
  question: '选举已经赢了。leader 为什么一个事务都还没发，就先向大家要承诺？',
  steps: {
    info: {
      title: 'FOLLOWERINFO：你承诺过什么？',
      says: 'S3 当选，但还不知道可以领导哪个 epoch。S1 刚连上，用 FOLLOWERINFO 报上 acceptedEpoch {its}：它曾向一个没能上任的 leader 承诺过。S2 和 S3 承诺过 {others}。\n\nS3 要听到一个 quorum，它自己也算。',
      ask: 'S3 会选哪个 epoch？',
      answer:
        'epoch {epoch}。它听到了 {heard}，已经是 quorum，于是取其中最大的承诺再加一。选举时的选票在这里不起作用：epoch 是在发现阶段产生的。',
      wrong: {
        '*': '这条分支上，S1 的包到不了 S3。S3 听到的是 {heard}，epoch 就是 {epoch}：比这些承诺大一。如果听到了 S1，就必须比 S1 的承诺也大，相等都不行。',
      },
    },
    promise: {
      title: 'LEADERINFO，以及承诺',
      says: 'S3 用 LEADERINFO 提出了 epoch {epoch}。S1 把磁盘上的 acceptedEpoch 从 {was} 改成了 {epoch}，这时才发出 ACKEPOCH：承诺必须经得起崩溃，否则就不算承诺。\n\nACKEPOCH 带着 S1 的两个数：currentEpoch {current}，最后一个 zxid {last}。到现在为止，一个事务都没有发过。',
    },
    quorum: {
      title: 'ACKEPOCH：quorum 已承诺',
      says: '{electing} 承诺了 epoch {epoch}。S3 还做了比较：如果哪个 follower 的 currentEpoch 更新，或者 currentEpoch 相同而日志更长，就不计入，并且关闭它的连接。\n\n现在有两件事确定了：这里谁都不会再接受旧 leader 的东西；S3 的历史不比计入的任何一台差。到这时它才发送自己的历史，同步开始。',
    },
    cut: {
      title: '考验一下这个承诺',
      says: '换一个集群。S3 只带着 S1 领导 epoch {old}，S1 承诺过 {promised}。现在网络把 S3 隔开，同时 S2 启动了：它一直不在，只承诺过 {its}。\n\nS3 还没有察觉。等 syncLimit 一到，S1 会察觉，然后和 S2 选出 leader。',
      ask: '那个 leader 会领导哪个 epoch？',
      answer:
        'epoch {epoch}。承诺过 epoch 2 的是一个 quorum，任何 quorum 都和它至少共有一台服务器，这里是 S1。所以后来的 leader 不可能漏掉这个数。一时间 {leaders} 都在 LEADING，但 epoch 不同，它们的 zxid 永远不会相同。',
      wrong: {
        two: '承诺防的正是这个。这条分支上，S1 的磁盘被清空后重新启动，于是没有人记得 epoch 2。新的 leader 领导的是 epoch {epoch}，现在 {leaders} 都在领导 epoch 2。',
      },
    },
    twins: {
      title: '没有承诺：一号两主',
      says: '我们留在 S1 丢失承诺的那个未来，再往前看一点。{leaders} 都在领导 epoch 2。客户端 boris 在 S2 上建立会话，anna 在 S3 上建立会话。\n\n建立会话就是一个事务，而两个 leader 都从 epoch 2 的开头数起。看 2·1：{holders} 的磁盘上都有一个，而 S3 的那个和别人的不是同一个。一个 zxid，两个事务，日志就再也不能靠 zxid 比较了。所以要先有承诺，而且承诺要落盘。',
    },
    five: {
      title: '五个承诺',
      says: '五台服务器承诺过的 epoch 各不相同：S1 和 S5 是 1，S4 是 2，S3 是 3，S2 是 6。S5 当选，quorum 是 {quorum}。S2 和 S5 之间的链路很慢，S2 会最后一个连上。',
      ask: 'S5 会选哪个 epoch？',
      answer:
        'epoch {epoch}。S5 听到的是 {heard}，其中最大的承诺是 3。它不会等 S2。等 S2 来了，提给它的 epoch 比它的承诺小，它就拒绝，只能待在外面，直到换了 leader。',
      wrong: {
        '*': '这条分支上 S1 和 S4 被杀死，S5 只好等 S2。它听到的是 {heard}，取 {epoch}，比 S2 的 6 大一。最大的承诺说了算，但只在最先凑成 quorum 的那些服务器里比。',
      },
    },
  },
};
