/** Where in the page a thing is to be seen: how that is called, and how one gets there. */
import { BUILTIN } from '../../app/stories.ts';
import { assertUnreachable } from '../../base/assert.ts';
import type { Sight } from '../../glossary/entry.ts';
import { lessonCalled } from '../../lessons/lessons.ts';
import { useLab, useLabState } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { useLanguage } from '../lesson/lesson-words.ts';
import { usePlayer } from '../lesson/use-player.ts';
import { useMedia } from '../use-media.ts';
import { useGlossaryWords } from './glossary-words.ts';

interface ShownSight {
  readonly key: string;
  readonly text: string;
  readonly open: () => void;
}

/** Null for what this screen has no room for. */
export function useSights(): (sight: Sight) => ShownSight | null {
  const { store } = useLab();
  const labWords = useLabWords();
  const words = useGlossaryWords();
  const language = useLanguage();
  const player = usePlayer();
  const isNarrow = useMedia('(max-width: 900px), (max-height: 500px)');
  const inLab = useLabState(({ screen }) => screen === 'lab');
  const unfold = (panel: 'inspector' | 'consoles'): void => {
    const { firstLook, endFirstLook } = store.getState();
    if (firstLook) endFirstLook();
    const { panels, togglePanel } = store.getState();
    if (!panels[panel]) togglePanel(panel);
  };
  return (sight) => {
    switch (sight.see) {
      case 'lesson': {
        const taught = lessonCalled(sight.lesson);
        if (taught === null) return null;
        return {
          key: sight.lesson,
          text: words.lesson(taught.words[language].title),
          open: () => player.open(taught),
        };
      }
      case 'scenario': {
        const scenario = BUILTIN.find(({ id }) => id === sight.scenario);
        if (scenario === undefined) return null;
        return {
          key: sight.scenario,
          text: labWords.titleOf(scenario.title),
          open: () => store.getState().openScenario(scenario),
        };
      }
      case 'look':
        return {
          key: sight.look,
          text: words.look(labWords.inspector.tabs[sight.look]),
          open: () => {
            unfold('inspector');
            store.getState().setLook(sight.look);
          },
        };
      case 'view':
        return {
          key: sight.view,
          text: labWords.spaceTime.views[sight.view],
          open: () => {
            const { firstLook, endFirstLook } = store.getState();
            if (firstLook) endFirstLook();
            store.getState().setStageView(sight.view);
          },
        };
      case 'consoles':
        // Elsewhere they are no panel that opens and closes.
        return inLab && !isNarrow
          ? { key: 'consoles', text: labWords.cards.consoles, open: () => unfold('consoles') }
          : null;
      default:
        return assertUnreachable(sight);
    }
  };
}
