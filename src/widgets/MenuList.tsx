/** A floating list of choices. Arrow keys walk, Escape and Tab close, as does a click elsewhere. */
import { type CSSProperties, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import styles from './MenuList.module.css';

export interface Choice {
  readonly key: string;
  readonly label: ReactNode;
  readonly icon?: ReactNode;
  readonly hint?: ReactNode;
  readonly current?: boolean;
  readonly disabled?: boolean;
  readonly onChoose: () => void;
}

interface MenuListProps {
  readonly id?: string;
  readonly title: string;
  /** Shown above the choices when it is not already elsewhere on the page. */
  readonly heading?: ReactNode;
  readonly choices: readonly Choice[];
  readonly style?: CSSProperties;
  readonly onClose: (how: 'chosen' | 'escape' | 'left') => void;
}

const ITEMS = '[role^=menuitem]:not(:disabled)';

export function MenuList({ id, title, heading, choices, style, onClose }: MenuListProps) {
  const list = useRef<HTMLDivElement>(null);
  const leave = useRef(onClose);
  useEffect(() => {
    leave.current = onClose;
  });

  useEffect(() => {
    const items = list.current?.querySelectorAll<HTMLElement>(ITEMS);
    const current = list.current?.querySelector<HTMLElement>('[aria-checked=true]');
    (current ?? items?.[0])?.focus();
    const outside = (event: PointerEvent) => {
      const target = event.target as globalThis.Node;
      // The button that opened it closes it by itself.
      if (!list.current?.parentElement?.contains(target) && !list.current?.contains(target)) leave.current('left');
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, []);

  const walk = (event: KeyboardEvent) => {
    // While it is open, keys are its own.
    event.stopPropagation();
    if (event.key === 'Escape') return onClose('escape');
    if (event.key === 'Tab') return onClose('left');
    const items = [...(list.current?.querySelectorAll<HTMLElement>(ITEMS) ?? [])];
    const at = items.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[event.key];
    if (to === undefined || items.length === 0) return;
    event.preventDefault();
    items[to % items.length]?.focus();
  };

  return (
    <div
      className={styles.list}
      id={id}
      ref={list}
      role="menu"
      aria-label={title}
      tabIndex={-1}
      style={style}
      onKeyDown={walk}
    >
      {heading !== undefined && <p className={styles.heading}>{heading}</p>}
      {choices.map((choice) => (
        <button
          key={choice.key}
          type="button"
          role={choice.current === undefined ? 'menuitem' : 'menuitemradio'}
          aria-checked={choice.current}
          disabled={choice.disabled}
          className={styles.choice}
          onClick={() => {
            onClose('chosen');
            choice.onChoose();
          }}
        >
          {choice.icon}
          <span className={styles.words}>
            {choice.label}
            {choice.hint !== undefined && <small>{choice.hint}</small>}
          </span>
        </button>
      ))}
    </div>
  );
}
