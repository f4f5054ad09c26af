/** Opens the sheet that the address names, now and whenever it changes. */
import { useEffect } from 'react';
import { SHEET_LINKS } from '../../app/lesson-links.ts';
import { openSheet } from '../options.ts';

export function useSheetOfAddress(): void {
  useEffect(() => {
    const follow = (): void => {
      const sheet = SHEET_LINKS.find((one) => window.location.hash === `#${one}`);
      if (sheet !== undefined) openSheet(sheet);
    };
    follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
}
