/** Chinese around misconceptions. */
import type { Topic } from '../misconceptions/misconception.ts';
import type { MisconceptionsCatalogue } from './en-misconceptions.ts';
import { quoted } from './quoted.ts';

const topics: Readonly<Record<Topic, string>> = {
  election: '选举',
  epochs: 'epoch 与加入',
  broadcast: '广播',
  disks: '日志与快照',
  operators: '运维',
};

export const zhMisconceptions: MisconceptionsCatalogue = {
  open: '常见误解……',
  title: '常听到，却不对',
  about: '每一条都有一次反驳它的运行。打开后正停在看得出错误的那一刻，可以从那里继续。',
  search: '词、章节或类名',
  found: (count) => `${count} 条误解`,
  none: '没有一条讲到它。',
  topics,
  quoted: (said) => quoted(said),
  crumb: '误解',
  inTruth: '实际上',
  seeHere: '在这里看什么',
  seeRun: '看它被反驳',
  seeRunOf: (said) => `看它被反驳：${quoted(said)}`,
  sources: (sections, code) => `协议参考 ${sections.map((section) => `§${section}`).join('、')} · ${code.join('、')}`,
  lesson: (title) => `课程：${title}`,
  toMoment: '回到那一刻',
  changed: '这次运行的步骤改过了，不一定还会到达那一刻。',
  list: '全部误解',
};
