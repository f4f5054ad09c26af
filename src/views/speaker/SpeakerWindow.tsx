/** The window beside the screen: while it is open, the notes are drawn into it, in the page's own style. */
import { useLayoutEffect } from 'react';
import { createPortal } from 'react-dom';
import { useStore } from 'zustand';
import { speakerOf } from '../../app/speaker.ts';
import type { Theme } from '../../app/store.ts';
import { LANGUAGES, type Language } from '../../locales/language.ts';
import { useLab, useLabState } from '../lab.ts';
import { useLanguage } from '../lesson/lesson-words.ts';
import { SpeakerPage } from './SpeakerPage.tsx';
import { useSpeakerWords } from './speaker-words.ts';

export function SpeakerWindow() {
  const lab = useLab();
  const { window: shown, filled } = useStore(speakerOf(lab));
  return shown === null ? null : <Filled key={filled} own={shown} />;
}

function Filled({ own }: { readonly own: Window }) {
  const words = useSpeakerWords();
  const language = useLanguage();
  const theme = useLabState((state) => state.theme);
  useLayoutEffect(() => {
    // Sheets that came with later parts of the page are in it as well: nothing is loaded for this.
    const style = own.document.createElement('style');
    style.textContent = Array.from(document.styleSheets, textOf).join('\n');
    own.document.head.append(style);
    return () => style.remove();
  }, [own]);
  useLayoutEffect(() => name(own.document, { title: words.title, language, theme }), [own, words, language, theme]);
  useLayoutEffect(() => {
    const pass = (event: KeyboardEvent): void => passOn(event);
    own.addEventListener('keydown', pass);
    return () => own.removeEventListener('keydown', pass);
  }, [own]);
  return createPortal(<SpeakerPage own={own} />, own.document.body);
}

/** The head of a document that began as nothing. */
function name(
  empty: Document,
  { title, language, theme }: { readonly title: string; readonly language: Language; readonly theme: Theme },
): void {
  const { documentElement } = empty;
  empty.title = `${title} · Zabscope`;
  documentElement.lang = LANGUAGES.find((one) => one.language === language)?.tag ?? language;
  if (theme === 'system') delete documentElement.dataset['theme'];
  else documentElement.dataset['theme'] = theme;
}

function textOf(sheet: CSSStyleSheet): string {
  return Array.from(sheet.cssRules, (rule) => rule.cssText).join('\n');
}

/** What a presenter's remote sends, and what leads through a lesson: the same here as on the screen. */
const PASSED = /^(Arrow(Left|Right)|Page(Up|Down)|Home|End|Escape|F5|[ .bB1-5])$/;
const PRESSED = 'button, a[href], summary';

/** Whichever of the two windows has the focus. What a control here needs for itself stays here. */
function passOn(event: KeyboardEvent): void {
  const { key, code, target, shiftKey, repeat } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || !PASSED.test(key)) return;
  // Elements of another window are none of this one's.
  const element = target !== null && 'closest' in target ? (target as Element) : null;
  const isRemote = key.startsWith('Page') || key === 'F5';
  if (!isRemote && element?.closest('input') != null) return;
  if (key === ' ' && element?.closest(PRESSED) != null) return;
  event.preventDefault();
  // As if pressed where the screen has its focus: on whatever lies over the page, or on the page.
  const over = document.querySelector('dialog[open]') ?? window;
  over.dispatchEvent(new KeyboardEvent('keydown', { key, code, shiftKey, repeat, bubbles: true, cancelable: true }));
}
