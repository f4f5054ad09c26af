/** Simplified Chinese of the other screens: lecturer mode, the embedded page. */
import { zxidLabel } from '../zookeeper/ids.ts';
import type { ScreensCatalogue } from './en-screens.ts';
import { server } from './zh-terms.ts';

export const zhScreens: ScreensCatalogue = {
  lecture: '讲课模式',
  leave: '退出',
  inspector: '检查器',
  blank: '黑屏',
  blankSays: '屏幕已变黑。按任意键或点击即可恢复。',

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
