/** What Zab, Raft and Paxos call the same things, how alike they are, where that is written and where to see it. */
import { useState } from 'react';
import { playerOf } from '../../app/lesson-player.ts';
import { openMisconception } from '../../app/misconception.ts';
import type { Likeness, Row, RowWords, See, Source } from '../../dictionary/row.ts';
import { enRows } from '../../dictionary/en.ts';
import { ROWS } from '../../dictionary/rows.ts';
import { zhRows } from '../../dictionary/zh.ts';
import { lessonCalled } from '../../lessons/lessons.ts';
import type { DictionaryCatalogue } from '../../locales/en-dictionary.ts';
import { misconceptionCalled } from '../../misconceptions/misconceptions.ts';
import { SearchField } from '../../widgets/SearchField.tsx';
import { Sheet } from '../../widgets/Sheet.tsx';
import { useLab } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { useLanguage } from '../lesson/lesson-words.ts';
import { useMedia } from '../use-media.ts';
import { useDictionaryWords } from './dictionary-words.ts';
import styles from './DictionarySheet.module.css';

const ROW_WORDS = { en: enRows, zh: zhRows } as const;
/** Whose concepts are compared with Zab's. */
const OTHERS = ['raft', 'paxos'] as const;

type Work = keyof DictionaryCatalogue['sources'];

interface ToldRow {
  readonly row: Row;
  readonly told: RowWords;
}

export function DictionarySheet({ onClose }: { readonly onClose: () => void }) {
  const labWords = useLabWords();
  const words = useDictionaryWords();
  const language = useLanguage();
  const [query, setQuery] = useState('');
  // Three columns of sentences need the room.
  const isNarrow = useMedia('(max-width: 900px)');
  const wanted = query.trim().toLowerCase();
  const found = ROWS.map((row): ToldRow => ({ row, told: ROW_WORDS[language][row.id] })).filter(({ told }) =>
    Object.values(told).join(' ').toLowerCase().includes(wanted),
  );
  return (
    <Sheet wide title={words.title} closeName={labWords.keys.close} onClose={onClose}>
      <div className={styles.dictionary}>
        <p>{words.about}</p>
        <SearchField label={words.search} query={query} found={words.found(found.length)} onQuery={setQuery} />
        {found.length === 0 && <p>{words.none}</p>}
        {found.length > 0 &&
          (isNarrow ? <Cards rows={found} onClose={onClose} /> : <Table rows={found} onClose={onClose} />)}
        <section className={styles.works}>
          <h3>{words.legend}</h3>
          {(['zk', 'zab', 'raft', 'paxos'] as const).map((of) => (
            <p key={of}>{words.works[of]}</p>
          ))}
        </section>
      </div>
    </Sheet>
  );
}

interface RowsProps {
  readonly rows: readonly ToldRow[];
  readonly onClose: () => void;
}

function Table({ rows, onClose }: RowsProps) {
  const words = useDictionaryWords();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {[words.concept, words.zab, words.raft, words.paxos, words.see].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ row, told }) => (
          <tr key={row.id}>
            <th scope="row">{told.concept}</th>
            <td>
              <Cell text={told.zab} sources={row.zab} />
            </td>
            {OTHERS.map((other) => (
              <td key={other}>
                <Cell text={told[other]} sources={row[other].sources} like={row[other].like} />
              </td>
            ))}
            <td>
              <SeeList see={row.see} onClose={onClose} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cards({ rows, onClose }: RowsProps) {
  const words = useDictionaryWords();
  return (
    <ul className={styles.cards} aria-label={words.title}>
      {rows.map(({ row, told }) => (
        <li key={row.id}>
          <h3>{told.concept}</h3>
          <dl>
            <dt>{words.zab}</dt>
            <dd>
              <Cell text={told.zab} sources={row.zab} />
            </dd>
            {OTHERS.map((other) => [
              <dt key={other}>{words[other]}</dt>,
              <dd key={`${other} says`}>
                <Cell text={told[other]} sources={row[other].sources} like={row[other].like} />
              </dd>,
            ])}
          </dl>
          <SeeList see={row.see} onClose={onClose} />
        </li>
      ))}
    </ul>
  );
}

interface CellProps {
  readonly text: string;
  readonly sources: readonly Source[];
  readonly like?: Likeness;
}

/** A mark tells likeness by its shape and its word. */
const SIGNS: Readonly<Record<Likeness, string>> = { same: '=', nearly: '≈', none: '∅' };

function Cell({ text, sources, like }: CellProps) {
  const words = useDictionaryWords();
  return (
    <>
      {like !== undefined && (
        <span className={styles.like} data-like={like}>
          <span aria-hidden="true">{SIGNS[like]}</span> {words.likeness[like]}
        </span>
      )}
      <span className={styles.text}>{text}</span>
      <span className={styles.sources}>{sourcesText(sources, words)}</span>
    </>
  );
}

/** The sections of each work together, the works in the order they are named. */
function sourcesText(sources: readonly Source[], words: DictionaryCatalogue): string {
  const byWork = Map.groupBy(sources, (source) => source.slice(0, source.indexOf(' ')) as Work);
  return [...byWork]
    .map(([work, named]) => words.sources[work](named.map((source) => source.slice(work.length + 1))))
    .join(' · ');
}

function SeeList({ see, onClose }: { readonly see: readonly See[]; readonly onClose: () => void }) {
  const lab = useLab();
  const words = useDictionaryWords();
  const language = useLanguage();
  return (
    <ul className={styles.see}>
      {see.map((one) => {
        const { name, open } = wayTo(one);
        return name === null ? null : (
          <li key={name}>
            <button
              type="button"
              onClick={() => {
                onClose();
                open();
              }}
            >
              {name}
            </button>
          </li>
        );
      })}
    </ul>
  );

  function wayTo(one: See): { readonly name: string | null; readonly open: () => void } {
    if ('lesson' in one) {
      const taught = lessonCalled(one.lesson);
      return {
        name: taught === null ? null : words.lesson(taught.words[language].title),
        open: () => taught !== null && playerOf(lab).open(taught),
      };
    }
    const set = misconceptionCalled(one.misconception);
    return {
      name: set === null ? null : words.misconception(set.words[language].said),
      open: () => set !== null && openMisconception(lab, set.misconception),
    };
  }
}
