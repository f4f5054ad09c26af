/** English around the dictionary of Zab, Raft and Paxos. */
import type { Likeness, ZabPart } from '../dictionary/row.ts';
import { type Translatable, formatsOf } from './message.ts';

const { plural } = formatsOf('en');

const likeness: Readonly<Record<Likeness, string>> = {
  same: 'same',
  nearly: 'nearly the same',
  none: 'no counterpart',
};

const parts: Readonly<Record<ZabPart, string>> = {
  primaryOrder: 'primary order',
  phase1: 'phase 1',
  phase2: 'phase 2',
  phase3: 'phase 3',
};

export const enDictionary = {
  open: 'Zab, Raft, Paxos: a dictionary …',
  title: 'Zab, Raft, Paxos: a dictionary',
  about:
    'What ZooKeeper does is the measure: the marks say how like it the others’ concept is. Words that look alike may mean other rules.',
  search: 'Concept or word',
  found: (count: number) => plural(count, { one: '# row', other: '# rows' }),
  none: 'No row speaks of that.',
  concept: 'Concept',
  zab: 'Zab in ZooKeeper',
  raft: 'Raft',
  paxos: 'Paxos',
  see: 'Where to see it',
  likeness,
  lesson: (title: string): string => `Lesson: ${title}`,
  misconception: (said: string): string => `Refuted: “${said}”`,
  sources: {
    zk: (section: string): string => `§${section}`,
    zab: (part: ZabPart): string => `Zab paper, ${parts[part]}`,
    raft: (section: string): string => `Raft §${section}`,
    raftx: (section: string): string => `Raft (extended) §${section}`,
    diss: (section: string): string => `Ongaro §${section}`,
    pms: (section: string): string => `PMS §${section}`,
    ptp: (section: string): string => `PTP §${section}`,
  },
  legend: 'Sources',
  works: {
    zk: '§: this project’s protocol reference, of ZooKeeper 3.9.',
    zab: 'Zab paper: Junqueira, Reed, Serafini, “Zab: High-performance broadcast for primary-backup systems”, DSN 2011.',
    raft: 'Raft: Ongaro, Ousterhout, “In Search of an Understandable Consensus Algorithm”, USENIX ATC 2014; extended: its extended version. Ongaro: “Consensus: Bridging Theory and Practice”, Stanford 2014.',
    paxos: 'PMS: Lamport, “Paxos Made Simple”, 2001. PTP: Lamport, “The Part-Time Parliament”, ACM TOCS 1998.',
  },
};

export type DictionaryCatalogue = Translatable<typeof enDictionary>;
