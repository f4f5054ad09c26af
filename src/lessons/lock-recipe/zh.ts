import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const zh: WordsOf<typeof lesson> = {
  title: '里面的选举，外面的配方',
  question: '客户端用 ZooKeeper 选 leader，ZooKeeper 自己也选 leader。这是一回事吗？',
  steps: {
    queue: {
      title: 'znode 排成的队',
      says: 'Anna 和 Bert 是两个客户端，同一时刻只能有一个干活。于是两人各自在 /lock 下面创建了一个临时顺序 znode：n-0000000000 是 {holder} 的，n-0000000001 是 Bert 的。序号最小的就是 leader，也就是 Anna。Bert 在她的 znode 上设了 watch，等着。\n\n这是一个配方（recipe），由普通的写操作搭成，服务器对它一无所知。服务器有自己的 leader {leader}，是投票选出来的。',
    },
    'server-dies': {
      title: '死了一台服务器',
      says: '服务器的 leader S3 被杀死。',
      ask: '六秒之后，谁的 znode 序号最小？',
      choices: {
        anna: '还是 Anna',
        bert: 'Bert：leader 换了',
      },
      answer:
        '还是 Anna：n-0000000000 里写的是“{holder}”。服务器之间选了一次，现在的 leader 是 {leader}；对客户端来说，只是停顿了一下。会话也是复制的数据，新 leader 会给每个会话重新计时。客户端带着原来的会话连到别的服务器，它的 znode 一直都在。',
      wrong: {
        bert: '要等 Anna 的会话结束，才轮到 Bert。这条分支上被杀死的是她的客户端：{millis} 毫秒之后她的 znode 没了，而服务器的 leader 还是 {leader}。',
      },
    },
    'client-dies': {
      title: '死了一个客户端',
      says: '回到开头。这次被杀死的是 Anna 的客户端，服务器都好好的。',
      ask: '在 Bert 的 watch 通知他之前，有服务器发起选举吗？',
      choices: {
        election: '有，需要新的 leader',
        none: '没有',
      },
      answer:
        '没有。{leader} 发现 Anna 的会话超时了：4 秒，再向上凑到一个 tick，于是用一个普通的事务把它关闭。她的 znode 随之消失，在她死后 {millis} 毫秒，Bert 的 watch 触发。没有投票，没有轮次，没有 epoch：让 Bert 当选的，只是名字里的一个数字。',
      wrong: {
        election:
          '服务器的选举只关乎服务器。这条分支上 S3 被杀死：它们选出了 {leader}，而 n-0000000000 里写的仍是“{holder}”。',
      },
    },
    both: {
      title: '两个持有者',
      says: '再回到开头。这一次谁也没有死，只是 Anna 所连的 S1 与 S2、S3 之间断了。她和 S1 之间照常通信。',
      ask: 'Bert 的 watch 刚通知他：Anna 的 znode 没了。此刻 S1 上的那个是谁的？',
      choices: {
        anna: 'Anna 的',
        nobody: '谁的也不是，在那里也没了',
      },
      answer:
        'Anna 的。断开 {millis} 毫秒之后，S3 再也听不到她，关闭了她的会话。S1 并不知道：在 syncLimit 到期之前，它只当 S3 一时没有动静，照样回答她。于是 Anna 和 Bert 都以为锁在自己手里。\n\n服务器不怕：旧 leader 没有 quorum 就提交不了。外面的客户端没有这条规矩。如果两个同时干活会出事，就让被写的一方拒绝较旧的那个，例如比较各自 znode 的 zxid。',
      wrong: {
        nobody:
          'S1 一听说，那里也就没了。这条分支上是 Anna 的客户端死了，网络没有断：{millis} 毫秒之后，S1 和大家一样应用了她的会话结束。',
      },
    },
  },
};
