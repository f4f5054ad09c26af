/** Something that floats over the page until it is dismissed: the browser's own dialog, so focus and Escape are its. */
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Icon } from './Icon.tsx';
import styles from './Sheet.module.css';

interface SheetProps {
  readonly title: ReactNode;
  readonly closeName: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** From the bottom edge, as on a phone. */
  readonly low?: boolean;
  /** For a table. */
  readonly wide?: boolean;
  /** A key that closes it, beside Escape: the one that it came by. */
  readonly closeKey?: string;
}

export function Sheet({
  title,
  closeName,
  onClose,
  children,
  low = false,
  wide = false,
  closeKey = 'Escape',
}: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    if (element !== null && !element.open) element.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement || before instanceof SVGElement) before.focus();
    };
  }, []);
  return (
    // A click on the backdrop is a click on the dialog itself. Keyboards have Escape.
    <dialog
      ref={dialog}
      className={styles.sheet}
      aria-labelledby={titleId}
      data-low={low}
      data-wide={wide}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => {
        // What is under it is not to be moved by keys, nor covered by another sheet.
        event.stopPropagation();
        if (event.key !== 'Escape' && event.key !== closeKey) return;
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div className={styles.inside}>
        <header className={styles.head}>
          <h2 id={titleId}>{title}</h2>
          <button type="button" className={styles.close} aria-label={closeName} onClick={onClose}>
            <Icon name="close" />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
