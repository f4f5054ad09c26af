/** Chinese for what stands around the words of the glossary. */
import type { GlossaryCatalogue } from './en-glossary.ts';
import { t } from './zh-terms.ts';

export const zhGlossary: GlossaryCatalogue = {
  open: '术语表……',
  title: '术语表',
  about: '本页所用的 ZooKeeper 术语，以及哪些容易混淆。',
  search: '查找术语',
  found: (count) => `${count} 个术语`,
  none: (query) => `没有叫“${query}”的术语，也没有哪条解释提到它。`,
  groups: {
    numbers: '编号',
    servers: '服务器及其身份',
    election: '选举',
    phases: '各个阶段，发现阶段',
    synchronization: '同步',
    broadcast: '广播',
    disk: '磁盘上的',
    time: '时限',
    clients: '客户端',
    tree: 'znode 树',
    configuration: '动态配置',
    trouble: '故障',
  },
  also: (names) => `又作 ${names.join('、')}`,
  apart: '不要混淆',
  apartFrom: (names) => t`不要与${names.join('、')}混淆`,
  java: '在 ZooKeeper 中',
  sights: '可见于',
  lesson: (title) => `课程：${title}`,
  look: (tab) => `检查器：${tab}`,
  more: '在术语表中查看',
  defines: (name) => t`${name}的含义`,
};
