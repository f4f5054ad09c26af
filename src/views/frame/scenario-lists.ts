/** What the menu of runs offers beside runs: lists to choose from, each in a sheet. */
import { enDictionary } from '../../locales/en-dictionary.ts';
import { enGlossary } from '../../locales/en-glossary.ts';
import { enMisconceptions } from '../../locales/en-misconceptions.ts';
import type { Catalogue } from '../../locales/en.ts';
import type { LabStore } from '../../app/store.ts';
import { openSheet } from '../options.ts';

interface ListChoice {
  readonly key: string;
  readonly label: string;
  readonly onChoose: () => void;
}

export function scenarioLists(store: LabStore, words: Catalogue): readonly ListChoice[] {
  const { translation, togglePanel } = store.getState();
  const dictionary = translation?.dictionary ?? enDictionary;
  const misconceptions = translation?.misconceptions ?? enMisconceptions;
  return [
    { key: 'lessons', label: words.head.lessons, onChoose: () => togglePanel('lessons') },
    { key: 'misconceptions', label: misconceptions.open, onChoose: () => openSheet('misconceptions') },
    { key: 'dictionary', label: dictionary.open, onChoose: () => openSheet('dictionary') },
    { key: 'glossary', label: (translation?.glossary ?? enGlossary).open, onChoose: () => openSheet('glossary') },
    { key: 'bugs', label: words.head.bugs, onChoose: () => togglePanel('bugs') },
  ];
}
