import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const zh: WordsOf<typeof lesson> = {
  title: '四个都叫 epoch 的数',
  question: '讲 ZooKeeper 的资料说“epoch”，指的其实是四样不同的东西。它们各在什么时候变？',
  steps: {
    looking: {
      title: '四个数都摆出来',
      says: 'S1 刚刚启动，正在找 leader。检查器里有它的四个数：\n\nlogicalClock 是 {round}，即它自己的选举轮次，只在内存里；acceptedEpoch 是 {accepted}，currentEpoch 是 {current}，它们是磁盘上的两个小文件；还有最后一个 zxid {last} 里的 epoch。\n\n到现在为止只有第一个动过：每次开始找 leader，就是新的一轮。',
    },
    promise: {
      title: '承诺',
      says: 'S3 当选，提出了新的 epoch。S1 在答复之前，刚把 acceptedEpoch {accepted} 写到磁盘上。这是一个承诺：从此不再接受旧 epoch 的 leader 的任何东西。',
      ask: 'S3 开始与 S1 同步的时候，S1 的 currentEpoch 是多少？',
      answer:
        '仍然是 {current}。acceptedEpoch {accepted} 是 S1 承诺过的；currentEpoch {current} 是它最后一次接受其历史的 epoch。两者之间隔着同步，而同步可能失败。',
      wrong: {
        two: '这条分支上，leader 在承诺之后立刻死掉。S1 剩下的是 acceptedEpoch {accepted}、currentEpoch {current}：它承诺过的那个 epoch，从来没有人领导过。所以这必须是两个数。下一个 leader 得用比 {accepted} 更大的。',
      },
    },
    entered: {
      title: '进入 epoch',
      says: 'NEWLEADER 到了：leader 有的 S1 都有了，它写下 currentEpoch {current}。从此它的选票带着这个数，名叫 peerEpoch，比较选票时第一个看的就是它。\n\n它的最后一个 zxid 是 {last}，还属于前一个 epoch。',
    },
    serving: {
      title: '还什么都没写',
      says: 'S1 在 epoch 2 里为客户端服务了。还没有人写过任何东西。',
      ask: '过一会儿，S1 的最后一个 zxid 是什么？',
      choices: {
        old: '1·2，和先前一样',
        marker: '2·0，这个 epoch 的起点',
      },
      answer:
        '{last}。第四个数只随事务而动。leader 显示的是 {leaders}，没有哪个事务用过它：那是它计数的起点。用 DIFF 同步的 follower，保留自己原有的。',
      wrong: {
        marker:
          '要有事务才会动，而且那是第一个，不是第零个。这条分支上，一个客户端建立了会话，S1 的最后一个 zxid 就成了 {last}。',
      },
    },
    'second-leader': {
      title: 'leader 死了',
      says: '这期间有一个客户端建立了会话：最后一个 zxid 是 {last}。现在 S3 被杀死，S1 又开始找 leader：第 {round} 轮。两个 epoch 都没有动，acceptedEpoch {accepted}，currentEpoch {current}，要等新的 leader 上任才会动。选不出结果的一轮，不消耗 epoch。',
    },
    restart: {
      title: '崩溃之后',
      says: '现在是第二个 leader，epoch {accepted}，又有一个客户端建立了会话：第 {round} 轮，acceptedEpoch {accepted}，currentEpoch {current}，最后一个 zxid {last}。接下来 S1 的进程被杀死，再重新启动。',
      ask: '它重新找 leader 的时候，处于第几轮？',
      answer:
        '第 {round} 轮：新的进程从头数起。另外三个数在磁盘上，都还在：acceptedEpoch {accepted}，currentEpoch {current}，最后一个 zxid {last}。轮次不必保存，因为 S1 会从别人那里听到现在是第几轮。',
      wrong: {
        '*': '活着的进程会接着数。这条分支上被杀死的是另外两台，S1 开始的是第 {round} 轮。而杀死再启动，它就忘了这个数，因为轮次没有写在任何地方。',
      },
    },
  },
};
