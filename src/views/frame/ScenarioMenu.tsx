/** The scenario on show, and the others. */
import { Icon } from '../../widgets/Icon.tsx';
import { Menu } from '../../widgets/Menu.tsx';
import { useLab, useLabState, useWords } from '../lab.ts';
import { later } from '../later.ts';
import styles from './ScenarioMenu.module.css';

const useStories = later(async () => ({
  ...(await import('../../app/stories.ts')),
  ...(await import('./scenario-lists.ts')),
}));

export function ScenarioMenu() {
  const { session, store } = useLab();
  const words = useWords();
  // The session has another scenario whenever `run` has been raised.
  useLabState((state) => state.run);
  const shown = session.scenario;
  const isWhole = useLabState((state) => state.whole);
  const loaded = useStories();
  const stories = isWhole ? loaded : null;
  const language = useLabState((state) => state.translation?.language ?? 'en');
  const titleOf = ({ id, title }: { readonly id: string; readonly title: string }): string =>
    loaded?.titleOfScene(id, language) ?? words.titleOf(title);
  const builtIn = (stories?.BUILTIN ?? []).map((scenario) => ({
    key: scenario.id,
    label: words.titleOf(scenario.title),
    group: words.head.builtIn,
    current: scenario.id === shown.id,
    onChoose: thenWatch(() => store.getState().openScenario(scenario)),
  }));
  const before = session.shelf.map(({ scenario, place }, index) => ({
    key: `shelf ${index}`,
    label: titleOf(scenario),
    hint: words.time.event(place.cursor),
    group: words.head.openedBefore,
    current: false,
    onChoose: thenWatch(() => store.getState().takeUp(index)),
  }));
  const lists = stories?.scenarioLists(store, words) ?? [];
  const recorded = (stories?.RECORDINGS ?? []).map(({ name, title }) => ({
    key: name,
    label: words.titleOf(title),
    group: words.head.recorded,
    current: name === shown.id,
    onChoose: thenWatch(() => stories?.openRecording(store, name)),
  }));
  return (
    <Menu
      title={words.head.chooseScenario}
      name={words.named(words.head.scenario, titleOf(shown))}
      buttonClass={styles.pick}
      button={
        <>
          <span className={styles.title}>{titleOf(shown)}</span>
          <Icon name="chevronDown" />
        </>
      }
      choices={[...lists, ...before, ...builtIn, ...recorded]}
    />
  );
}

/** Opens another run, and goes on in the main part: the next Space plays it, where it would open the menu again. */
function thenWatch(open: () => void): () => void {
  return () => {
    open();
    document.querySelector('main')?.focus();
  };
}
