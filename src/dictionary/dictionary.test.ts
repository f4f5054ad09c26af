// Every row is whole: words in both languages, sources that have such a section, and ways to what can be seen.
import { describe, expect, it } from 'vitest';
import { lessonCalled } from '../lessons/lessons.ts';
import { misconceptionCalled } from '../misconceptions/misconceptions.ts';
import { enRows } from './en.ts';
import { ROWS } from './rows.ts';
import type { Row } from './row.ts';
import { zhRows } from './zh.ts';

/** The sections there are, as their authors number them. */
const SECTIONS: Readonly<Record<string, RegExp>> = {
  zk: /^([1-9]|1\d|2[0-8])(\.\d)?$/,
  zab: /^(primaryOrder|phase[123])$/,
  raft: /^(2|5\.[1-6]|5\.4\.[123]|6)$/,
  raftx: /^[78]$/,
  diss: /^(3\.[1-9]|3\.10|4\.[1-5]|4\.2\.[1-4]|5\.[1-5]|6\.[1-5]|6\.4\.1|9\.[1-6]|10\.2\.[12]|11\.[1-9]|11\.4\.[123])$/,
  pms: /^(1|2\.[1-5]|3)$/,
  ptp: /^(2|3\.[12]|3\.3\.[1-6])$/,
};
/** Whose words a column rests on. */
const COLUMNS = { zab: /^(zk|zab)$/, raft: /^(raft|raftx|diss)$/, paxos: /^(pms|ptp|diss)$/ } as const;

describe.each(ROWS.map((row): readonly [string, Row] => [row.id, row]))('row %s', (id, row) => {
  it('names sources that there are, each in its column', () => {
    const sources = { zab: row.zab, raft: row.raft.sources, paxos: row.paxos.sources };
    for (const column of ['zab', 'raft', 'paxos'] as const) {
      expect(sources[column].length).toBeGreaterThan(0);
      for (const source of sources[column]) {
        const [of = '', section = ''] = source.split(' ');
        expect(of).toMatch(COLUMNS[column]);
        expect(section).toMatch(SECTIONS[of] ?? /never/);
      }
    }
  });

  it('says all of it in two languages that differ', () => {
    const words = enRows[id as keyof typeof enRows];
    const chinese = zhRows[id as keyof typeof zhRows];
    for (const column of ['zab', 'raft', 'paxos'] as const) {
      expect(words[column].length).toBeGreaterThan(0);
      // Short enough for a cell.
      expect(words[column].length).toBeLessThan(180);
      expect(chinese[column]).toMatch(/[\u4e00-\u9fff]/);
    }
    expect(words.concept).not.toBe('');
  });

  it('leads to what can be seen', () => {
    expect(row.see.length).toBeGreaterThan(0);
    for (const see of row.see) {
      expect('lesson' in see ? lessonCalled(see.lesson) : misconceptionCalled(see.misconception)).not.toBeNull();
    }
  });
});

it('rows are told apart by name, and not all is the same', () => {
  expect(new Set(ROWS.map(({ id }) => id)).size).toBe(ROWS.length);
  const likenesses = new Set(ROWS.flatMap(({ raft, paxos }) => [raft.like, paxos.like]));
  expect([...likenesses].toSorted()).toEqual(['nearly', 'none', 'same']);
});
