/** Nothing but black, until any key or a click: a class looks at who speaks. */
import { useEffect, useRef } from 'react';
import { useLab } from '../lab.ts';
import { useScreenWords } from './screen-words.ts';
import styles from './BlankScreen.module.css';

const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'Meta']);

export function BlankScreen() {
  const { store } = useLab();
  const screens = useScreenWords();
  const cover = useRef<HTMLDialogElement>(null);
  const show = () => store.getState().setBlank(false);
  useEffect(() => cover.current?.showModal(), []);
  return (
    // The button inside is for those who look for one: the whole screen takes a click, every key ends it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={cover}
      className={styles.blank}
      aria-label={screens.blank}
      onClick={show}
      onClose={show}
      onKeyDown={(event) => {
        if (MODIFIERS.has(event.key)) return;
        event.preventDefault();
        event.stopPropagation();
        show();
      }}
    >
      <button type="button">{screens.blankSays}</button>
    </dialog>
  );
}
