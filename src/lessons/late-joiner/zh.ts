import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const zh: WordsOf<typeof lesson> = {
  title: '迟到者怎样找到 leader',
  question: '选举早就结束了，现在才启动的服务器怎么知道谁赢了？',
  steps: {
    asks: {
      title: '第五台服务器',
      says: '五台中的四台在运行，{leader} 是 leader。现在 S5 启动了。它的日志不比别人差，sid 又最大。它对别人一无所知，于是和大家一样开始找 leader：投给自己，把选票发给所有服务器。',
      ask: 'S5 找到自己的位置之后，谁处于 LEADING？',
      answer:
        '还是 {leader}。其他服务器不在 LOOKING，所以不会拿 S5 的选票去比较，只是用已经定下来的选票回复它。{took} 毫秒之后，S5 听到的已经足够，便跟随了。',
      wrong: {
        '*': 'S5 要当 leader，得先有一次选举。这条分支上就有，因为 S4 被杀死了，可当选的还是 {leader}：它已经随 S4 进入了新的 epoch，而 S5 没有。只要 S4 还是 leader、还听得见，就根本没有人比较选票。',
      },
    },
    settled: {
      title: '另一张表',
      says: 'S5 收到了 {from} 的回复：“我是 {state}，leader 是 {leader}。”这样的回复不参加比较，S5 把它记在另一张表 outofelection 里，专门放已经定下来的那些。（这里大家碰巧在同一轮，所以它也记在这一轮的选票里；轮次不同的服务器，就只能靠另一张表。）五台中有 {quorum} 台说的是同一个 leader，就有一个 quorum 跟随它。\n\n检查器的票箱里有两张表，原因就在这里。',
    },
    'without-the-leader': {
      title: '大家都这么说，唯独 leader 没说',
      says: '再从 S5 启动的时候开始。这一次 S4 和 S5 之间的链路断了，S5 听得到 S1、S2、S3，却听不到 leader 本人。五台中的三台告诉它自己跟随 S4：已经是多数。',
      ask: '三秒之内，S5 会认 S4 为 leader 吗？',
      choices: {
        joins: '会，五台里有三台这么说',
        waits: '不会，它继续找',
      },
      answer:
        '不会。{followers} 跟随 S4，也都这么说，但 S5 还要听 S4 自己说：听不到的 leader 也许已经死了，只是跟随者还没有发现。于是 S5 反复询问，间隔越来越长。',
      wrong: {
        joins:
          '缺的不是人数。这条分支上，断的改成了 S5 与 S3 之间的链路，S5 凭 {agreeing} 的话就加入了：人数一样，但其中有 leader。',
      },
    },
    few: {
      title: '还没有人定下来',
      says: '还是这五台服务器；只有 S1 和 S2 运行了一秒钟，两台不是 quorum。现在 S5 启动。',
      ask: '谁会当 leader？',
      answer:
        '{leader}。谁都还没有定下来，所以这就是一次普通的选举：S5 的选票参加比较，sid 最大，S1 和 S2 改投它，五台中的三台就是 quorum。有东西可以加入的时候，才谈得上迟到。',
      wrong: {
        '*': '没有 S5 就根本没有 leader：这条分支上它被杀死了，S1 和 S2 只能继续找，因为 quorum 是 {quorum}。S2 从来没有当过 leader，只是在等，所以 S5 也没有什么可以加入的。',
      },
    },
  },
};
