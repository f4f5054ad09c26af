import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const zh: WordsOf<typeof lesson> = {
  title: '寂静的网络',
  question: '没有人回答。服务器隔多久再问一次？',
  steps: {
    first: {
      title: '200 毫秒的寂静',
      says: '五台里只有 S1 在运行。它有选票要发给所有人，却没有人收。200 毫秒过去了，什么也没有收到。于是它再去连一遍其他服务器，并决定这次等 {next} 毫秒。',
      ask: '接下来的十秒钟里，它还会这样做几次？',
      answer:
        '{count} 次：400 毫秒之后，然后是 800、1,600、3,200。每次等待都是上一次的两倍，这样一来，网络出毛病的时候，大集群的选票不会再把它淹没。',
      wrong: {
        '*': '问得再勤也没有用：打破寂静的不是提问，而是有人在。这条分支上 S2 和 S3 启动了。它们主动来连 S1，不管 S1 还要等多久，马上就会醒；{millis} 毫秒之后 {leader} 当选。',
      },
    },
    doubled: {
      title: '还是孤身一人',
      says: '6,400 毫秒的等待也过去了。S1 又去连了一遍，下一次要等 {next} 毫秒。就这样一直翻倍到一分钟：60,000 毫秒封顶。\n\n从 3.6 起，两端都可以配置：fastleader.minNotificationInterval 和 fastleader.maxNotificationInterval。',
    },
    heard: {
      title: '有了动静',
      says: 'S2 启动了，它的选票到了。寂静被打破了。但五台里的两台不是 quorum，S1 还得继续找。此刻它的等待时间是 12,800 毫秒。',
      ask: '等下一次寂静过去，新的等待是多少毫秒？',
      answer:
        '{next}。听到消息会让等待重新开始计时，但时长不变：S2 一再重发的选票，让 S1 前后安静了 {millis} 毫秒。在一次选举之内，时长从不退回；只有重新开始找 leader，才又从 200 起步。',
      wrong: {
        '*': '只有刚启动的进程才从 200 开始，接着是 {next}。这条分支上 S1 重启了。否则，不管听到过什么，都是翻倍。',
      },
    },
    mended: {
      title: '网线重新插上',
      says: '另一个集群，三台。S3 没有运行。S1 和 S2 已经找了 18 秒，这期间两台之间的网络一直是断的。上一次去连是在第 12.6 秒，五秒之后放弃了。现在网络修好了，三台里的两台就是 quorum。',
      ask: '三秒之内会有 leader 吗？',
      choices: {
        soon: '会，它们之间已经通了',
        later: '不会',
      },
      answer:
        '不会。网线插好了，并不会有谁来通知。{looking} 各自要把 12,800 毫秒等完，直到 {millis} 毫秒之后的现在，S1 才再去连。断得久了，最长要等一分钟。什么都没有坏：耐心等，或者把 maxNotificationInterval 调小。',
      wrong: {
        soon: '得有人先开口。这条分支上 S1 此刻重启：新进程马上发出选票，{millis} 毫秒之后 {leader} 当选。',
      },
    },
  },
};
