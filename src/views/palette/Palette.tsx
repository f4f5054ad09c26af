/** One field for everything: type a few letters of what is to be done or gone to, Enter does it. */
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { ranked } from '../../app/palette.ts';
import { Sheet } from '../../widgets/Sheet.tsx';
import { useBookmarkName } from '../bookmarks/bookmark-name.ts';
import { KeyCaps } from '../frame/KeyCaps.tsx';
import { useLab, useLabState } from '../lab.ts';
import { useDictionaryWords } from '../dictionary/dictionary-words.ts';
import { useMisconceptionsWords } from '../misconception/misconception-words.ts';
import { useLanguage } from '../lesson/lesson-words.ts';
import { useHandoutWords } from '../handout/handout-words.ts';
import { useGlossaryWords } from '../glossary/glossary-words.ts';
import { later } from '../later.ts';
import { useMovesWords } from '../moves-words.ts';
import { usePlanWords } from '../plan/plan-words.ts';
import { useBranchName } from '../timeline/branch-name.ts';
import { type PaletteEntry, paletteEntries } from './entries.ts';
import styles from './Palette.module.css';

const useGlossary = later(() => import('../../glossary/glossary.ts'));

/** Of a page of the list. */
const PAGE = 8;

export function Palette() {
  const open = useLabState((state) => state.panels.palette);
  return open ? <OpenPalette /> : null;
}

function OpenPalette() {
  const lab = useLab();
  const words = usePlanWords();
  const moves = useMovesWords();
  const misconceptions = useMisconceptionsWords();
  const dictionary = useDictionaryWords();
  const language = useLanguage();
  const handout = useHandoutWords();
  const branchName = useBranchName();
  const bookmarkName = useBookmarkName();
  const glossary = useGlossaryWords();
  const terms = useGlossary();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const [all] = useState(() =>
    paletteEntries(lab, {
      words,
      moves,
      handout,
      misconceptions,
      dictionary,
      language,
      branchName,
      bookmarkName,
      glossary,
      terms,
    }),
  );
  const found = useMemo(() => ranked(all, query), [all, query]);
  const input = useRef<HTMLInputElement>(null);
  // After the sheet has opened, which takes the focus to its first button.
  useEffect(() => input.current?.focus(), []);

  const close = (): void => lab.store.getState().togglePanel('palette');
  const choose = (entry: PaletteEntry): void => {
    close();
    entry.run();
  };
  const key = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const last = found.length - 1;
    const to = {
      ArrowDown: at === last ? 0 : at + 1,
      ArrowUp: at === 0 ? last : at - 1,
      PageDown: Math.min(last, at + PAGE),
      PageUp: Math.max(0, at - PAGE),
    }[event.key];
    const chosen = found[at];
    if (event.key === 'Enter' && chosen !== undefined) choose(chosen);
    else if (to !== undefined) setAt(Math.max(0, to));
    else return;
    event.preventDefault();
  };

  return (
    <Sheet title={moves.palette.title} closeName={words.keys.close} onClose={close}>
      <input
        ref={input}
        className={styles.field}
        role="combobox"
        aria-label={moves.palette.field}
        aria-expanded="true"
        aria-controls="palette"
        aria-autocomplete="list"
        aria-activedescendant={found.length === 0 ? undefined : `palette-${at}`}
        placeholder={moves.palette.placeholder}
        value={query}
        maxLength={100}
        spellCheck={false}
        autoComplete="off"
        onChange={({ target }) => {
          setQuery(target.value);
          setAt(0);
        }}
        onKeyDown={key}
      />
      <p className="sr" role="status">
        {found.length === 0 ? moves.palette.none(query) : moves.palette.found(found.length)}
      </p>
      {found.length === 0 && (
        <p className={styles.none} aria-hidden="true">
          {moves.palette.none(query)}
        </p>
      )}
      <div id="palette" className={styles.list} role="listbox" tabIndex={-1} aria-label={moves.palette.title}>
        {found.map((entry, index) => (
          <Row
            key={entry.id}
            entry={entry}
            index={index}
            current={index === at}
            group={moves.palette.groups[entry.group]}
            onChoose={choose}
          />
        ))}
      </div>
    </Sheet>
  );
}

interface RowProps {
  readonly entry: PaletteEntry;
  readonly index: number;
  readonly current: boolean;
  readonly group: string;
  readonly onChoose: (entry: PaletteEntry) => void;
}

function Row({ entry, index, current, group, onChoose }: RowProps) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (current) row.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    // The field has the focus and walks the list; a pointer needs no more than a click.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      ref={row}
      id={`palette-${index}`}
      role="option"
      tabIndex={-1}
      aria-selected={current}
      className={styles.row}
      onClick={() => onChoose(entry)}
    >
      <span>{entry.text}</span>
      <span className={styles.keys}>
        <KeyCaps keys={entry.keys} />
      </span>
      <small>{group}</small>
    </div>
  );
}
