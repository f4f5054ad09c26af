// Every entry is whole in every language, leads somewhere, and is told apart from both sides; the engine's words are all there.
import { describe, expect, it } from 'vitest';
import { lessonCalled } from '../lessons/lessons.ts';
import type { Language } from '../locales/language.ts';
import { builtinScenario } from '../scenario/builtin.ts';
import { PACKET_FAMILY, type LearnerType, type ServerState, type ZabState } from '../zookeeper/packets.ts';
import { ENTRIES, type EntryId, PAIRS } from './entries.ts';
import { GROUPS, SECTIONS, type Sight } from './entry.ts';
import { apartFrom, ENTRY_IDS, entryCalled, GLOSSARY, namesOf, searched } from './glossary.ts';

/** One to three sentences, of a length that is read at a glance. */
const CHARACTERS_MAX: Readonly<Record<Language, number>> = { en: 310, zh: 150 };
const SENTENCES_MAX = 3;
const APART_MAX: Readonly<Record<Language, number>> = { en: 150, zh: 75 };

const languages = Object.keys(GLOSSARY) as Language[];

function sentencesIn(text: string): number {
  return text.split(/[.。](?=\s|$|[^\d\w])/).filter((part) => part.trim() !== '').length;
}

/** In that text, by whatever name. */
function isNamed(text: string, id: EntryId, language: Language): boolean {
  return namesOf(id, language)
    .flatMap((name) => name.split(/[、,] ?/))
    .some((name) => text.toLowerCase().includes(name.toLowerCase()));
}

function isThere(sight: Sight): boolean {
  if (sight.see === 'lesson') return lessonCalled(sight.lesson) !== null;
  return sight.see !== 'scenario' || builtinScenario(sight.scenario) !== null;
}

function othersOf(id: EntryId): readonly EntryId[] {
  return apartFrom(id).map(({ other }) => other);
}

describe.each(languages)('in %s', (language) => {
  const { entries, apart } = GLOSSARY[language];

  it('every definition is there, and short', () => {
    const wrong = ENTRY_IDS.filter((id) => {
      const { name, says } = entries[id];
      return (
        name.trim() === '' ||
        says.length < 12 ||
        says.length > CHARACTERS_MAX[language] ||
        sentencesIn(says) > SENTENCES_MAX
      );
    });
    expect(wrong.map((id) => `${id}: ${entries[id].says.length}, ${sentencesIn(entries[id].says)}`)).toEqual([]);
  });

  it('what tells two apart names both, briefly', () => {
    const wrong = PAIRS.filter((pair) => {
      const [one, other] = pair.split('|') as [EntryId, EntryId];
      const text = apart[pair];
      return !isNamed(text, one, language) || !isNamed(text, other, language) || text.length > APART_MAX[language];
    });
    expect(wrong.map((pair) => `${pair}: ${apart[pair]}`)).toEqual([]);
  });

  it('no word in running text stands for two entries', () => {
    const forms = ENTRY_IDS.flatMap((id) => entries[id].forms ?? [entries[id].name]);
    expect(forms.filter((form, index) => forms.indexOf(form) !== index)).toEqual([]);
  });

  it('a definition speaks of other entries by names that are there', () => {
    const names = new Set(ENTRY_IDS.flatMap((id) => namesOf(id, language)));
    const packets = ENTRY_IDS.flatMap((id) => entries[id].says.match(/\b[A-Z]{4,}\b/g) ?? []);
    const known = new Set([...names].flatMap((name) => name.split(/\W+/)));
    expect(packets.filter((word) => !known.has(word))).toEqual([]);
  });
});

it('the languages differ in every text', () => {
  const { en, zh } = GLOSSARY;
  expect(ENTRY_IDS.filter((id) => en.entries[id].says === zh.entries[id].says)).toEqual([]);
  expect(PAIRS.filter((pair) => en.apart[pair] === zh.apart[pair])).toEqual([]);
});

it('every packet, server state, phase and kind of learner of the engine has an entry', () => {
  const states: Readonly<Record<ServerState | ZabState | LearnerType, true>> = {
    LOOKING: true,
    FOLLOWING: true,
    LEADING: true,
    OBSERVING: true,
    ELECTION: true,
    DISCOVERY: true,
    SYNCHRONIZATION: true,
    BROADCAST: true,
    PARTICIPANT: true,
    OBSERVER: true,
  };
  const words = [...Object.keys(PACKET_FAMILY), ...Object.keys(states)];
  const named = new Set(ENTRY_IDS.flatMap((id) => namesOf(id, 'en')));
  expect(words.filter((word) => !named.has(word))).toEqual([]);
});

it('every entry is in a group, cites a section that there is, and is to be seen somewhere', () => {
  for (const id of ENTRY_IDS) {
    const { group, cites, sights } = ENTRIES[id];
    expect({ id, group: GROUPS.includes(group), cites: cites.length > 0, sights: sights.length > 0 }).toEqual({
      id,
      group: true,
      cites: true,
      sights: true,
    });
    expect(sights.filter((sight) => !isThere(sight))).toEqual([]);
  }
  expect(ENTRY_IDS.length).toBe(Object.keys(ENTRIES).length);
  const cited = new Set(ENTRY_IDS.flatMap((id) => ENTRIES[id].cites));
  expect(SECTIONS.filter((section) => !cited.has(section))).toEqual([]);
});

it('is told apart from both sides, from nothing twice, and not from itself', () => {
  const pairs = PAIRS.map((pair) => pair.split('|').toSorted().join('|'));
  expect(new Set(pairs).size).toBe(pairs.length);
  for (const id of ENTRY_IDS) {
    for (const { other, pair } of apartFrom(id)) {
      expect(other).not.toBe(id);
      expect(apartFrom(other)).toContainEqual({ other: id, pair });
    }
  }
});

it('the four epochs and the round are told apart', () => {
  expect(othersOf('acceptedEpoch')).toContain('currentEpoch');
  expect(othersOf('currentEpoch')).toContain('peerEpoch');
  for (const id of ['epoch', 'acceptedEpoch', 'peerEpoch'] as const) expect(othersOf(id)).toContain('round');
});

// oxfmt-ignore
it.each([
  ['zxid',            'zxid'],
  ['logicalclock',    'round'],
  ['electionEpoch',   'round'],
  ['选票',            'vote'],
  ['SYNC',            'sync'],
  ['snapshot',        'snapshot'],
  ['diff',            'DIFF'],
  ['Quorums',         'quorum'],
  ['paxos',           null],
])('a link that says %s leads to %s', (word, id) => {
  expect(entryCalled(word)).toBe(id);
});

it('a search finds by name first, then by text, in either language', () => {
  expect(searched('', 'en')).toEqual(ENTRY_IDS);
  expect(searched('ack', 'en')[0]).toBe('ACK');
  expect(searched('fsync', 'en')[0]).toBe('durable');
  expect(searched('快照', 'en')[0]).toBe('snapshot');
  expect(searched('200 ms', 'en')).toContain('finalizeWait');
  expect(searched('nothing is called so', 'en')).toEqual([]);
});

const chinese = import.meta.glob<string>('./zh-words.ts', { query: '?raw', import: 'default', eager: true });

it('Chinese is set as Chinese is', () => {
  const lines = Object.values(chinese).flatMap((source) =>
    source.split('\n').filter((line) => /[\u4e00-\u9fff]/.test(line) && !line.startsWith('/**')),
  );
  expect(lines.length).toBeGreaterThan(150);
  expect(lines.filter((line) => /[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u4e00-\u9fff]/.test(line))).toEqual([]);
  expect(lines.filter((line) => /[，。：；？！、（）] |[^:] [，。：；？！、]/.test(line))).toEqual([]);
});
