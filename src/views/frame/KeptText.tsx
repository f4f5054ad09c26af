/** A text too precious to lose, to be copied: by the button, or by hand where the clipboard is out of reach. */
import { useRef } from 'react';
import { Icon } from '../../widgets/Icon.tsx';
import { ICONS } from '../../widgets/later-icons.ts';
import { useLabWords } from '../lab-words.ts';
import styles from './KeptText.module.css';

interface KeptTextProps {
  readonly text: string;
  /** What it was found in. */
  readonly of?: 'link' | 'file';
}

export function KeptText({ text, of = 'link' }: KeptTextProps) {
  const words = useLabWords();
  const field = useRef<HTMLTextAreaElement>(null);
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // The text is selected: the keyboard can copy it.
    }
  };
  return (
    <div className={styles.kept}>
      <textarea
        ref={field}
        readOnly
        rows={3}
        aria-label={of === 'file' ? words.notice.keptFile : words.notice.keptText}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
      />
      <button type="button" className={styles.copy} onClick={() => void copy()}>
        <Icon name={ICONS.copy} />
        {words.notice.copyText}
      </button>
    </div>
  );
}
