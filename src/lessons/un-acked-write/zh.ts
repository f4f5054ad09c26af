import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const zh: WordsOf<typeof lesson> = {
  title: '没有得到确认的写入后来怎样了？',
  question: 'leader 还没来得及回复成功就死了，这次写入到底在不在？',
  steps: {
    asked: {
      title: '一次写入正在途中',
      says: '客户端 ann 请求 leader S3 执行 create /order x。S3 把它变成事务 {zxid}，并向 S1 和 S2 发出提案。目前已落盘的服务器：{holders}。S3 自己也还没有，因为刷盘需要一点时间。\n\nann 还没有收到答复。只有法定多数把事务落盘之后，她才会收到。从这里开始，我们来看两种未来。',
    },
    alone: {
      title: '第一种未来：别人都没有',
      says: '就在此刻，S3 的网络断了，提案停在途中；S3 自己刚一落盘就死了。现在落盘的只有 {holders}。\n\nS1 和 S2 会放弃 S3，另选 leader。等新 leader 开始服务，网络恢复，S3 重新启动。',
      ask: 'S3 归队之后，这次写入落在谁的磁盘上？',
      choices: {
        erased: '谁都没有：S3 把它丢弃了',
        kept: 'S3 留着它，其他服务器没有',
        spread: '三台都有：S3 把它传给了别人',
      },
      answer:
        '落盘的服务器：{holders}。{leader} 当选时没有这次写入，并且它的 epoch 更新。S3 带着一个 leader 历史中没有的事务回来，收到的是 TRUNC：它的日志被截断到 {last}。没有人得到过承诺，所以谁也没有被辜负。',
      wrong: {
        kept: '只有在 S3 谁也遇不到的时候才会这样。这里启动 S3 时它的网络仍是断的：{holders} 有这次写入，状态是 {state}。要跟随 leader，就得接受 leader 的历史，此外没有别的办法提供服务。',
        spread:
          '那就得由有这次写入的服务器当选。在这条分支上，S3 的网络没有断，S2 及时收到了提案，然后 S3 才死。现在 {leader} 是 leader，{holders} 的磁盘上都有它。这正是第二种未来。',
      },
    },
    logged: {
      title: '第二种未来：还有一台也有',
      says: '回到同一时刻。这一次网络没有断，S2 刚把写入落盘，S3 就死了：现在 {holders} 的磁盘上有它。S2 的 ACK 已经无人接收。从来没有凑够法定多数，什么都没有提交，ann 也没有收到答复。',
      ask: '新 leader 开始服务时，谁的数据库里有它？',
      choices: { none: '谁都没有', s2: '只有 S2', both: 'S1 和 S2' },
      answer:
        '{leader} 当选，而它的日志里有这次写入。新 leader 并不追问自己日志中的事务当初有没有提交：它的全部历史成为 epoch {epoch} 的开端，法定多数确认 NEWLEADER 之后就算提交。原来的 leader 从未提交过它，它却留了下来。',
      wrong: {
        none: '到了这一步，要丢掉它并不容易。在这条分支上，提案还在路上 S1 就死了，S3 的磁盘被清空，而有这次写入的 S2 在 {leader} 当选时不在场。之后 S2 回来，只好把它丢弃。',
        s2: '要有 leader，就得两台在一起，而在一起的两台历史必定相同。这里把 S1 和 S2 隔开。S1 读到了还在途中的提案，所以两台都已经有这次写入；可是 {looking} 都在寻找 leader，谁也不能提供服务。',
      },
    },
    unknown: {
      title: 'ann 看到了什么',
      says: 'ann 的控制台上显示 ConnectionLoss，两种未来都一样，因为它们始于同一时刻，而她看不到别的。这里写入在 {holders} 的磁盘上，并且会留下来；在第一种未来里它被抹掉了。\n\n所以这类错误的意思不是“失败”，而是“未知”：收到它的人必须自己去查，或者只做重复一遍也无妨的请求。',
    },
    answered: {
      title: '如果她收到了成功的答复呢？',
      says: '第三种未来：什么故障都没有。{acks} 都已落盘，达到法定多数，S3 刚刚提交，答复正发往 ann。就在这时杀死 S3。',
      ask: '新 leader 开始服务时，S2 上有 /order 吗？',
      choices: { there: '有，无论如何都有', gone: '要看谁当选' },
      answer:
        '有。{leader} 是 leader，{holders} 都有它。选举需要多数，而三台中的任意两个多数派必有一台相同：参加选举的服务器里总有一台有这次写入，并以更长的日志胜出。正因为如此，法定多数落盘之后才回复成功。',
      wrong: {
        gone: '这里让确认过它的 S2 也死掉，再启动 S3。S1 没有这次写入，但它独自一台不构成多数。当选的是 {leader}，{holders} 都有它。无论哪两台相遇，其中必有一台写过它。',
      },
    },
  },
};
