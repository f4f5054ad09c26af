import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const zh: WordsOf<typeof lesson> = {
  title: '有了 quorum 为什么还要等？',
  question: '多数派已经就 leader 达成一致，为什么还要再等 200 毫秒才行动？',
  steps: {
    quorum: {
      title: '三台中的两台一致了',
      says: 'S1 和 S2 先启动。S2 刚刚数完投给自己的票：{agreeing}，是 {voters} 台中的多数。它本可以现在就当 leader，却要再等 {wait} 毫秒，看看还有没有别的选票。\n\n所有日志都相同，而 sid 最大的 S3 马上就要启动。',
      ask: '谁会当选？',
      answer:
        '{leader}。它的选票在等待期间到达，胜过 quorum 已经同意的那一张。于是等待中断，另外两台改投这张更好的票，重新统计。如果 S2 当时立刻行动，S3 就只能跟随一个不如自己的 leader。',
      wrong: {
        '*': '没有 S3 的话，当选的是两台都同意的 S2：这条分支上，S3 在别人听到它之前就被隔离了。等待在沉默中结束，{leader} 当选，距它开始找 leader 已有 {took} 毫秒，其中大半都在等。',
      },
    },
    interrupted: {
      title: '等待中断的一刻',
      says: '还是同一次运行，时间稍早：S2 正在等，{from} 的选票到了。它胜过 S2 自己的提议，于是被放回队列，等待没有结果就此结束，选举带着它继续。\n\n有一个细节很容易弄错：等待期间到达、又胜不过提议的选票，会被直接取走丢掉，连统计都不参加。',
    },
    late: {
      title: '来得太晚，已无关紧要',
      says: '同样的三台服务器，但 S3 晚了整整一秒才启动。等待早已结束，{leader} 是 leader。S3 刚开始找 leader，投给自己。',
      ask: 'S3 找到自己的位置之后，谁是 leader？',
      answer:
        '仍然是 {leader}。别人都不在找了：S1 和 S2 把已有的结果告诉 S3，S3 就加入。更好的选票只在选举期间有用。leader 绝不会因为来了一个本来会赢的服务器而被挤下去。',
      wrong: {
        '*': '要让 S3 当 leader，必须有一次选举。这条分支上 S2 被杀死，S1 和 S3 只好重新选。即便如此，胜出的还是 {leader}，因为它已经随 S2 进入了新的 epoch，而 S3 没有。只要 S2 还活着、还听得见，就根本没有什么可选的。',
      },
    },
    worse: {
      title: '一张更小的选票',
      says: '五台服务器，日志都相同，S5 没有启动。{agreeing} 都同意 S4，是五台的 quorum，S4 正在等 200 毫秒的安静。S1 马上就要启动，会投给自己。',
      ask: 'S1 的选票会对等待有什么影响？',
      choices: {
        goesOn: '不会打断，S4 接着等',
        interrupts: '等待中断',
      },
      answer:
        'S4 接着等。S1 的选票胜不过它的，取出来就忘了，只是 200 毫秒的安静要重新算起。{leader} 在开始找 leader 的 {took} 毫秒之后当选。S1 也没有被落下：别人的选票早就在等着它，现在它已经改投 S4。',
      wrong: {
        interrupts: '那得有一张胜过提议的选票。这条分支上 S5 也启动了，等待就此中断：{from} 送来了更好的一张。',
      },
    },
  },
};
