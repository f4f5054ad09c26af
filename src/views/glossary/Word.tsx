/** A word that is defined where it stands: by a pointer that rests on it, by the focus, by a tap. */
import { type ReactNode, useEffect, useId, useRef } from 'react';
import type { EntryId } from '../../glossary/entries.ts';
import { DEFINITION_TEXT } from './definition-text.ts';
import { isFollowedHere } from './followed.ts';
import { linkTo } from './looked-up.ts';
import type { Side } from './placed.ts';
import { hideWord, hideWordOf, hideWordSoon, showWord, showWordSoon, useShownHere } from './shown-word.ts';
import styles from './Word.module.css';

interface WordProps {
  readonly id: EntryId;
  /** `pointer`: it is no stop of the Tab key, because there are many around it. */
  readonly reach: 'tab' | 'pointer';
  readonly side?: Side;
  readonly children: ReactNode;
}

export function Word({ id, reach, side = 'below', children }: WordProps) {
  const key = useId();
  const word = useRef<HTMLAnchorElement>(null);
  const shown = useShownHere(key);
  useEffect(() => () => hideWordOf(key), [key]);

  const withAnchor = (show: typeof showWord, how: { readonly pinned: boolean; readonly enters: boolean }): void => {
    if (word.current !== null) show({ key, id, anchor: word.current, side, ...how });
  };
  return (
    // A link, so that it breaks and is copied as the text it is part of.
    <a
      ref={word}
      href={linkTo(id)}
      className={styles.word}
      tabIndex={reach === 'tab' ? 0 : -1}
      data-word={id}
      data-reach={reach}
      aria-haspopup="dialog"
      aria-expanded={shown === 'pinned'}
      aria-describedby={shown === 'open' ? DEFINITION_TEXT : undefined}
      onPointerEnter={({ pointerType }) => {
        if (pointerType === 'mouse' && shown === 'no') withAnchor(showWordSoon, { pinned: false, enters: false });
      }}
      onPointerLeave={hideWordSoon}
      onFocus={({ currentTarget }) => {
        if (shown === 'no' && currentTarget.matches(':focus-visible'))
          withAnchor(showWord, { pinned: false, enters: false });
      }}
      onBlur={hideWordSoon}
      onClick={(event) => {
        if (!isFollowedHere(event)) return;
        if (shown === 'pinned') hideWord();
        // A key, or what presses for a screen reader: there is no pointer to come nearer with.
        else withAnchor(showWord, { pinned: true, enters: event.detail === 0 });
      }}
    >
      {children}
    </a>
  );
}
