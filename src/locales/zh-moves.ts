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
  slow: {
    switch: '关键时刻自动放慢',
    now: '正在播放，已放慢：此处有变化',
  },
};
