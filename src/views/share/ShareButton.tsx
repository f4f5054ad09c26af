/** Copies a link to this moment; where that is not allowed, a notice shows the link to copy by hand. */
import { Icon } from '../../widgets/Icon.tsx';
import { useLab, useWords } from '../lab.ts';
import styles from './ShareButton.module.css';

export function ShareButton({ words: showWords }: { readonly words: boolean }) {
  const { address, store } = useLab();
  const words = useWords();
  const share = async () => {
    store.getState().pause();
    const url = new URL(await address.link(), window.location.href);
    // Only the sender speaks to a class.
    url.searchParams.delete('lecture');
    const link = url.href;
    try {
      await navigator.clipboard.writeText(link);
      store.getState().tell({ kind: 'linkCopied' });
    } catch {
      store.getState().tell({ kind: 'linkToCopy', text: link });
    }
  };
  return (
    <button type="button" className={styles.share} aria-label={words.head.shareName} onClick={() => void share()}>
      <Icon name="link" />
      {showWords && words.head.share}
    </button>
  );
}
