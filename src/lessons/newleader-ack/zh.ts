import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const zh: WordsOf<typeof lesson> = {
  title: 'NEWLEADER 与 UPTODATE',
  question: 'leader 已经把自己的历史发给了 follower。为什么这样还不能开始服务？',
  steps: {
    elected: {
      title: '选上了还不算上任',
      says: '{leader} 当选：它的日志多一个事务 1·3，只在 {holders} 的磁盘上。它把 1·3 发给了 S2，后面是 epoch {epoch} 的 NEWLEADER，刚刚送到。S1 也会收到，只是晚些：它的磁盘写一次要 400 毫秒，S2 的要 60 毫秒。',
      ask: 'S3 开始服务时，1·3 在谁的磁盘上？',
      choices: {
        own: '只在 S3 的磁盘上',
        two: '在 S2 和 S3 的磁盘上',
        all: '三台的磁盘上都有',
      },
      answer:
        '在 {holders} 的磁盘上。只要三台里有 {quorum} 台确认了 NEWLEADER（包括 S3 自己），S3 就开始服务。S1 还在写。',
      wrong: {
        own: '这里 S3 马上被隔离。{serving} 停在 SYNCHRONIZATION 里等着：没有第二个确认，它不会为任何客户端服务。',
        all: '不需要等第三台。只有第二台没了才用得着它：这条分支上 S2 被杀死，等到 1·3 在 {holders} 的磁盘上，S3 才开始服务。',
      },
    },
    order: {
      title: '先落盘，再 ACK',
      says: '回到 NEWLEADER 到达 S2 的时刻。S2 不会马上回答。它先把收到的东西，也就是 1·3，刷到日志里；再写 currentEpoch {epoch}；最后才发 ACK。从 NEWLEADER 到达算起，{millis} 毫秒之后 S3 收到了它。\n\n这个 ACK 是一个承诺：你的历史就是我的历史，断电之后它还在。',
    },
    memory: {
      title: '过早的 ACK',
      says: '同样的过程，换成 ZooKeeper 3.6.1：follower 写完 currentEpoch 就发 ACK，DIFF 里的事务过后才写日志。{leader} 已在服务客户端，1·3 却只在 {holders} 的磁盘上。\n\n现在三台同时断电。S1 和 S2 恢复了，S3 再也没有起来。',
      ask: '再有 leader 时，1·3 在谁的磁盘上？',
      choices: {
        kept: '三台都有：保住了',
        lost: '只有 S3：丢了',
      },
      answer:
        '只有起不来的 S3 有。{leader} 成为 epoch {epoch} 的 leader，却没有 1·3，而 S3 早已带着它开始服务。S2 当初确认的历史只在内存里。这就是 ZOOKEEPER-3911。',
      wrong: {
        kept: '除非 S3 也回来。这条分支上它回来了：它有 epoch 2 和最长的日志，于是 {leader} 成为 leader，其他服务器再次得到 1·3。数据的安危只系于一块磁盘。',
      },
    },
    'same-cut': {
      title: '同样的断电，今天的版本',
      says: '再看第一次运行的同一时刻：S3 刚开始服务，1·3 在 {holders} 的磁盘上。三台同时断电，S1 和 S2 恢复。',
      ask: '新的 leader 有 1·3 吗？',
      choices: {
        kept: '有',
        lost: '没有',
      },
      answer:
        '有。{leader} 在发 ACK 之前就把它写进了日志，所以日志更长，胜过 S1，并把它传下去。任意三台取两台，总有一台确认过；而确认过的，磁盘上一定有。',
      wrong: {
        lost: '除非磁盘撒了谎。这条分支上，S2 的硬盘明明报告写好了，却丢掉了最后一个事务；{leader} 成为 leader，没有它。这种事，任何协议都救不了。',
      },
    },
    uptodate: {
      title: '那么 UPTODATE 呢？',
      says: '五台服务器，S5 是 leader，比别人多一个 1·3。S1 已经把它落盘，并确认了 NEWLEADER。S5 有了 {acks} 的确认，一共需要 {quorum} 个。',
      ask: '在 S5 拿到第三个确认之前，S1 会服务客户端吗？',
      choices: {
        waits: '不会',
        serves: '会，它什么都有了',
      },
      answer:
        '不会，它等了 {millis} 毫秒。五台里有两台还不是 quorum，另外三台仍然可能选出一个没有 1·3 的 leader。那样的话，在 S1 上读到过它的客户端，就看见了从未存在过的东西。等 quorum 确认之后，S5 才发 UPTODATE，意思是：你手里的已成定局，可以服务了。',
      wrong: {
        serves:
          'S1 什么都有了，但它不知道别人有没有。这条分支上 S2 和 S3 又死了，由 S4 凑足 quorum；收到 UPTODATE 之后，{serving} 开始服务。',
      },
    },
  },
};
