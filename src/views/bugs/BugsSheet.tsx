/** ZooKeeper's bugs by their numbers: what each breaks, in which releases; opened as a run, or beside its mend. */
import { useState } from 'react';
import { BUG_LIST, type Bug, type Symptom, propertyOf, showBesideMend } from '../../app/bugs.ts';
import { assertUnreachable } from '../../base/assert.ts';
import { releaseOf } from '../../zookeeper/config/profiles.ts';
import { SearchField } from '../../widgets/SearchField.tsx';
import { Sheet } from '../../widgets/Sheet.tsx';
import { usePanelWords } from '../inspector/panel-words.ts';
import { useLab, useLabState } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { useMedia } from '../use-media.ts';
import { useBugsWords } from './bugs-words.ts';
import styles from './BugsSheet.module.css';

export function BugsSheet() {
  const open = useLabState((state) => state.panels.bugs);
  return open ? <OpenSheet /> : null;
}

function OpenSheet() {
  const lab = useLab();
  const { store } = lab;
  const labWords = useLabWords();
  const words = useBugsWords();
  const [query, setQuery] = useState('');
  const textOf = useBugText();
  // Two stages need the room of the laboratory.
  const isNarrow = useMedia('(max-width: 900px), (max-height: 500px)');
  const inLab = useLabState(({ screen }) => screen === 'lab');
  const wanted = query.trim().toLowerCase();
  const told = BUG_LIST.map((bug) => ({ bug, ...textOf(bug) }));
  const found = told.filter(({ bug: { jira }, ...texts }) =>
    [jira, ...Object.values(texts)].join(' ').toLowerCase().includes(wanted),
  );
  const close = () => store.getState().togglePanel('bugs');
  return (
    <Sheet title={words.title} closeName={labWords.keys.close} onClose={close}>
      <div className={styles.bugs}>
        <p>{words.about}</p>
        <p>{words.reconstructedMeans}</p>
        <SearchField label={words.search} query={query} found={words.found(found.length)} onQuery={setQuery} />
        <ul aria-label={words.title}>
          {found.map(({ bug, title, shows, releases }) => (
            <li key={bug.jira}>
              <button
                type="button"
                className={styles.open}
                onClick={() => {
                  close();
                  store.getState().openScenario(bug.scenario);
                }}
              >
                <b>{title}</b> <span className={styles.jira}>{bug.jira}</span>
              </button>
              <p>
                {shows} · {releases}
                {bug.reconstructed === true && <i className={styles.mark}>{words.reconstructed}</i>}
              </p>
              {inLab && !isNarrow && (
                <button
                  type="button"
                  className={styles.beside}
                  aria-label={words.sideBySideOf(bug.jira)}
                  onClick={() => {
                    close();
                    showBesideMend(lab, bug);
                  }}
                >
                  {words.sideBySide}
                </button>
              )}
            </li>
          ))}
        </ul>
      </div>
    </Sheet>
  );
}

/** What a line says of a bug: its title, what shows, where it is mended. */
function useBugText() {
  const labWords = useLabWords();
  const words = useBugsWords();
  const { audit } = usePanelWords();
  return ({ scenario, shows, mendedIn, bySetting }: Bug) => {
    const mended =
      mendedIn.length === 0
        ? words.notMended
        : bySetting === true
          ? words.bySetting(mendedIn)
          : words.mendedIn(mendedIn);
    return {
      title: labWords.titleOf(scenario.title),
      shows: showsText(shows),
      releases: `${words.release(releaseOf(scenario.profile), Object.keys(scenario.toggles))} · ${mended}`,
    };
  };

  function showsText(shows: Symptom): string {
    switch (shows.kind) {
      case 'violates': {
        const property = propertyOf(shows.property);
        return words.shows.violates(property === null ? shows.property : audit.property(property).name);
      }
      case 'exits':
        return words.shows.exits(shows.server, shows.code);
      case 'losesLeader':
        return words.shows.losesLeader(shows.server, shows.reason);
      case 'stepsDown':
        return words.shows.stepsDown(shows.server, shows.reason);
      case 'looks':
        return words.shows.looks(shows.server);
      case 'leaderless':
        return words.shows.leaderless;
      default:
        return assertUnreachable(shows);
    }
  }
}
