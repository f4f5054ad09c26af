/** Chinese around the dictionary of Zab, Raft and Paxos. */
import type { Likeness, ZabPart } from '../dictionary/row.ts';
import type { DictionaryCatalogue } from './en-dictionary.ts';
import { quoted } from './quoted.ts';

const likeness: Readonly<Record<Likeness, string>> = {
  same: '相同',
  nearly: '近似',
  none: '没有对应',
};

const parts: Readonly<Record<ZabPart, string>> = {
  primaryOrder: '主序',
  phase1: '阶段 1',
  phase2: '阶段 2',
  phase3: '阶段 3',
};

const listed = (sections: readonly string[]): string => sections.map((section) => `§${section}`).join('、');

export const zhDictionary: DictionaryCatalogue = {
  open: 'Zab、Raft、Paxos 对照词典……',
  title: 'Zab、Raft、Paxos 对照词典',
  about: '以 ZooKeeper 的做法为准，标记说明另外两者的概念与它有多像。字面相近的词，规则可能不同。',
  search: '概念或词',
  found: (count) => `${count} 行`,
  none: '没有哪一行讲到它。',
  concept: '概念',
  zab: 'ZooKeeper 里的 Zab',
  raft: 'Raft 算法',
  paxos: 'Paxos 算法',
  see: '在哪里看',
  likeness,
  lesson: (title) => `课程：${title}`,
  misconception: (said) => `反驳：${quoted(said)}`,
  sources: {
    zk: (sections) => `参考 ${listed(sections)}`,
    zab: (of) => `Zab 论文：${of.map((part) => parts[part as ZabPart]).join('、')}`,
    raft: (sections) => `Raft 论文 ${listed(sections)}`,
    raftx: (sections) => `Raft 论文扩展版 ${listed(sections)}`,
    diss: (sections) => `Ongaro 博士论文 ${listed(sections)}`,
    pms: (sections) => `PMS 第 ${sections.join('、')} 节`,
    ptp: (sections) => `PTP 第 ${sections.join('、')} 节`,
  },
  legend: '出处',
  works: {
    zk: '参考：本项目的协议参考，针对 ZooKeeper 3.9。',
    zab: 'Zab 论文：Junqueira、Reed、Serafini，“Zab: High-performance broadcast for primary-backup systems”，DSN 2011。',
    raft: 'Raft 论文：Ongaro、Ousterhout，“In Search of an Understandable Consensus Algorithm”，USENIX ATC 2014，以及其扩展版。Ongaro 博士论文：“Consensus: Bridging Theory and Practice”，Stanford 2014。',
    paxos: 'PMS：Lamport，“Paxos Made Simple”，2001 年。PTP：Lamport，“The Part-Time Parliament”，ACM TOCS，1998 年。',
  },
};
