/** A button that opens a list of choices. */
import { type CSSProperties, type ReactNode, Suspense, lazy, useId, useRef, useState } from 'react';
import type { Choice } from './MenuList.tsx';
import styles from './Menu.module.css';

// The first picture needs no list: it is asked for at once, and there by the time that somebody opens one.
const loading = import('./MenuList.tsx');
const MenuList = lazy(async () => ({ default: (await loading).MenuList }));

interface MenuProps {
  readonly button: ReactNode;
  /** When the button shows no words of its own. */
  readonly name?: string;
  readonly title: string;
  readonly choices: readonly Choice[];
  readonly buttonClass?: string | undefined;
  readonly place?: 'below' | 'belowRight' | 'above';
}

const PLACES: Readonly<Record<NonNullable<MenuProps['place']>, CSSProperties>> = {
  below: { top: 'calc(100% + 4px)', left: 0 },
  belowRight: { top: 'calc(100% + 4px)', right: 0 },
  above: { bottom: 'calc(100% + 4px)', right: 0 },
};

export function Menu({ button, name, title, choices, buttonClass, place = 'below' }: MenuProps) {
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const id = useId();
  return (
    <span className={styles.root}>
      <button
        type="button"
        ref={opener}
        className={buttonClass}
        aria-label={name}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {button}
      </button>
      {open && (
        <Suspense>
          <MenuList
            id={id}
            title={title}
            choices={choices}
            style={PLACES[place]}
            onClose={(how) => {
              setOpen(false);
              if (how !== 'left') opener.current?.focus();
            }}
          />
        </Suspense>
      )}
    </span>
  );
}
