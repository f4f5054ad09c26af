/** What the stage shows: servers and links, the space-time diagram, or both. */
import type { StageView } from '../../app/store.ts';
import { useLab, useLabState } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import styles from './StageSwitch.module.css';

const VIEWS: readonly StageView[] = ['topology', 'spaceTime', 'split'];

/** `views`: those that there is room for. */
export function StageSwitch({ views = VIEWS }: { readonly views?: readonly StageView[] }) {
  const { store } = useLab();
  const { spaceTime } = useLabWords();
  const shown = useLabState((state) => state.stageView);
  return (
    <div className={styles.switch} role="group" aria-label={spaceTime.view}>
      {views.map((view) => (
        <button
          key={view}
          type="button"
          aria-pressed={view === shown}
          aria-keyshortcuts={String(VIEWS.indexOf(view) + 1)}
          onClick={() => store.getState().setStageView(view)}
        >
          {spaceTime.views[view]}
          <small aria-hidden="true">{VIEWS.indexOf(view) + 1}</small>
        </button>
      ))}
    </div>
  );
}
