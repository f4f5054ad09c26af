/** Opens the consoles over the logs. */
import { useLab, useLabState } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import styles from './ConsolesButton.module.css';

export function ConsolesButton() {
  const { store } = useLab();
  const { consoles } = useLabWords();
  const open = useLabState((state) => state.panels.consoles);
  return (
    <button
      type="button"
      className={styles.button}
      data-keeps="consoles"
      aria-expanded={open}
      aria-keyshortcuts="`"
      title={consoles.title}
      onClick={() => store.getState().togglePanel('consoles')}
    >
      {consoles.name}
      <small aria-hidden="true">{'`'}</small>
    </button>
  );
}
