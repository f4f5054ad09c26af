/** A floating list of choices. Arrow keys walk, Escape and Tab close, as does a click elsewhere. */
import { type CSSProperties, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { Icon } from './Icon.tsx';
import styles from './MenuList.module.css';

export interface Choice {
  readonly key: string;
  readonly label: ReactNode;
  readonly icon?: ReactNode;
  readonly hint?: ReactNode;
  readonly current?: boolean;
  /** Goes on and off by itself; else it is one of several. */
  readonly isSwitch?: true;
  readonly disabled?: boolean;
  /** What it and its neighbours with the same words have in common. */
  readonly group?: string;
  /** The list stays: what is chosen shows another. */
  readonly stays?: true;
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
    // One choice goes on from what is chosen; a list of several choices and other things begins at its top.
    const chosen = list.current?.querySelectorAll<HTMLElement>('[role=menuitemradio][aria-checked=true]');
    (chosen?.length === 1 ? chosen[0] : items?.[0])?.focus();
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
    if (event.key === 'Escape') {
      // Whatever it lies in stays open.
      event.preventDefault();
      return onClose('escape');
    }
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
      {groupsOf(choices).map(({ name, members }) => (
        <div key={name ?? ''} role="group" aria-label={name ?? title}>
          {name !== undefined && (
            <p className={styles.heading} aria-hidden="true">
              {name}
            </p>
          )}
          {members.map((choice) => (
            <Item
              key={choice.key}
              choice={choice}
              onChoose={() => {
                if (choice.stays !== true) onClose('chosen');
                choice.onChoose();
              }}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

function groupsOf(choices: readonly Choice[]): readonly { readonly name?: string; readonly members: Choice[] }[] {
  const groups: { name?: string; members: Choice[] }[] = [];
  for (const choice of choices) {
    const last = groups.at(-1);
    if (last !== undefined && last.name === choice.group) last.members.push(choice);
    else groups.push({ ...(choice.group !== undefined && { name: choice.group }), members: [choice] });
  }
  return groups;
}

function Item({ choice, onChoose }: { readonly choice: Choice; readonly onChoose: () => void }) {
  return (
    <button
      type="button"
      role={choice.current === undefined ? 'menuitem' : choice.isSwitch === true ? 'menuitemcheckbox' : 'menuitemradio'}
      aria-checked={choice.current}
      disabled={choice.disabled}
      className={styles.choice}
      onClick={onChoose}
    >
      {choice.icon}
      {choice.current !== undefined && (
        <span className={styles.tick} data-on={choice.current}>
          <Icon name="tick" />
        </span>
      )}
      <span className={styles.words}>
        {choice.label}
        {choice.hint !== undefined && <small>{choice.hint}</small>}
      </span>
    </button>
  );
}
