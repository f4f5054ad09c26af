/** A folded panel: a narrow rail with its name, which unfolds it. */
import { Icon } from '../../widgets/Icon.tsx';
import { useLab, useWords } from '../lab.ts';
import styles from './Rail.module.css';

export function Rail({ panel, onUnfold }: { readonly panel: 'story' | 'inspector'; readonly onUnfold?: () => void }) {
  const { store } = useLab();
  const { rails } = useWords();
  const name = rails[panel];
  return (
    <aside className={styles.rail} data-panel={panel} aria-label={name}>
      <button
        type="button"
        data-keeps={panel}
        aria-label={rails.unfold(name)}
        title={rails.unfold(name)}
        onClick={onUnfold ?? (() => store.getState().togglePanel(panel))}
      >
        <Icon name={panel === 'story' ? 'panelLeft' : 'panelRight'} />
      </button>
      <span aria-hidden="true">{name}</span>
    </aside>
  );
}
