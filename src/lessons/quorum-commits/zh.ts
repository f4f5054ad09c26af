import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const zh: WordsOf<typeof lesson> = {
  title: '提交靠 quorum，不靠全体',
  question: '有一块磁盘很慢，大家都得等它吗？',
  steps: {
    proposal: {
      title: '提出一次写入',
      says: '客户端请 S2 创建 /order。S2 把请求转给 leader S3，S3 给它下一个 zxid，即 {zxid}，并向 {to} 发出 PROPOSAL。现在三台都在写日志，S3 自己也在写。\n\nS1 的磁盘每次写入要 600 毫秒，另外两块只要 2 毫秒。',
    },
    'slow-follower': {
      title: '等磁盘',
      says: 'ACK 的意思是：已经在我的磁盘上了。leader 统计 ACK，也包括它自己的一票，前提是它自己的磁盘已经写完。',
      ask: 'S3 提交时，这次写入已经在谁的磁盘上？',
      choices: {
        leader: '只在 leader 自己的磁盘上',
        two: '在 S2 和 S3 的磁盘上',
        all: '在三块磁盘上',
      },
      answer:
        '收到了 {acks} 的 ACK：三台中的 {quorum} 台，已是 quorum，于是 S3 提交，不等 S1。quorum 之所以足够，是因为以后任何 leader 都要由一个 quorum 选出，而两个 quorum 必有一台共同的服务器：到时投票的人里，总有人知道这次写入。',
      wrong: {
        leader:
          '这里 S3 立刻被隔离。写入在 {holders} 的磁盘上，不管过多久都没有提交：一台不是 quorum。leader 的磁盘只是三票中的一票。',
        all: '从来不要求三台到齐。不过在用得着的时候，慢磁盘也算数：这里杀死了 S2，S3 只好等 S1，600 毫秒之后凭 {acks} 的 ACK 提交。',
      },
    },
    'applied-early': {
      title: 'S1 先听到提交',
      says: 'COMMIT 到达 S1 时，它自己的磁盘还在写。S1 照样应用了这次写入：现在 {applied} 的数据库里都有它，而它只在 {holders} 的磁盘上。\n\n这样是安全的。已提交的写入一定在一个 quorum 的磁盘上，S1 自己那份并不增减什么。如果 S1 此刻死掉，下一个 leader 会把它补给 S1。',
    },
    'slow-leader': {
      title: '这次慢的是 leader',
      says: '同样的集群，同样的写入。这一次，磁盘要 600 毫秒的是 leader S3。',
      ask: 'S3 提交时，这次写入已经在谁的磁盘上？',
      choices: {
        followers: '只在 S1 和 S2 的磁盘上',
        withLeader: '也在 leader 的磁盘上：自己没写进日志的，它不能提交',
      },
      answer:
        '收到了 {acks} 的 ACK，S3 就提交了自己磁盘上还没有的东西。它自己的 ACK 和别人的一样，只是一票。如果 S3 此刻死掉，S1 和 S2 有这次写入，下一个 leader 就在它们之中，什么都不会丢。',
      wrong: {
        withLeader:
          '要让 S3 等自己的磁盘，还得有第二块慢磁盘：这里 S1 也要 600 毫秒，于是 ACK 来自 {acks}。只要两个 follower 都快，就用不着 leader 的磁盘。',
      },
    },
    five: {
      title: '五块磁盘，三块慢',
      says: '五台服务器，leader 是 {leader}。写入一次，S1 要 300 毫秒，S2 要 600 毫秒，S3 要 900 毫秒；S4 和 leader 都很快。',
      ask: '提交时，这次写入在谁的磁盘上？',
      answer:
        '{acks}：五台的 quorum 是 {quorum}，所以一次写入要多久，由第三快的磁盘决定，这里就是 S1 的 300 毫秒。更慢的无关紧要，直到这三台里坏了一台。',
      wrong: {
        '*': '从最快的数起，数到五台的 quorum：S4 和 S5 是两台，还差一台，下一个是 S1。这条分支上 S1 被杀死了，于是第三台是 S2：600 毫秒之后，ACK 来自 {acks}。',
      },
    },
  },
};
