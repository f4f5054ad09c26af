import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const zh: WordsOf<typeof lesson> = {
  title: 'Zab 不是 Paxos',
  question: 'leader 同时有两个写入在途中，后一个以前一个为基础。后一个会不会单独留下来？',
  steps: {
    two: {
      title: '先 /config，后 /ready',
      says: '客户端 ann 写 /config，紧接着写 /ready，表示 /config 已经完整。S3 是 leader，不等前一个提交：2·2 在途中，{ready} 也上路了。\n\n两个走同一条连接去 S2，有先后；S1 远一些。S2 一读到第一个，S3 就被隔开并死掉。',
      ask: '在新的 leader 手下，S1 的日志到哪里为止？',
      choices: {
        neither: '2·1：两个都没有',
        config: '2·2：只有 /config',
        both: '2·3：两个都有',
      },
      answer:
        '{last}：只有 /config。{leader} 带着它当选，S1 再从那里得到。第二个丢了，而谁也没有得到过成功的答复。留下来的，是 S3 所提事务的开头一段。',
      wrong: {
        neither: '这也有可能。这条分支上 S3 立刻被隔开，两个都没有人读到，S1 的日志到 {last} 为止。',
        both: '这也有可能。这条分支上 S3 活到 S2 把第二个也读到，于是 S1 的日志到 {last} 为止。一个都没有、只有前一个、两个都有，都可能；只有后一个，绝不会出现。',
      },
    },
    whole: {
      title: '定的是历史，不是一个个位置',
      says: '在朴素的 Paxos 里，日志的每个位置各自决定。leader 有几个提案在途中时死掉，下一个 leader 就逐个位置去问可能选定了什么。它可能问到第二个而没有问到第一个，于是在第一个位置填上别的东西。\n\nZab 决定的是历史。新的 leader {leader} 不打听单个事务，而是让别人变得和自己的历史一样，然后才继续。所以旧 leader 留下的，总是它所提事务的开头一段。这叫 primary order：有 /ready 就一定有 /config。',
    },
    lossy: {
      title: '它靠的是什么',
      says: '现在拿掉一样东西。服务器之间的连接，要么按顺序送到，要么断开，绝不会丢一个包又接着传。这里让它丢一会儿：S3 发给 S1 和 S2 的全部丢失，而连接都不断。真正的 TCP 不会这样。\n\nann 马上要写 /config，过一会儿网络恢复，再写 /ready。',
    },
    hole: {
      title: '后一个全有，前一个只有一台',
      says: '/config 只在 {config} 的磁盘上：提案丢了。/ready 在 {ready} 的磁盘上。S1 和 S2 发现编号不连续，ZooKeeper 只写一条警告就继续。（审计在时间轴上标了出来。）\n\nS3 刚刚数到 /ready 的第三个 ACK。',
      ask: '一秒钟之后，/ready 提交了吗？',
      choices: {
        yes: '提交了：已经超过 quorum',
        no: '没有',
      },
      answer:
        '没有。leader 按顺序提交：/config 还在等，/ready 就得排在后面，有多少 ACK 都没用。除了连接，这是保证 primary order 的第二道关。两个都在等，ann 得不到答复。',
      wrong: {
        yes: '前面没有 /config 挡着才行。这条分支上什么都没有丢，/config 在 {config} 的磁盘上，先提交，然后才是 /ready。',
      },
    },
    orphan: {
      title: '如果 leader 现在死掉呢？',
      says: '还是这一刻：S1 和 S2 有 /ready，没有 /config。S3 被杀死，S2 将成为 leader，把自己的历史原样接过来。',
      ask: 'S2 开始服务的时候，有 /ready 吗？',
      choices: {
        there: '有，只有 /ready，没有 /config',
        gone: '没有：前面缺了的会被丢弃',
      },
      answer:
        '有。{leader} 是 leader，{ready} 的磁盘上有它，现在它已经提交：/ready 在，而 /config 只在一台死掉的服务器的磁盘上。（审计标了出来：“primary 内部的顺序”。）新的 leader 不检查自己的日志有没有缺口，因为连接保持顺序就不会有。Zab 要求的正是这一点，所以 ZooKeeper 用 TCP。',
      wrong: {
        gone: 'leader 不找缺口，只是真实的连接不会造成缺口。这条分支上什么都没有丢，S3 提交了两个之后死掉，{leader} 成为 leader，{config} 也有 /config。',
      },
    },
  },
};
