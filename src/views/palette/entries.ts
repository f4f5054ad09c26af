/** All that the palette offers: what keys do, and every place, server, branch, scenario and panel there is to go to. */
import type { ReactNode } from 'react';
import { goToBookmark } from '../../app/bookmarks.ts';
import { namedBranches, placeOnBranch } from '../../app/branches.ts';
import { BUG_LIST } from '../../app/bugs.ts';
import { type Command, type CommandId, COMMANDS } from '../../app/commands.ts';
import { AIMS, jump } from '../../app/jumps.ts';
import type { Lab } from '../../app/lab.ts';
import { openMisconception } from '../../app/misconception.ts';
import { LADDER } from '../../app/speed.ts';
import { BUILTIN, RECORDINGS, openRecording } from '../../app/stories.ts';
import type { Findable } from '../../app/palette.ts';
import type { DictionaryCatalogue } from '../../locales/en-dictionary.ts';
import type { GlossaryCatalogue } from '../../locales/en-glossary.ts';
import type { MisconceptionsCatalogue } from '../../locales/en-misconceptions.ts';
import type { HandoutCatalogue } from '../../locales/en-handout.ts';
import type { MovesCatalogue } from '../../locales/en-moves.ts';
import type { Language } from '../../locales/language.ts';
import type { PlanWords } from '../../locales/translation.ts';
import { MISCONCEPTIONS } from '../../misconceptions/misconceptions.ts';
import { LATER_PANELS } from '../inspector/panels.tsx';
import { lookUp } from '../glossary/looked-up.ts';
import { openSheet } from '../options.ts';
import type * as catalogue from '../../glossary/glossary.ts';
import type { useBookmarkName } from '../bookmarks/bookmark-name.ts';
import type { useBranchName } from '../timeline/branch-name.ts';

export interface PaletteEntry extends Findable {
  readonly id: string;
  readonly group: 'commands' | 'servers' | 'bookmarks' | 'branches' | 'panels' | 'scenarios' | 'words';
  readonly keys: Command['keys'];
  readonly hint?: ReactNode;
  readonly run: () => void;
}

/** Of no use by name: what makes sense only as a key. */
const KEYS_ALONE: ReadonlySet<CommandId> = new Set([
  'palette',
  'escape',
  'lessonAnswer',
  'remotePlay',
  'groupA',
  'groupB',
  'groupC',
]);

interface Words {
  readonly words: PlanWords;
  readonly moves: MovesCatalogue;
  readonly misconceptions: MisconceptionsCatalogue;
  readonly dictionary: DictionaryCatalogue;
  readonly language: Language;
  readonly handout: HandoutCatalogue;
  readonly branchName: ReturnType<typeof useBranchName>;
  readonly bookmarkName: ReturnType<typeof useBookmarkName>;
  readonly glossary: GlossaryCatalogue;
  /** Null until they have come. */
  readonly terms: typeof catalogue | null;
}

export function paletteEntries(
  lab: Lab,
  { words, moves, handout, misconceptions, dictionary, language, branchName, bookmarkName, glossary, terms }: Words,
): readonly PaletteEntry[] {
  const { session, store } = lab;
  const state = store.getState();
  const commands = COMMANDS.filter(({ id, available }) => !KEYS_ALONE.has(id) && (available?.(state) ?? true)).map(
    (command): PaletteEntry => ({
      id: command.id,
      group: 'commands',
      text: words.commands[command.id] ?? command.id,
      keys: command.keys,
      run: () => command.run(lab, ''),
    }),
  );
  const plain = (group: PaletteEntry['group'], id: string, text: string, run: () => void): PaletteEntry => ({
    id: `${group} ${id}`,
    group,
    text,
    keys: [],
    run,
  });
  const jumps = AIMS.flatMap((aim) =>
    ([1, -1] as const).map((direction) =>
      plain('commands', `${aim} ${direction}`, moves.jump.named(moves.jump.aims[aim], direction), () =>
        jump(lab, aim, direction),
      ),
    ),
  ).filter(({ text }) => commands.every((command) => command.text !== text));
  return [
    ...commands,
    ...jumps,
    ...LADDER.map((speed) =>
      plain('commands', `speed ${speed}`, `${words.time.speed} ${words.time.speedOf(speed)}`, () =>
        state.setSpeed(speed),
      ),
    ),
    plain('commands', 'steps', words.plan.stepsOpen, () => openSheet('steps')),
    plain('commands', 'handout', handout.open, () => openSheet('handout')),
    plain('commands', 'ensemble', words.plan.ensemble, () => openSheet('ensemble')),
    ...session.sids.map((sid) =>
      plain('servers', String(sid), words.server(sid), () => state.select({ kind: 'server', sid })),
    ),
    ...state.bookmarks.map((bookmark) =>
      plain('bookmarks', `${bookmark.branch} ${bookmark.cursor}`, bookmarkName(bookmark), () =>
        goToBookmark(lab, bookmark),
      ),
    ),
    ...namedBranches(session, state.branch)
      .filter(({ id }) => id !== state.branch)
      .map((branch) =>
        plain('branches', String(branch.id), branchName(branch.id), () =>
          state.goTo(placeOnBranch(session, state.branch, branch.id)),
        ),
      ),
    ...(['inside', ...LATER_PANELS.map(({ look }) => look)] as const).map((look) =>
      plain('panels', look, words.inspector.tabs[look], () => {
        if (!store.getState().panels.inspector) state.togglePanel('inspector');
        state.setLook(look);
      }),
    ),
    ...BUILTIN.map((scenario) =>
      plain('scenarios', scenario.id, words.titleOf(scenario.title), () => state.openScenario(scenario)),
    ),
    plain('scenarios', 'misconceptions', misconceptions.open, () => openSheet('misconceptions')),
    ...MISCONCEPTIONS.map(({ misconception, words: of }) =>
      plain('scenarios', misconception.scene.id, `${misconceptions.crumb}: ${of[language].said}`, () =>
        openMisconception(lab, misconception),
      ),
    ),
    plain('scenarios', 'dictionary', dictionary.open, () => openSheet('dictionary')),
    plain('scenarios', 'bugs', words.head.bugs, () => state.togglePanel('bugs')),
    ...BUG_LIST.map(({ jira, scenario }) =>
      plain('scenarios', scenario.id, `${jira} ${words.titleOf(scenario.title)}`, () => state.openScenario(scenario)),
    ),
    ...RECORDINGS.map(({ name, title }) =>
      plain('scenarios', name, words.titleOf(title), () => openRecording(store, name)),
    ),
    plain('words', 'glossary', glossary.open, () => lookUp()),
    ...(terms?.ENTRY_IDS ?? []).map((id) =>
      plain('words', id, terms?.GLOSSARY[language].entries[id].name ?? id, () => lookUp(id)),
    ),
  ];
}
