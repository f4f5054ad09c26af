/** Chinese for moving single things: one message, what happens next, servers into islands, the rarer faults of a server. */
import type { ActingCatalogue } from './en-acting.ts';
import { formatsOf } from './message.ts';

const { integer, millis, time } = formatsOf('zh-CN');

export const zhActing: ActingCatalogue = {
  message: {
    title: '改变它的行程',
    by: '时长（毫秒）',
    deeds: { drop: '丢弃', delay: '推迟', hurry: '提前' },
    hints: {
      drop: '与事实不符：TCP 会重传，或者断开连接。',
      queue: '连接是一个队列：排在它后面的要等它，它也不能越过前面的。',
    },
    not: (deed: string, why: string) => `${deed}：${why}`,
    later: (by: number, at: number) => `晚 ${millis(by)}，${time(at)} 到达`,
    sooner: (by: number, at: number) => `早 ${millis(by)}，${time(at)} 到达`,
    same: '沿泳道拖动箭头',
    stops: {
      now: '不能早于现在',
      queue: '不能早于同一连接上排在它前面的消息',
    },
  },

  next: {
    title: '接下来可能发生的事',
    open: '选择下一个事件……',
    hint: '按发生的先后排列。选中的立即发生：消息被提前；若选的是定时器或磁盘，则此前的消息全部推迟。',
    choose: '下一个',
    chooseNamed: (what: string) => `下一个：${what}`,
    first: '本来就是下一个',
    nothing: '没有待发生的事：此后不会自行发生任何事。',
    delays: (count: number) => `推迟 ${integer(count)} 条消息`,
    pings: '包括 PING',
    not: {
      clock: (what: string) => `有定时器先到期，而时钟不等人：${what}`,
      disk: (what: string) => `有磁盘写入先完成，而磁盘不等人：${what}`,
      script: '场景中有一个步骤排在它前面：请修改那个步骤。',
    },
  },

  islands: {
    button: '孤岛',
    hint: '把服务器拖出环：左侧成为一个孤岛，右侧成为另一个',
    doing: '把服务器拖到环的左侧或右侧。按 Enter 断开，按 Esc 退出。',
    dragging: '把服务器拖离环，拖到左边或右边。',
    back: '回到环上',
  },

  menu: {
    toAll: '其他操作',
    disk: '磁盘',
    clock: '时钟',
    link: '链路（与事实不符）',
    slowDisk: '变慢',
    refuseFull: '写满：拒绝写入',
    refuseError: '损坏：拒绝写入',
    mendDisk: '修好',
    killBefore: '在下一次写入落盘前的一刻杀死',
    killAfter: '在下一次写入落盘后的一刻杀死',
    loseTail: '丢失最后一条事务',
    wipe: '清空',
    ahead: (value: number) => `拨快 ${millis(value)}`,
    back: (value: number) => `拨慢 ${millis(value)}`,
    right: '拨准',
    lose: (percent: number) => `丢失 ${integer(percent)} % 的消息`,
    loseNone: '不再丢失',
  },
};
