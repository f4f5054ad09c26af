import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const zh: WordsOf<typeof lesson> = {
  title: '为什么偶数台没有用',
  question: '四台服务器比三台多，是不是就更经得起故障？',
  steps: {
    four: {
      title: '四台服务器',
      says: '一个 {voters} 台的集群，{leader} 是 leader，其余都跟随它。任何决定都需要配置中过半数的投票者同意：{voters} 台里要 {quorum} 台。正好一半不行，否则两半就可能各自作出不同的决定。',
    },
    'two-of-four': {
      title: '四台坏了两台',
      says: 'S1 和 S2 马上会被杀死。S3 和 S4 安然无恙，磁盘上有全部事务。',
      ask: '几秒钟之后谁是 leader？',
      answer:
        '没有 leader。S4 在下一个 tick 清点谁还跟得上：只有 S3 和它自己，{voters} 台里的两台，而 quorum 是 {quorum}。于是它退位，重新找 leader。接下来两台对选谁不会有分歧，却谁也选不出来：两票不是 {voters} 的多数。死掉的服务器也要算在总数里，因为谁也分不清它们是死了，还是网络断了。',
      wrong: {
        s4: 'S4 在这里能继续当 leader，是因为只杀死了 S1：{leader} 加上跟随它的 {followers}，是四台中的三台。再少一台就不行了。',
        s3: '这里被杀死的只有 S4 自己：S1、S2、S3 是四台中的三台，构成 quorum，于是选出了 {leader}。S1 和 S2 都不在的时候，就没有人能选它了。',
      },
    },
    three: {
      title: '换成三台',
      says: '现在是一个 {voters} 台的集群，leader 是 {leader}，quorum 是 {quorum}。',
    },
    'one-of-three': {
      title: '三台坏了一台',
      says: 'S1 被杀死了。{leader} 和跟随它的 {followers} 是三台中的 {quorum} 台，仍然构成 quorum，服务没有中断。\n\n所以三台能承受一台故障，四台也只能承受一台。第四台带来的，是又一台可能坏掉的机器，以及每次提交多等的一个 ACK。',
    },
    halves: {
      title: '对半切开',
      says: '{voters} 台服务器，quorum 是 {quorum}，leader 是 {leader}。网络即将断成两半：S1、S2、S3 在一边，S4、S5、S6 在另一边。',
      ask: '所有超时都过去之后，谁是 leader？',
      choices: {
        s6: 'S6：原 leader 那边继续工作',
        both: 'S3 和 S6：两边各有一个',
        nobody: '两边都没有',
      },
      answer:
        '两边都没有。每边都是六台中的三台，而需要 {quorum} 台。S6 刚刚退位；另一边的 S1、S2、S3 都投给 S3，可三票选不出 leader。偶数台的集群可能被切成两边都活不了；奇数台不会：无论怎么切成两边，总有一边是多数。',
      wrong: {
        '*': '一边要有六台中的 {quorum} 台才行。这里换了个切法，两台对四台：{leader} 带着 {followers} 继续当 leader，另外两台谁也选不出来。两边都有 {quorum} 台就得有八台服务器，所以不可能有两个都能提交的 leader。',
      },
    },
    'three-of-six': {
      title: '五台还是六台？',
      says: '又是一个健康的六台集群。有人说：六台可以坏三台。那就杀死 S1、S2 和 S3。',
      ask: '这时谁是 leader？',
      answer:
        '没有 leader：{voters} 台中的三台不构成 quorum，需要 {quorum} 台。六台能承受两台故障，和五台一样。要承受 f 台故障，就用 2f + 1 台服务器；多一台没有坏处，也没有好处。',
      wrong: {
        s6: 'S6 在这里能继续，是因为只杀死了 S1 和 S2：{leader} 加上 {followers} 是六台中的四台。再坏一台就过头了。',
        s5: '这里只杀死了 S6，{leader} 由六台中的五台选出。而 S1、S2、S3 都不在时，S6 还活着，却照样没有 quorum。',
      },
    },
  },
};
