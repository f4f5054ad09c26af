/** All misconceptions by what they are about: what is said, what is so, and the way to the run that shows it. */
import { useState } from 'react';
import { openMisconception } from '../../app/misconception.ts';
import { type SetMisconception, TOPICS } from '../../misconceptions/misconception.ts';
import { MISCONCEPTIONS } from '../../misconceptions/misconceptions.ts';
import { SearchField } from '../../widgets/SearchField.tsx';
import { Sheet } from '../../widgets/Sheet.tsx';
import { useLab } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { useLanguage } from '../lesson/lesson-words.ts';
import { useMisconceptionsWords, useWordsOf } from './misconception-words.ts';
import styles from './MisconceptionsSheet.module.css';

export function MisconceptionsSheet({ onClose }: { readonly onClose: () => void }) {
  const labWords = useLabWords();
  const words = useMisconceptionsWords();
  const language = useLanguage();
  const [query, setQuery] = useState('');
  const wanted = query.trim().toLowerCase();
  const found = MISCONCEPTIONS.filter(({ misconception, words: of }) => {
    const { said, truth } = of[language];
    const { cites, code, topic } = misconception;
    const sections = cites.map((section) => `§${section}`);
    return [said, truth, words.topics[topic], ...sections, ...code].join(' ').toLowerCase().includes(wanted);
  });
  return (
    <Sheet title={words.title} closeName={labWords.keys.close} onClose={onClose}>
      <div className={styles.list}>
        <p>{words.about}</p>
        <SearchField label={words.search} query={query} found={words.found(found.length)} onQuery={setQuery} />
        {found.length === 0 && <p>{words.none}</p>}
        {TOPICS.map((topic) => {
          const of = found.filter(({ misconception }) => misconception.topic === topic);
          return of.length === 0 ? null : (
            <section key={topic}>
              <h3>{words.topics[topic]}</h3>
              <ul aria-label={words.topics[topic]}>
                {of.map((set) => (
                  <Line key={set.misconception.id} set={set} onClose={onClose} />
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </Sheet>
  );
}

function Line({ set, onClose }: { readonly set: SetMisconception; readonly onClose: () => void }) {
  const lab = useLab();
  const words = useMisconceptionsWords();
  const { said, truth } = useWordsOf(set);
  const { misconception } = set;
  const open = (): void => {
    onClose();
    openMisconception(lab, misconception);
  };
  return (
    <li>
      <p className={styles.said}>{words.quoted(said)}</p>
      <button type="button" className={styles.open} aria-label={words.seeRunOf(said)} onClick={open}>
        {words.seeRun}
      </button>
      <p className={styles.truth}>{truth}</p>
      <p className={styles.sources}>{words.sources(misconception.cites, misconception.code)}</p>
    </li>
  );
}
