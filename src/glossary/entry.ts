/**
 * What the glossary consists of: entries as data, and beside them their words in every language. Which words are told apart is
 * data too, once for both; what tells them apart is one sentence that names both and stands in both entries.
 */
import type { Show } from '../lessons/lesson.ts';
import type { Language } from '../locales/language.ts';

/** In the order they are shown. */
export const GROUPS = [
  'numbers',
  'servers',
  'election',
  'phases',
  'synchronization',
  'broadcast',
  'disk',
  'time',
  'clients',
  'tree',
  'configuration',
  'trouble',
] as const;
export type Group = (typeof GROUPS)[number];

/** The sections of the protocol's description that an entry may cite. */
// oxfmt-ignore
export const SECTIONS = [
  '2', '3', '4', '5.4', '6', '7', '8', '8.1', '8.2', '8.3', '8.4', '8.5', '8.7', '9', '10', '10.1', '10.2', '10.3',
  '11', '11.1', '11.4', '12', '13', '13.1', '13.2', '13.3', '13.4', '13.5', '14', '15', '16', '17', '17.1', '17.2',
  '17.4', '17.5', '17.6', '18', '19', '20', '21', '26',
] as const;
export type Section = (typeof SECTIONS)[number];

/** Where in the page the thing is to be seen. */
export type Sight =
  | { readonly see: 'lesson'; readonly lesson: string }
  | { readonly see: 'scenario'; readonly scenario: string }
  | { readonly see: 'look'; readonly look: NonNullable<Show['look']> }
  | { readonly see: 'view'; readonly view: 'topology' | 'spaceTime' }
  | { readonly see: 'consoles' };

export interface Entry {
  readonly group: Group;
  readonly cites: readonly Section[];
  /** ZooKeeper's class, and its field or method, where one stands for it. */
  readonly java?: string;
  readonly sights: readonly Sight[];
  /** Other spellings of the same that the engine or a log has: found by search, in every language. */
  readonly also?: readonly string[];
}

/** What an entry says in one language. */
export interface EntryWords {
  readonly name: string;
  /**
   * As it stands in running text; the name alone where that is absent. One in small letters is also meant at the beginning of a
   * sentence. None: it is too common a word to be marked wherever it stands.
   */
  readonly forms?: readonly string[];
  readonly says: string;
}

/** All that one language says. */
export interface GlossaryWords<Id extends string, Pair extends string> {
  readonly entries: Readonly<Record<Id, EntryWords>>;
  /** Of two entries: what tells them apart, naming both. */
  readonly apart: Readonly<Record<Pair, string>>;
}

export type InEveryLanguage<T> = Readonly<Record<Language, T>>;
