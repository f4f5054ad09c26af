import type { WordsOf } from '../words.ts';
import type { lesson } from './lesson.ts';

export const zh: WordsOf<typeof lesson> = {
  title: 'zxid = epoch · 计数器',
  question: '为什么每换一个 leader，事务计数器就从头开始？',
  steps: {
    halves: {
      title: '一个数，两个半边',
      says: '{leader} 是 epoch 2 的 leader，刚给客户端的写入分配了 zxid {zxid}。高 32 位是 leader 的 epoch，低 32 位是计数器：epoch 2 的第 2 个事务。（第 1 个是建立客户端会话，那也是一个事务。）\n\n在舞台上它写作 2·2。',
    },
    next: {
      title: '下一次写入',
      says: '第二次写入得到了 {zxid}。同一个 leader 任内只有计数器在走，一个接一个，中间没有空缺：任何服务器看两个 zxid，就知道它们之间缺没缺东西。',
    },
    'new-leader': {
      title: '换了 leader',
      says: 'S3 被杀死了。现在 {leader} 是 leader，epoch {epoch}。它的日志到 2·3 为止，客户端又要写一次。',
      ask: '这次写入会得到哪个 zxid？',
      answer:
        '{zxid}：新的 epoch，计数器从头开始。新 leader 不必知道旧 leader 数到了哪里。S3 可能还给一些谁也没见过的事务编过号；不管有多少，它们都以 2 开头，绝不会被当成 epoch 3 的事务。',
      wrong: {
        '*': '旧的 epoch 和旧的计数都不会再用。这条分支上 S3 回来了，另一个客户端建立了会话，而这位 leader 的第一个事务仍然是 {zxid}。',
      },
    },
    order: {
      title: '顺序仍然只有一个',
      says: '{zxid} 提交了。作为一个 64 位的数，它大于 2·3，也大于 epoch 2 里可能有过的任何事务，因为 epoch 在高半边。所以判断新旧不需要时钟，也不必记得某个 epoch 有多长。',
    },
    'failed-write': {
      title: '失败的写入',
      says: '客户端再次要求创建 /a，而它早就存在了。这次一定失败：NodeExists。',
      ask: '失败的写入也占用一个 zxid 吗？',
      choices: {
        takes: '占用，和其他写入一样',
        none: '不占用，什么都没有改变',
      },
      answer:
        '占用：{zxid}。leader 发现错误，把它作为一个什么也不改的事务提出，照样记入日志、照样提交。这样，客户端得到答复的顺序就和大家的写入一致；日志的条数也因此多于实际的改动。',
      wrong: {
        none: '不占用 zxid 的是读。这条分支上，客户端改为读取 /a：由它连接的那台服务器独自回答，leader 的最后一个 zxid 仍然是 {last}。',
      },
    },
    full: {
      title: '计数器满了',
      says: '另一次运行，leader 已经工作了很久很久（计数器是拨快的，没有人愿意看完四十多亿次写入）：它刚刚提交了 {zxid}，这是低半边能放下的倒数第二个数；最后一个 4294967295，即 0xffffffff，不会分配给任何事务。下一次写入已经在路上。',
      ask: '这次写入会怎样？',
      choices: {
        epoch: 'leader 退位，好让新的 epoch 开始',
        wraps: 'leader 在同一个 epoch 里继续',
      },
      answer:
        'S3 主动退位：计数器到头之后是下一个 epoch，而新的 epoch 要靠选举。现在 {leader} 是 leader，epoch {epoch}。那次写入根本没有被提出；它的客户端断开了连接，必须重新请求。',
      wrong: {
        wraps:
          '不可能：过了 0xffffffff 就会进位到高半边，等于宣称一个谁也没有当选过的 epoch。新的 epoch 必须经过新的选举。这条分支上，S3 在写入到达之前被杀死，{leader} 开始了 epoch {epoch}。',
      },
    },
  },
};
