/** Lecturer mode on the root element, where the tokens are, and in the address, so that it can be kept and reloaded. */
import { useInsertionEffect } from 'react';
import { useLabState } from '../lab.ts';

/** Before anything is drawn, as long as the component is there. A projector is read best in light. */
export function useLectureRoot(): void {
  const theme = useLabState((state) => state.theme);
  useInsertionEffect(() => {
    const { dataset } = document.documentElement;
    dataset['lecture'] = '';
    nameInAddress(true);
    return () => {
      delete dataset['lecture'];
      nameInAddress(false);
    };
  }, []);
  useInsertionEffect(() => {
    if (theme !== 'system') return undefined;
    const { dataset } = document.documentElement;
    dataset['theme'] = 'light';
    return () => {
      if (dataset['theme'] === 'light') delete dataset['theme'];
    };
  }, [theme]);
}

function nameInAddress(named: boolean): void {
  const url = new URL(window.location.href);
  url.searchParams.delete('lecture');
  if (named) url.search += `${url.search === '' ? '?' : '&'}lecture`;
  if (url.href !== window.location.href) window.history.replaceState(null, '', url);
}
