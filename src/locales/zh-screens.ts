/** Simplified Chinese of the other screens: lecturer mode, the embedded page. */
import { zxidLabel } from '../zookeeper/ids.ts';
import { formatsOf } from './message.ts';
import type { ScreensCatalogue } from './en-screens.ts';
import { server } from './zh-terms.ts';

const { integer } = formatsOf('zh-CN');

export const zhScreens: ScreensCatalogue = {
  lecture: '讲课模式',
  leave: '退出',
  inspector: '检查器',
  blank: '黑屏',
  blankSays: '屏幕已变黑。按任意键或点击即可恢复。',

  picture: '图片取自',
  views: { stage: '主视图', timeline: '时间轴' },

  film: {
    title: '影片',
    from: '从，s',
    to: '到，s',
    speed: '速度，×',
    cancel: '取消',
    progress: '已生成的帧',
    hint: '该视图的 WebM，在本页面中生成：同一区间总是得到相同的帧。',
    making: (done, of) => `${integer(done)} / ${integer(of)} 帧`,
    cannot: '此浏览器不能编码影片。较新的 Chrome、Edge、Firefox 或 Safari 在安全页面上可以。',
    problems: {
      notANumber: '请用数字给出秒数和速度。',
      order: '结束须晚于开始。',
      tooLong: '超过两分钟：请缩短区间，或加快速度。',
    },
  },

  offline: {
    title: '离线使用',
    says: '打开过一次之后，没有网络也能再次打开，也可以由浏览器安装到本机。或者下载成一个文件，放在任何磁盘上都能直接打开。',
    whole: '把 Zabscope 下载成一个文件',
  },

  open: '在 Zabscope 中打开',

  message: ({ type, zxid, epoch, vote }) =>
    vote !== null
      ? `选票 ${server(vote.leader)}`
      : epoch !== null
        ? `${type} ${epoch}`
        : zxid !== null && (type === 'PROPOSAL' || type === 'ACK' || type === 'COMMIT' || type === 'INFORM')
          ? `${type} ${zxidLabel(zxid)}`
          : type,

  folded: (count) => `+${count}`,
  foldedName: (count) => `更早的 ${count} 条事务`,
};
