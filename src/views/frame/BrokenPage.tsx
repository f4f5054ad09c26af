/** Instead of a page of which a view has failed: what happened, the link to this moment, and ways on. */
import { useEffect, useRef, useState } from 'react';
import { useLab } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { KeptText } from './KeptText.tsx';
import styles from './BrokenPage.module.css';

export function BrokenPage({ onReopen }: { readonly onReopen: () => void }) {
  const { address, store } = useLab();
  const { broken } = useLabWords();
  const main = useRef<HTMLElement>(null);
  const [link, setLink] = useState(window.location.href);
  useEffect(() => {
    store.getState().pause();
    main.current?.focus();
  }, [store]);
  useEffect(() => {
    const show = async (): Promise<void> => {
      try {
        setLink(new URL(await address.link(), window.location.href).href);
      } catch {
        // Where even the link fails, the address is the last one that was written.
      }
    };
    void show();
    // It follows the keys, which work on.
    return store.subscribe(() => void show());
  }, [address, store]);
  const stepBack = () => {
    store.getState().step(-1);
    onReopen();
  };
  return (
    <main className={styles.page} ref={main} tabIndex={-1} data-keeps="main">
      <h1>{broken.title}</h1>
      <p>{broken.nothingLost}</p>
      <div className={styles.go}>
        <button type="button" className={styles.again} onClick={onReopen}>
          {broken.again}
        </button>
        <button type="button" className={styles.back} onClick={stepBack}>
          {broken.stepBack}
        </button>
      </div>
      <p>{broken.link}</p>
      <KeptText text={link} />
    </main>
  );
}
