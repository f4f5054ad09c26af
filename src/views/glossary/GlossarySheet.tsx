/** The glossary, over whatever is shown; opened by a link as well, which leaves the run where it is. */
import { useEffect } from 'react';
import { useLab } from '../lab.ts';
import { later } from '../later.ts';
import { useOpenSheet } from '../options.ts';
import { lookUp, wordIn } from './looked-up.ts';

const useOpenGlossary = later(() => import('./OpenGlossary.tsx'));

export function GlossarySheet() {
  const { store } = useLab();
  const open = useOpenSheet() === 'glossary';
  const part = useOpenGlossary();
  useEffect(() => {
    const follow = (): void => {
      const word = wordIn(window.location.hash);
      if (word === null) return;
      store.getState().pause();
      lookUp(word);
    };
    follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, [store]);
  return open && part !== null ? <part.OpenGlossary /> : null;
}
