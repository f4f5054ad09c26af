/** The field of the search among events: Enter goes to the next one found, Shift+Enter to the one before. */
import { useEffect, useRef, useState } from 'react';
import { Icon } from '../../widgets/Icon.tsx';
import { useLab, useLabState } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { type Search, newSearch, searchOn } from './search.ts';
import styles from './EventList.module.css';

/** Looked at between two pictures: a few milliseconds' worth. */
const PART_EVENTS = 300;

/** What was found among `rows` so far; null while nothing is looked for. `of`: what they are rows of; of the same, later ones only have more. */
export function useSearch(of: string, rows: readonly number[], textOf: (index: number) => string): Search | null {
  const query = useLabState((state) => state.query)?.trim() ?? '';
  const [search, setSearch] = useState<Search>(() => newSearch(''));
  const last = useRef({ of, search });
  const latest = useRef(textOf);
  useEffect(() => {
    latest.current = textOf;
  });
  useEffect(() => {
    if (query === '') return undefined;
    let timer = 0;
    const known = last.current;
    let state = known.of === of && known.search.query === query ? known.search : newSearch(query);
    const part = (): void => {
      state = searchOn(state, rows, latest.current, PART_EVENTS);
      last.current = { of, search: state };
      setSearch(state);
      if (state.looked < rows.length) timer = window.setTimeout(part);
    };
    part();
    return () => window.clearTimeout(timer);
  }, [of, query, rows]);
  return query === '' || search.query !== query ? null : search;
}

interface SearchFieldProps {
  readonly query: string;
  /** Null while nothing is looked for. */
  readonly found: number | null;
  readonly done: boolean;
  readonly onGo: (direction: 1 | -1) => void;
}

export function SearchField({ query, found, done, onGo }: SearchFieldProps) {
  const { store } = useLab();
  const { search: words } = useLabWords();
  const searches = useLabState((state) => state.searches);
  const input = useRef<HTMLInputElement>(null);
  const asked = useRef(-1);
  useEffect(() => {
    if (asked.current !== searches) input.current?.focus();
    asked.current = searches;
  });
  return (
    <div className={styles.search} role="search">
      <input
        ref={input}
        type="search"
        aria-label={words.name}
        placeholder={words.placeholder}
        value={query}
        maxLength={100}
        spellCheck={false}
        onChange={({ target }) => store.getState().setQuery(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onGo(event.shiftKey ? -1 : 1);
        }}
      />
      <span role="status">{found === null ? '' : words.found(found, done)}</span>
      <button type="button" aria-label={words.previous} disabled={found === 0} onClick={() => onGo(-1)}>
        <Icon name="chevronLeft" />
      </button>
      <button type="button" aria-label={words.next} disabled={found === 0} onClick={() => onGo(1)}>
        <Icon name="chevronRight" />
      </button>
    </div>
  );
}
