/** Simplified Chinese for what a speaker has beside the screen. */
import type { SpeakerCatalogue } from './en-speaker.ts';
import { formatsOf } from './message.ts';

const { integer } = formatsOf('zh-CN');

function clock(seconds: number): string {
  const whole = Math.abs(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

export const zhSpeaker: SpeakerCatalogue = {
  title: '讲者备注',
  open: '在第二个窗口中显示备注',
  clock: {
    elapsed: '已讲',
    left: '剩余',
    over: '超时',
    minutes: '时长，分钟',
    again: '从零开始',
    clock,
  },
  now: '屏幕上现在是',
  blankScreen: '黑屏',
  blank: '屏幕已变黑。按任意键恢复。',
  question: '问题',
  answer: '答案，屏幕上还没有',
  told: '答案',
  right: '正确',
  chosen: '已选',
  next: '接下来',
  lastStep: '这是最后一步。',
  nothing: '目前看不到后面还有什么。',
  challenge: '任务',
  way: (deeds) => `一种做法，${integer(deeds)} 次操作`,
  cannot: '做不到',
  bookmarks: '书签',
  noBookmarks: '这次运行还没有书签。在屏幕上按 M 设置一个：它的名称就是你在这里的备注。',
  back: '上一步',
  forward: '下一步',
  play: '播放',
  pause: '暂停',
  keys: '方向键、Page Up 和 Page Down、空格、B、F5 以及 1 到 5 在这里与在屏幕上作用相同。',
};
