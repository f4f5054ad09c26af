/** Beside the clock: what can happen next. */
import { Icon } from '../../widgets/Icon.tsx';
import { ICONS } from '../../widgets/later-icons.ts';
import { useLab, useLabState } from '../lab.ts';
import { useActingWords } from './acting-words.ts';
import styles from './NextButton.module.css';

export function NextButton() {
  const { store } = useLab();
  const { next } = useActingWords();
  const isFirstLook = useLabState((state) => state.firstLook);
  if (isFirstLook) return null;
  return (
    <button
      type="button"
      className={styles.open}
      aria-label={next.open}
      title={next.open}
      aria-keyshortcuts="O"
      onClick={() => store.getState().togglePanel('next')}
    >
      <Icon name={ICONS.fork} size={14} />
    </button>
  );
}
