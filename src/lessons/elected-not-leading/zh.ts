import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const zh: WordsOf<typeof lesson> = {
  title: '当选了，却领导不了',
  question: '每隔几秒就选出一个 leader，客户端却始终得不到服务。网络没有问题，那问题在哪里？',
  steps: {
    snap: {
      title: '一无所有的 follower',
      says: '三台服务器。S1 停机，S2 是磁盘空空的新机器，数据都在 S3 上，当选的是 {leader}。它决定给 S2 发送 {mode}，因为 S2 没有任何可以和日志接上的东西。\n\n数据量很大，S3 要三秒才能把快照发出去。而 initLimit 是 4 个 tick，每个 500 毫秒，一共两秒。',
      ask: '两秒之后，谁在为客户端服务？',
      choices: {
        both: 'S2 和 S3',
        leader: '只有 S3：它有数据，又当选了',
        nobody: '谁都没有',
      },
      answer:
        '谁都没有。当选不等于领导。要等一个 quorum 确认了 NEWLEADER，leader 才开始服务，而 NEWLEADER 排在快照后面。{millis} 毫秒之后，S3 等满了 initLimit，跟得上它的只有 {synced}，于是它放弃了。',
      wrong: {
        '*': '只要有一个 follower 来得及就行。这条分支上 S1 也启动了，它的日志和 S3 一样长，不需要快照，有了它的 ACK 就够 quorum：{serving} 开始服务。没有 S1，一切都得指望 S2。',
      },
    },
    loop: {
      title: '再来一遍',
      says: '两台又去找 leader；当选的必然还是 S3；S2 的磁盘仍然是空的；快照从头开始发；initLimit 又先到了。下一次也没有什么不同，所以会永远这样转下去。\n\n每转一圈就用掉一个 epoch：S3 承诺的已经是 {promised}。如果看到 acceptedEpoch 一直涨，却没有人服务，就该查这里。ZooKeeper 的日志也会说：“Waiting for a quorum of followers, only synced with sids”。',
    },
    ample: {
      title: '给它时间',
      says: '同样的服务器，同样的快照，只是 initLimit 改成 10 个 tick，也就是五秒。三秒之后 S2 拿到快照，写进磁盘，确认了 NEWLEADER。{serving} 开始服务，S2 马上跟上。用的还是第一次提出的 epoch：{promised}。\n\n所以 initLimit 必须比最大的快照所需的时间更长，既包括传输，也包括落盘。它是上限，不是延迟：一切顺利的时候，设大一点没有任何代价。',
    },
    third: {
      title: '第三台来了',
      says: '回到两秒的配置，第一次快照刚刚开始的时候。S1 带着全部数据启动了。',
      ask: '十五秒之后，谁在为客户端服务？',
      choices: {
        all: '三台都在：S2 这下有时间了',
        two: 'S1 和 S3',
        nobody: '谁都没有：被 S2 拖住了',
      },
      answer:
        '{serving}。有了 S1 就够 quorum，集群可以工作。S2 的处境却和先前一样：follower 等 leader 的下一个数据包，最长也是 initLimit，而三秒钟里什么都没有来，于是 S2 断开，每次都从头再来。这样的集群从外面看一切正常，直到 S1 出故障。',
      wrong: {
        '*': '这条分支上干脆把 S2 撤掉，服务的是 {serving}。S2 既没有拖累它们，也帮不上忙：不管 leader 有没有开始服务，两秒都不够它拿到快照。',
      },
    },
  },
};
