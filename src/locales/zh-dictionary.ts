/** Chinese around the dictionary of Zab, Raft and Paxos. */
import type { Likeness, ZabPart } from '../dictionary/row.ts';
import type { DictionaryCatalogue } from './en-dictionary.ts';

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
  misconception: (said) => `反驳：“${said}”`,
  sources: {
    zk: (section) => `参考 §${section}`,
    zab: (part) => `Zab 论文，${parts[part]}`,
    raft: (section) => `Raft 论文 §${section}`,
    raftx: (section) => `Raft 论文扩展版 §${section}`,
    diss: (section) => `Ongaro 论文 §${section}`,
    pms: (section) => `PMS 第 ${section} 节`,
    ptp: (section) => `PTP 第 ${section} 节`,
  },
  legend: '出处',
  works: {
    zk: '参考：本项目的协议参考，针对 ZooKeeper 3.9。',
    zab: 'Zab 论文：Junqueira、Reed、Serafini，“Zab: High-performance broadcast for primary-backup systems”，DSN 2011。',
    raft: 'Raft 论文：Ongaro、Ousterhout，“In Search of an Understandable Consensus Algorithm”，USENIX ATC 2014，以及其扩展版。Ongaro 论文：“Consensus: Bridging Theory and Practice”，Stanford 2014。',
    paxos: 'PMS：Lamport，“Paxos Made Simple”，2001 年。PTP：Lamport，“The Part-Time Parliament”，ACM TOCS，1998 年。',
  },
};
