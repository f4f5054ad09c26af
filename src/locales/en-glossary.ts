/** English for what stands around the words of the glossary. */
import { type Translatable, formatsOf } from './message.ts';

const { plural } = formatsOf('en');

function or(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
}

export const enGlossary = {
  open: 'Glossary …',
  title: 'Glossary',
  about: 'ZooKeeper’s words as this page uses them, and which are mistaken for each other.',
  search: 'Find a word',
  found: (count: number) => plural(count, { one: '# word', other: '# words' }),
  none: (query: string) => `No word here is called “${query}”, and none is explained with it.`,
  groups: {
    numbers: 'Numbers',
    servers: 'Servers and what they are',
    election: 'Election',
    phases: 'Phases, and discovery',
    synchronization: 'Synchronization',
    broadcast: 'Broadcast',
    disk: 'What is on disk',
    time: 'Time limits',
    clients: 'Clients',
    tree: 'Znodes',
    configuration: 'Reconfiguration',
    trouble: 'What goes wrong',
  },
  also: (names: readonly string[]) => `also ${names.join(', ')}`,
  apart: 'Not to be confused with',
  apartFrom: (names: readonly string[]) => `Not to be confused with ${or(names)}`,
  java: 'in ZooKeeper',
  sights: 'To be seen in',
  lesson: (title: string) => `Lesson: ${title}`,
  look: (tab: string) => `Inspector: ${tab}`,
  more: 'More in the glossary',
  defines: (name: string) => `What ${name} means`,
};

export type GlossaryCatalogue = Translatable<typeof enGlossary>;
