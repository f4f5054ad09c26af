/** What the shown word means, beside it and over everything; nothing else moves for it. */
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { apartFrom, GLOSSARY } from '../../glossary/glossary.ts';
import { useLanguage } from '../lesson/lesson-words.ts';
import styles from './Definition.module.css';
import { DEFINITION_TEXT } from './definition-text.ts';
import { useGlossaryWords } from './glossary-words.ts';
import { lookUp } from './looked-up.ts';
import { placed } from './placed.ts';
import { hideWord, hideWordSoon, keepWord, type ShownWord } from './shown-word.ts';

/** What tells them apart takes room: the rest is in the glossary. */
const APART_SHOWN = 3;

export function Definition({ shown }: { readonly shown: ShownWord }) {
  const { id, anchor, side, pinned, enters } = shown;
  const words = useGlossaryWords();
  const language = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const { entries, apart } = GLOSSARY[language];
  const { name, says } = entries[id];
  const all = apartFrom(id);
  const others = pinned ? all.slice(0, APART_SHOWN) : all;

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    if (!element.matches(':popover-open')) element.showPopover();
    element.style.maxHeight = 'none';
    const { left, top, maxHeight } = placed(anchor.getBoundingClientRect(), side, element.getBoundingClientRect(), {
      width: window.innerWidth,
      height: window.innerHeight,
    });
    Object.assign(element.style, { left: `${left}px`, top: `${top}px`, maxHeight: `${maxHeight}px` });
  });
  useEffect(() => {
    if (enters) box.current?.querySelector('button')?.focus();
  }, [enters]);
  useEffect(() => dismissing(anchor, box), [anchor]);

  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Tab') return;
    // The way on is from the word, wherever this stands in the page.
    anchor.focus();
    if (event.shiftKey) event.preventDefault();
    hideWord();
  };
  return createPortal(
    // Tab alone leads out of it; what can be pressed is a button.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={box}
      popover="manual"
      className={styles.definition}
      role={pinned ? 'dialog' : 'tooltip'}
      aria-label={words.defines(name)}
      onPointerEnter={keepWord}
      onPointerLeave={hideWordSoon}
      onKeyDown={leave}
      onFocus={keepWord}
    >
      <b>{name}</b>
      <p id={DEFINITION_TEXT}>{says}</p>
      {others.length > 0 && !pinned && (
        <p className={styles.quiet}>{words.apartFrom(others.map(({ other }) => entries[other].name))}</p>
      )}
      {others.length > 0 && pinned && (
        <>
          <p className={styles.quiet}>{words.apart}</p>
          <ul>
            {others.map(({ other, pair }) => (
              <li key={other}>{apart[pair]}</li>
            ))}
          </ul>
        </>
      )}
      <button
        type="button"
        onClick={() => {
          hideWord();
          // The sheet gives the focus back to where it was.
          anchor.focus();
          lookUp(id);
        }}
      >
        {words.more}
      </button>
    </div>,
    // Under an open sheet nothing can be reached; beside all landmarks nothing is found.
    anchor.closest('dialog') ?? document.querySelector('main') ?? document.body,
  );
}

/** Escape, a press elsewhere, or the word moving away end it. */
function dismissing(anchor: HTMLElement, box: { readonly current: HTMLElement | null }): () => void {
  const { left, top } = anchor.getBoundingClientRect();
  const key = (event: globalThis.KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    // Whatever it is over stays.
    event.preventDefault();
    event.stopPropagation();
    if (box.current?.contains(document.activeElement) === true) anchor.focus();
    hideWord();
  };
  const press = ({ target }: PointerEvent): void => {
    if (!(target instanceof Node) || (!anchor.contains(target) && box.current?.contains(target) !== true)) hideWord();
  };
  const move = (): void => {
    const now = anchor.getBoundingClientRect();
    if (Math.abs(now.left - left) > 1 || Math.abs(now.top - top) > 1) hideWord();
  };
  document.addEventListener('keydown', key, true);
  document.addEventListener('pointerdown', press, true);
  document.addEventListener('scroll', move, true);
  window.addEventListener('resize', hideWord);
  return () => {
    document.removeEventListener('keydown', key, true);
    document.removeEventListener('pointerdown', press, true);
    document.removeEventListener('scroll', move, true);
    window.removeEventListener('resize', hideWord);
  };
}
