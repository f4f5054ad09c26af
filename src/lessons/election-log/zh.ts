import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const zh: WordsOf<typeof lesson> = {
  title: '读一份真实的选举日志',
  question: '凌晨三点，满屏的 Notification。每个字段说的是什么，由此能推出什么？',
  steps: {
    begins: {
      title: '先是自己的两行',
      says: '检查器里是 S1 的日志，格式与 ZooKeeper 3.8 写的一样：时间、服务器的 [myid]、级别、线程和类、内容。S1 刚刚启动：\n\n“{line}”：它开始找 leader。它的日志到 0x100000003 为止：高 32 位是 epoch 1，低 32 位是 counter 3。\n\n下面的 Notification 还是那张票，回到了自己手里：票发给每一个投票者，包括自己，所以这里的 n.sid:1 就是 S1。“my state”永远是写这行日志的服务器；n. 开头的，都是收到的内容。',
    },
    other: {
      title: '谁说的，投给谁',
      says: '“{line}”\n\nn.sid 是发送者，n.state 是它的状态。n.leader 是它投给谁；这里两个都是 3，但不必相同。n.round 是选举的轮次，听到更大的就跟上：轮次旧的票不算。n.peerEpoch 是候选者最后加入的 epoch，n.zxid 是它日志的末尾。\n\n下面一行，S1 改投了：n.leader:3。S3 的日志到 1·4，S1 自己的只到 1·3。',
    },
    better: {
      title: '多数已定，第三台来了',
      says: '三台里已有两台同意 S3：{agreeing}。S1 再等 200 毫秒，看有没有更好的。现在看 S2 的日志：它自己那一行写着 n.leader:2、n.peerEpoch:0x2，而 n.zxid 是 {zxid}，三份里最短的。这张投给 {leader}、epoch 为 {epoch} 的票，正在去 S1 的路上。',
      ask: 'S1 自己的下一行会写什么？',
      choices: {
        s1: 'n.leader:1，投自己',
        s2: 'n.leader:2，改投 S2',
        s3: 'n.leader:3，不变：多数已经定了',
      },
      answer:
        'n.leader:2。200 毫秒之内，S2 的那一行来了。比较的次序是 n.round、n.peerEpoch、n.zxid，最后才是 n.leader，与打印的次序无关。注意 n.peerEpoch 不是 n.zxid 的高 32 位：S2 加入过 epoch 2，只是那里面什么都没有写过。',
      wrong: {
        '*': '除非没能及时听到 S2。这条分支上它被隔开，200 毫秒里没有动静，S1 写下“{line}”：它跟随 S3，因为 S3 的 zxid 比它自己的大。',
      },
    },
    took: {
      title: '当选了，仅此而已',
      says: 'S2 的日志：“{line}”。这是从“New election”到这里的时间，包括 200 毫秒的等待。另外两台写的是 FOLLOWING - LEADER ELECTION TOOK。\n\n{leader} 已是 LEADING。可此刻谁在服务客户端？运行结果是：{serving}。如果接下来又读到 LOOKING，那么投票没有问题，问题出在 discovery 或同步阶段，在 2888 端口，而不是 3888。',
    },
    latecomer: {
      title: '来晚的服务器',
      says: 'S2 的日志里有了要紧的一行：“Have quorum of supporters”，zxid 是 0x300000000。epoch {epoch} 已经确立，开始服务客户端。\n\nS3 将被杀掉再启动。旧的行可能先到，要找 n.state:LEADING。S2 当选时是 n.peerEpoch:0x2、n.zxid:0x100000002。',
      ask: 'n.state:LEADING 那一行的 n.peerEpoch？',
      choices: {
        one: '0x1，和 n.zxid 里的一样',
        voted: '0x2，当选时的',
        new: '0x3，现在所处的 epoch',
      },
      answer:
        '“{line}”。leader 有了 quorum，就把新的 epoch 写进自己的票；n.zxid 则停在选举的时候，不管之后写了多少。所以这种行说明谁是 leader、在哪个 epoch，不说明日志到了哪里。S3 要等说法一致的多数，而且其中要有 leader 本人。',
      wrong: {
        '*': '要看什么时候问。这条分支上 S3 在选举刚结束、新的 epoch 还没有定下时回来：“{line}”。等 epoch 有了 quorum，票里才换成新的。',
      },
    },
    count: {
      title: '自己数一数',
      says: '五台服务器，历史都一样；这是 S1 的日志。S4、S5 离得近，S2、S3 离得远。S1 刚读到 S5 的 n.leader:5，于是改投 S5。quorum 是 {quorum}。上面 n.leader:4 的那些行，不能算给 S5。',
      ask: '哪几台的 n.leader:5 凑成 S1 的 quorum？',
      answer:
        '{agreeing}。S1 自己的票也算数，日志里它自己那行 n.leader:5 就是证据。第二张是 S5 的；第三张是 S4 后来改投的，在它的 n.leader:4 之后：同一个 n.sid 只算最后一行。接着 200 毫秒没有动静，然后是 FOLLOWING。一次选举，你已经读懂了。',
      wrong: {
        '*': '其中总有 S1 自己，其余的看谁先到。这条分支上 S4 被杀掉，由远处的决定：{agreeing}。',
      },
    },
  },
};
