import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const zh: WordsOf<typeof lesson> = {
  title: '停顿不等于死亡',
  question: 'leader 没有动静了。其他服务器怎么分得清是崩溃，还是一次漫长的 GC？',
  steps: {
    healthy: {
      title: '进程死了',
      says: '{leader} 是 leader，S1 和 S2 跟随它。它的进程马上会被杀死：kill -9，没有任何告别。机器和网络都还在。',
      ask: '十分之一秒之内，follower 能发现吗？',
      choices: {
        notices: '能，几乎立刻',
        waits: '不能，要先等超时',
      },
      answer:
        '能：{millis} 毫秒之后，S1 已经在找 leader 了。进程死掉时，操作系统会关闭它的 socket，对端随即读到连接结束。这里用不着任何超时。',
      wrong: {
        waits:
          '只有 socket 还开着的时候才要等超时。这条分支上 S3 没有被杀死，而是被冻结：三秒钟之后，{followers} 仍然跟随它。',
      },
    },
    frozen: {
      title: '进程被冻结了',
      says: '同一时刻，另一种命运：S3 在半途停住，就像遇到一次漫长的 GC，或者虚拟机正在热迁移。它的 socket 还开着；发给它的数据由操作系统收下，等在那里。',
      ask: '五秒钟之后，谁还跟随 S3？',
      choices: {
        both: 'S1 和 S2 都还跟随',
        nobody: '谁也不跟随了',
      },
      answer:
        '{followers} 仍然跟随 S3。一条开着却不说话的连接，不管 leader 是慢、是停住，还是网络断了，看上去都一样，所以只能等满约定的时间：syncLimit 个 tick，这里是 5 × 2 秒。',
      wrong: {
        nobody:
          '崩溃之后才是这样。这里 S3 被杀死：socket 关闭，S1 和 S2 立刻发现，不到五秒钟 {leader} 早就是 leader 了。',
      },
    },
    silence: {
      title: '沉默就够了',
      says: 'S1 已经有 {silent} 毫秒没有从 leader 那里读到任何东西。到了限度，它开始找新的 leader。它并不知道 S3 被冻结了，它只知道什么也没有收到。',
    },
    successor: {
      title: '继任者',
      says: 'S1 和 S2 构成 quorum，现在 {leader} 是 epoch {epoch} 的 leader。S3 对此一无所知：在它里面，时间没有走。',
    },
    awake: {
      title: 'S3 醒来',
      says: '停顿结束，S3 接着执行下一条指令。',
      ask: '这之后的一瞬间，谁处于 LEADING？',
      answer:
        '{leaders} 都是。S3 仍然以为自己是 epoch {old} 的 leader，因为没有人能告诉它不是。有人问，它会这么回答；有人读，它会拿旧数据来答。但它提交不了任何东西：那需要别人的 ACK，而别人已经承诺了 epoch {young}，离开了它。',
      wrong: {
        '*': '如果 S3 是死过一次，就会是这样。这条分支上它被杀死又重新启动：它忘了自己当过 leader，问了一圈，加入了 {leader}。而醒过来的服务器什么都没有忘，麻烦正是从这里开始的。',
      },
    },
    'finds-out': {
      title: '它发现了',
      says: 'S3 读到了 socket 里等着的东西：跟随者都走了。它退位，问了一圈，{millis} 毫秒之后跟随 {leader}。（刚醒来时，它还以为客户端的会话已经过期，提出把它关闭：这就是它磁盘上的 2·2。别人都没有，所以留不下来。）\n\n正因为有这个窗口，需要最新数据的客户端不能轻信随便哪台服务器的回答。关于 sync 另有一课。',
    },
    short: {
      title: '停顿五秒',
      says: '还是同样的集群。leader S3 现在被冻结，五秒钟之后恢复。',
      ask: '恢复三秒之后，谁是 leader？',
      answer:
        '{leader}，还在 epoch {epoch}：沉默了五秒，不到约定的十秒。对客户端来说，就是有五秒钟没有回音。限度是一种取舍：短一些，机器真的死了能早点发现，但也会把更多的停顿变成选举。',
      wrong: {
        '*': '要换 leader，得先有理由去找，而五秒钟的沉默还不是理由。这条分支上 S3 被杀死了，于是 {leader} 立刻接任。',
      },
    },
  },
};
