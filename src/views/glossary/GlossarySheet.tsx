/** The glossary, over whatever is shown; opened by a link as well, which leaves the run where it is. */
import { useEffect, useRef } from 'react';
import { useLab } from '../lab.ts';
import { later } from '../later.ts';
import { useOpenSheet } from '../options.ts';
import { lookUp, wordIn } from './looked-up.ts';

const useOpenGlossary = later(() => import('./OpenGlossary.tsx'));

export function GlossarySheet() {
  const { store } = useLab();
  const open = useOpenSheet() === 'glossary';
  const part = useOpenGlossary();
  /** The first look began by itself: after the word it goes on so. */
  const goesOn = useRef(false);
  useEffect(() => {
    if (open || !goesOn.current) return;
    goesOn.current = false;
    const { firstLook, play } = store.getState();
    if (firstLook) play();
  }, [store, open]);
  useEffect(() => {
    const follow = (): void => {
      const word = wordIn(window.location.hash);
      if (word === null) return;
      const { firstLook, playing, pause } = store.getState();
      if (firstLook && playing) goesOn.current = true;
      pause();
      lookUp(word);
    };
    follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, [store]);
  return open && part !== null ? <part.OpenGlossary /> : null;
}
