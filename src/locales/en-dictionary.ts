/** English around the dictionary of Zab, Raft and Paxos. */
import type { Likeness, ZabPart } from '../dictionary/row.ts';
import { type Translatable, formatsOf } from './message.ts';
import { quoted } from './quoted.ts';

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

const listed = (sections: readonly string[]): string => sections.map((section) => `§${section}`).join(', ');

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
  misconception: (said: string): string => `Refuted: ${quoted(said)}`,
  sources: {
    zk: (sections: readonly string[]): string => listed(sections),
    zab: (of: readonly string[]): string => `Zab paper: ${of.map((part) => parts[part as ZabPart]).join(', ')}`,
    raft: (sections: readonly string[]): string => `Raft ${listed(sections)}`,
    raftx: (sections: readonly string[]): string => `Raft (extended) ${listed(sections)}`,
    diss: (sections: readonly string[]): string => `Ongaro ${listed(sections)}`,
    pms: (sections: readonly string[]): string => `PMS ${listed(sections)}`,
    ptp: (sections: readonly string[]): string => `PTP ${listed(sections)}`,
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
