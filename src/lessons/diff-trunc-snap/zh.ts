import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const zh: WordsOf<typeof lesson> = {
  title: 'DIFF、TRUNC 还是 SNAP？',
  question: '一台服务器带着旧日志来找 leader。怎样与它同步，由谁决定，凭什么决定？',
  steps: {
    behind: {
      title: '落后',
      says: 'S3 是 leader，S2 跟随它；两份日志都是 1·1 到 1·6。现在 S1 来了：它到 {its} 为止。关于自己的日志，它要告诉 leader 的只有这一个数。',
      ask: 'leader 会发送什么？',
      answer:
        '{mode}。leader 把最近的事务留在内存里，这里是 {min} 到 {max}。S1 的最后一个 zxid {peer} 就在其中，所以缺什么一清二楚：它后面的那些。DIFF 就是这些事务，每个一条 PROPOSAL 加一条 COMMIT，好像 S1 当时在场一样。',
      wrong: {
        '*': '没有日志的服务器才会得到 {mode}：这条分支上，S1 的磁盘先被清空了，leader 的历史再也找不到可以接上的地方。TRUNC 是给多了东西的服务器用的，而 S1 是少了。',
      },
    },
    ahead: {
      title: '多了',
      says: '还是这个 leader。这一次 S1 有 1·7 和 1·8，它曾经写进日志，却从未到达别人那里。它来得晚：如果选举时它在场，当选的会是它，这两个事务大家也都会有。',
      ask: 'leader 会发送什么？',
      answer:
        '{mode}。S1 到 {peer} 为止，超过了 leader 的最后一个 {max}。于是 S1 被要求在那里截断日志。它自己无从知道那两个事务没有提交过。提交没提交，要看 leader 的历史，而那是由一个 quorum 选出来的。',
      wrong: {
        '*': '这条分支上，S1 在来之前就丢了最后两个事务，正好和 leader 在同一处结束：{mode}，里面什么也没有。比 leader 多的，必须先放弃。',
      },
    },
    astray: {
      title: '走岔了',
      says: '这里 S2 和 S3 在 epoch 2 里继续写了：它们的日志是 1·1、1·2、2·1 到 2·4。S1 有 1·3，而别人从来没有。单看数值，1·3 在 leader 的第一个与最后一个之间。',
      ask: 'leader 会发送什么？',
      answer:
        '{mode}。{peer} 在 {min} 与 {max} 之间，却不在 leader 的历史里：1·2 后面是 2·1。本来可以截掉，但 leader 自己的历史接下去已是另一个 epoch，这时它不用 TRUNC。于是 S1 得到整个数据库，它的日志不再算数。',
      wrong: {
        '*': '这条分支上，S1 丢掉了 1·3，到 1·2 为止，而 1·2 在 leader 的历史里，所以是 {mode}。有 1·3 就不行，因为那部历史里没有它。',
      },
    },
    far: {
      title: '落后很远',
      says: 'leader 有六十个事务，内存里只留着最后几个。S1 有三个。它缺的那些，已经不全在 leader 的内存里了。',
      ask: 'leader 会发送什么？',
      answer:
        '照样是 {mode}：内存从 {min} 开始，但 {peer} 与它之间的那些在 leader 自己磁盘上的日志里，可以从那里读。如果日志文件没有那么早的内容，或者还要接着读的日志文件超过快照大小的三分之一，它就改发快照。所以作决定的是 leader，依据是 learner 的最后一个 zxid {peer}、自己的 {min} 和 {max}，以及自己的文件。',
      wrong: {
        '*': '这条分支上，S1 带着空磁盘来，才会是 {mode}。只要有三个事务，就有地方可以接上 leader 的日志，尽管很靠前。',
      },
    },
  },
};
