/** Shares this moment. */
import { Icon } from '../../widgets/Icon.tsx';
import { useLab, useWords } from '../lab.ts';
import { copyLink } from './copy-link.ts';
import styles from './ShareButton.module.css';

export function ShareButton({ words: showWords }: { readonly words: boolean }) {
  const lab = useLab();
  const words = useWords();
  return (
    <button type="button" className={styles.share} aria-label={words.head.shareName} onClick={() => void copyLink(lab)}>
      <Icon name="link" />
      {showWords && words.head.share}
    </button>
  );
}
