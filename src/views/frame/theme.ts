/** The chosen theme on the root element, and kept for the next visit where the browser allows it. */
import type { LabStore, Theme } from '../../app/store.ts';

const KEY = 'zabscope.theme';

export function followTheme(store: LabStore): void {
  const kept = store.getState().screen === 'embed' ? null : recall();
  if (kept !== null) store.getState().setTheme(kept);
  apply(store.getState().theme);
  store.subscribe((state, before) => {
    if (state.theme === before.theme) return;
    apply(state.theme);
    // The theme of somebody's page is not the visitor's choice.
    if (state.screen === 'embed') return;
    try {
      window.localStorage.setItem(KEY, state.theme);
    } catch {
      // Storage is forbidden: the choice lasts as long as the page.
    }
  });
}

function apply(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

function recall(): Theme | null {
  try {
    const kept = window.localStorage.getItem(KEY);
    return kept === 'light' || kept === 'dark' || kept === 'system' ? kept : null;
  } catch {
    return null;
  }
}
