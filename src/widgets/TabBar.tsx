/**
 * A row of tabs over one panel: one of them is in the tab order, the arrow keys, Home and End go along them, and what
 * they reach is chosen at once. The panel is the caller's, see `panelOf`.
 */
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';

export interface Tab<Id extends string> {
  readonly id: Id;
  readonly name: ReactNode;
}

interface TabBarProps<Id extends string> {
  /** Beginning of the ids of tabs and panel: one bar's own in the page. */
  readonly of: string;
  readonly label: string;
  readonly className: string | undefined;
  readonly tabs: readonly Tab<Id>[];
  readonly current: Id;
  readonly onChoose: (id: Id) => void;
}

export function TabBar<Id extends string>({ of, label, className, tabs, current, onChoose }: TabBarProps<Id>) {
  const bar = useRef<HTMLDivElement>(null);
  // A bar that scrolls shows the chosen one, whoever chose it.
  useEffect(() => {
    const tab = bar.current?.querySelector<HTMLElement>(`[id="${tabId(of, current)}"]`);
    if (tab !== null && tab !== undefined && bar.current !== null) {
      const { offsetLeft, offsetWidth } = tab;
      const { scrollLeft, clientWidth } = bar.current;
      const left = Math.max(offsetLeft + offsetWidth - clientWidth, Math.min(scrollLeft, offsetLeft));
      if (left !== scrollLeft) bar.current.scrollLeft = left;
    }
  }, [of, current]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = tabs.findIndex(({ id }) => id === current);
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    event.preventDefault();
    const next = tabs[(to + tabs.length) % tabs.length];
    if (next === undefined) return;
    onChoose(next.id);
    bar.current?.querySelector<HTMLElement>(`[id="${tabId(of, next.id)}"]`)?.focus();
  };
  return (
    <div ref={bar} className={className} role="tablist" aria-label={label}>
      {tabs.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={tabId(of, id)}
          aria-selected={id === current}
          aria-controls={`${of}-panel`}
          tabIndex={id === current ? 0 : -1}
          onClick={() => onChoose(id)}
          onKeyDown={onKeyDown}
        >
          {name}
        </button>
      ))}
    </div>
  );
}

/** What makes an element the panel of a bar. */
export function panelOf(
  of: string,
  current: string,
): { readonly role: 'tabpanel'; readonly id: string; readonly tabIndex: 0; readonly 'aria-labelledby': string } {
  return { role: 'tabpanel', id: `${of}-panel`, tabIndex: 0, 'aria-labelledby': tabId(of, current) };
}

function tabId(of: string, id: string): string {
  return `${of}-tab-${id}`;
}
