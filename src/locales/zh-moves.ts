/** Chinese for moving in time. */
import type { MovesCatalogue } from './en-moves.ts';

export const zhMoves: MovesCatalogue = {
  jump: {
    title: '跳转到……',
    next: '下一个',
    previous: '上一个',
    aims: {
      change: '阶段或选票变化',
      commit: '提交',
      epoch: 'epoch 写入',
      leader: 'leader 开始服务',
      lost: '丢失的消息',
      violation: '被破坏的性质',
    },
  },
  bookmarks: {
    title: '书签',
    none: '还没有书签。按 M 在当前位置添加。',
    name: (what) => `书签名称：${what}`,
    goTo: (what) => `书签：${what}`,
    remove: (what) => `删除书签：${what}`,
    set: '为当前位置添加书签',
    unset: '取消当前书签',
    onBranch: (branch) => `位于${branch}`,
    list: '全部书签……',
  },
  slow: {
    switch: '关键时刻自动放慢',
    now: '正在播放，已放慢：此处有变化',
  },
};
