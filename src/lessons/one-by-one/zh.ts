import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const zh: WordsOf<typeof lesson> = {
  title: '一台一台地启动',
  question: '五台空服务器依次启动，为什么 S3 是 leader，而 S5 是 follower？',
  steps: {
    alone: {
      title: '五台中的一台',
      says: '配置里有五台服务器，S1 第一个启动。它投给自己，却没有听到别人的任何消息，于是再去连一遍其他服务器，下一次隔 {next} 毫秒，以后每次加倍。\n\n要当选，必须得到全部 {voters} 台已配置服务器中的多数，也就是 {quorum} 票。其中几台没有运行，并不会降低这个数：S1 无从知道它们是停机了，还是只是联系不上。',
    },
    two: {
      title: '两台意见一致',
      says: '一秒后 S2 启动。两块磁盘都是空的，于是 sid 大的胜出，S1 也改投 {both}。能听到的两台已经意见一致。',
      ask: '两秒后 S3 启动时，谁是 leader？',
      answer:
        '没有 leader。{waited} 毫秒以来两台都投给 S2，再过一天也一样：两票少于 {quorum} 票。是否达成一致，不看到场的有几台，而看已配置的有几台。',
      wrong: {
        s2: '这里把 S1、S2 与后面要启动的服务器断开，不让 S3 来打扰，它们想等多久就等多久。{waited} 毫秒之后，它们仍在寻找 leader。而另一侧的三台已经选出了：{leader}。',
      },
    },
    three: {
      title: '第三票',
      says: 'S3 已启动，它的 sid 是目前最大的。现在 {agreeing} 都投给 S3：{voters} 台中有三台，达到法定多数（quorum）。\n\nS3 并不立刻成为 leader。它先等 {wait} 毫秒，因为更好的选票也许已在路上。',
    },
    leads: {
      title: 'S3 成为 leader',
      says: '没有更好的选票到来。{leader} 是 leader，{followers} 跟随，它们都进入了 epoch {epoch}。\n\nS3 当选不是因为它在五台中最好，而是因为第一次凑够多数时，在场的服务器里它最好。',
    },
    fifth: {
      title: 'S5 来了',
      says: 'S4 也已启动，成了 follower。现在 S5 启动：它的磁盘和其他服务器当初一样是空的，它投给自己，而它的 sid 是最大的。此时 {leader} 是 leader，{followers} 跟随。',
      ask: '等 S5 安顿下来，谁是 leader？',
      answer:
        '仍是 {leader}。已经是 leader 或 follower 的服务器不参加选举，只回复自己当初选定的选票，于是 S5 变成 {becomes}。不会因为来了更大的 sid 就更换 leader。',
      wrong: {
        s5: '为了让 S5 有一点机会，这里杀死了 leader。大家重新寻找 leader，当选的是 {leader}，不是 S5。S5 的 currentEpoch 是 {own}：它从未进入过任何 epoch，而其他服务器已经进入了第一个。epoch 先于 sid 比较。',
        both: '两个 leader 需要五台中的两个多数派，而任意两个多数派必有一台相同。这里 S5 独自在断开的一侧，没有人告诉它 S3 的事。它的状态是 {state}，并且一直如此。leader 只有 {leader}。',
      },
    },
    settled: {
      title: 'S5 是怎样被说服的',
      says: 'S5 向所有服务器询问，{agreeing} 已经回复。S1 的回复说：我是 {state}，选定的是 S3。这样的回复不会像更好的选票那样被采纳，S5 只是把它记下来。\n\n一旦五台中的多数都指向同一个 leader，而这个 leader 自己也说自己是 leader，S5 就加入，不管自己的 sid 有多大。',
    },
    falling: {
      title: '反过来启动',
      says: '还是这五台，从最大的开始启动：现在是 S5，然后是 S4、S3、S2 和 S1。',
      ask: '谁会成为 leader？',
      answer:
        'S3 一到，{leader} 就成为 leader。仍是到第三台时凑够多数，这三台中 sid 最大的胜出，{followers} 跟随。S2 和 S1 来得太晚，改变不了什么。',
      wrong: {
        '*': '这条分支一开始就杀死了 S5。于是要等 S2 来了才又凑够三台，{leader} 成为 leader，{followers} 跟随。数到三，再取其中 sid 最大的。',
      },
    },
  },
};
