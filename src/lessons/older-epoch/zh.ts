import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const zh: WordsOf<typeof lesson> = {
  title: '日志里的 “Leaders epoch, 2 is less than accepted epoch, 3”',
  question: '一台健康的服务器一次又一次拒绝健康的 leader。它怎么会承诺过一个没有人领导的 epoch？',
  steps: {
    'own-disk': {
      title: 'leader 自己先承诺',
      says: 'S3 当选。S1 告诉它自己承诺过 epoch 1，所以下一个是 {epoch}。S3 正要把 acceptedEpoch {epoch} 写进自己的磁盘，写完之后才会把这个 epoch 提给别人。\n\n而 S3 会在这次写入之后立刻死掉。',
      ask: 'S1 发现 S3 没了的时候，S1 的 acceptedEpoch 是多少？',
      answer: '还是 {mine}。对 epoch {its} 的承诺只写在一块磁盘上，而那台服务器已经死了。别人从来没有听说过它。',
      wrong: {
        two: '这条分支上 S3 多活了一会儿，直到快要开始领导：LEADERINFO 到了 S1，S1 也写下了 {mine}，和 S3 的 {its} 一样。leader 自己的承诺落盘之后，epoch 才会传开。',
      },
    },
    again: {
      title: '又来一次',
      says: 'S3 马上回来了。它的 sid 最大，于是再次当选。它提出的 epoch 要比自己承诺过的大，写下 acceptedEpoch {its}，然后又死在同一个地方。\n\n现在死掉的 S3 磁盘上是 acceptedEpoch {its}、currentEpoch {entered}，S1 和 S2 仍然是 1 和 1。它们只好自己继续。',
      ask: 'S2 会领导哪个 epoch？',
      answer:
        'epoch {epoch}。{leader} 取它听到的最大 acceptedEpoch，再加一。S1 报的是 1，它自己也是 1。死掉的服务器磁盘上写着什么，没有人听得到。',
      wrong: {
        '*': '这条分支上 S3 此刻就启动，第三次当选。{leader} 知道自己承诺过 3，于是领导 epoch {epoch}。S3 不在 quorum 里的时候，这个数就不算数。',
      },
    },
    returns: {
      title: 'S3 真的回来了',
      says: 'S3 恢复正常。{leader} 已经是 leader，S3 便以 follower 的身份加入。它的 FOLLOWERINFO 说：我承诺过 epoch {its}。\n\nleader 的 epoch 早就定了，不会为一个迟到的 follower 另选一个。',
      ask: 'leader 把自己的 epoch 提给 S3，S3 会怎么做？',
      choices: {
        follows: '跟随：这个 leader 有 quorum',
        refuses: '拒绝，重新寻找 leader',
      },
      answer:
        '拒绝：{offered} 比 {promised} 小。ZooKeeper 的日志里是 “Exception when following the leader”，下面一行是 “Leaders epoch, {offered} is less than accepted epoch, {promised}”。承诺 epoch {promised} 的意思是：从此不接受更旧的 epoch 的任何东西。S3 无从知道其实没有别人进入过它。',
      wrong: {
        follows:
          '除非它忘掉承诺。这条分支上 S3 的磁盘被清空，它就接受了，acceptedEpoch 成了 {promised}。可是和承诺一起丢掉的还有它的事务，别把这当成解决办法。',
      },
    },
    loop: {
      title: '转来转去',
      says: '两秒钟过去，S3 已经拒绝了 {count} 次。每次它都去找 leader，马上找到 S2，然后再次拒绝。这不碍别人的事：{serving} 照常服务。可是再坏一台，就没有 quorum 了。',
    },
    cure: {
      title: '怎样才能结束',
      says: '等是没有用的：leader 在任期间，epoch 不会变。于是运维人员停掉了 leader S2。剩下 S1 和 S3，S1 承诺过 epoch 2，S3 承诺过 3。',
      ask: '新的 leader 会领导哪个 epoch？',
      answer:
        'epoch {epoch}。当选的是 {leader}：它进入过 epoch 2，而 S3 没有。但这一次 S3 在 quorum 里，它的 3 被听到了。比最大的承诺再大一，谁都能接受，S3 终于跟随了。epoch 不值钱，中间空几个没有关系。',
      wrong: {
        '*': '这条分支上 S3 也被停掉，S2 又回来了。{leader} 领导 epoch {epoch}：S1 和 S2 承诺过 2，再大一就是 3。就算是这个 epoch，S3 也能加入，因为 3 并不比 3 小。不过新的 epoch 只从听得到的承诺算起。',
      },
    },
  },
};
