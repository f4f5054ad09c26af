/** Every word with what it means and what it is not to be confused with; words lead to each other, to lessons, to the page. */
import { useEffect, useRef, useState } from 'react';
import type { EntryId } from '../../glossary/entries.ts';
import { ENTRIES } from '../../glossary/entries.ts';
import { GROUPS } from '../../glossary/entry.ts';
import { ENTRY_IDS, entryCalled, searched } from '../../glossary/glossary.ts';
import { SearchField } from '../../widgets/SearchField.tsx';
import { Sheet } from '../../widgets/Sheet.tsx';
import { useLabWords } from '../lab-words.ts';
import { useLanguage } from '../lesson/lesson-words.ts';
import { EntryText } from './EntryText.tsx';
import { useGlossaryWords } from './glossary-words.ts';
import { forgetWord, fragmentWith, lookUp, useLookedUp } from './looked-up.ts';
import { openSheet } from '../options.ts';
import styles from './OpenGlossary.module.css';

export function OpenGlossary() {
  const labWords = useLabWords();
  const words = useGlossaryWords();
  const language = useLanguage();
  const word = useLookedUp();
  const at = word === null ? null : entryCalled(word);
  const [query, setQuery] = useState(at === null ? (word ?? '') : '');
  const body = useRef<HTMLDivElement>(null);
  const found = searched(query, language);

  useEffect(() => {
    nameInAddress(at);
    return () => nameInAddress(null);
  }, [at]);
  useEffect(() => show(body.current, at), [at]);
  // Whoever opens it next begins anew.
  useEffect(() => forgetWord, []);

  const goTo = (id: EntryId): void => {
    setQuery('');
    // Where it is the one already looked up nothing changes, but it may be out of sight.
    if (id === at) show(body.current, at);
    else lookUp(id);
  };
  const draw = (ids: readonly EntryId[], level: 3 | 4) =>
    ids.map((id) => <EntryText key={id} id={id} level={level} current={id === at} onGo={goTo} onLeave={close} />);
  return (
    <Sheet title={words.title} closeName={labWords.keys.close} onClose={close}>
      <div ref={body} className={styles.glossary}>
        <p className={styles.about}>{words.about}</p>
        <SearchField
          label={words.search}
          query={query}
          found={found.length === 0 ? words.none(query) : words.found(found.length)}
          onQuery={setQuery}
        />
        <div className={styles.entries}>
          {query.trim() !== ''
            ? draw(found, 3)
            : GROUPS.map((group) => (
                <section key={group}>
                  <h3>{words.groups[group]}</h3>
                  {draw(
                    ENTRY_IDS.filter((id) => ENTRIES[id].group === group),
                    4,
                  )}
                </section>
              ))}
        </div>
      </div>
    </Sheet>
  );
}

function close(): void {
  openSheet(null);
}

/** Reading goes on at the word; without one it begins with the search. */
function show(body: HTMLElement | null, at: EntryId | null): void {
  const entry = at === null ? null : body?.querySelector<HTMLElement>(`[data-entry="${at}"]`);
  entry?.scrollIntoView({ block: 'start' });
  // A field that has the focus would raise a keyboard over half a phone.
  const field = window.matchMedia('(pointer: fine)').matches ? body?.querySelector('input') : null;
  (entry ?? field)?.focus({ preventScroll: true });
}

/** So that a reload, or the address as it is copied, leads back to the word. */
function nameInAddress(word: EntryId | null): void {
  const { hash, pathname, search } = window.location;
  const fragment = fragmentWith(hash, word);
  if (fragment !== hash) window.history.replaceState(null, '', fragment === '' ? `${pathname}${search}` : fragment);
}
