/** One word of the glossary. */
import type { EntryId } from '../../glossary/entries.ts';
import { ENTRIES } from '../../glossary/entries.ts';
import { apartFrom, GLOSSARY } from '../../glossary/glossary.ts';
import { marked } from '../../glossary/marked.ts';
import { useLanguage, useLessonsWords } from '../lesson/lesson-words.ts';
import { isFollowedHere } from './followed.ts';
import { useGlossaryWords } from './glossary-words.ts';
import { linkTo } from './looked-up.ts';
import styles from './OpenGlossary.module.css';
import { useSights } from './sights.ts';

interface EntryTextProps {
  readonly id: EntryId;
  /** Of its heading. */
  readonly level: 3 | 4;
  /** It is the one that was looked up. */
  readonly current: boolean;
  readonly onGo: (id: EntryId) => void;
  /** What is to be seen is under the sheet. */
  readonly onLeave: () => void;
}

export function EntryText({ id, level, current, onGo, onLeave }: EntryTextProps) {
  const words = useGlossaryWords();
  const lessons = useLessonsWords();
  const language = useLanguage();
  const sightOf = useSights();
  const { entries, apart } = GLOSSARY[language];
  const { cites, java, also = [], sights } = ENTRIES[id];
  const { name, says } = entries[id];
  const others = apartFrom(id);
  const Heading = level === 3 ? 'h3' : 'h4';
  const shown = sights.flatMap((sight) => sightOf(sight) ?? []);
  return (
    <section
      id={`glossary=${id}`}
      className={styles.entry}
      data-entry={id}
      data-current={current}
      tabIndex={-1}
      aria-label={name}
    >
      <Heading>
        <a href={linkTo(id)} onClick={(event) => isFollowedHere(event) && onGo(id)}>
          {name}
        </a>
        {also.length > 0 && <small>{words.also(also)}</small>}
      </Heading>
      <p>
        {marked(says, language, new Set([id])).map((piece) =>
          typeof piece === 'string' ? (
            piece
          ) : (
            <a key={piece.id} href={linkTo(piece.id)} onClick={(event) => isFollowedHere(event) && onGo(piece.id)}>
              {piece.text}
            </a>
          ),
        )}
      </p>
      {others.length > 0 && (
        <div className={styles.apart}>
          <p>{words.apart}</p>
          <ul>
            {others.map(({ other, pair }) => (
              <li key={other}>
                <a href={linkTo(other)} onClick={(event) => isFollowedHere(event) && onGo(other)}>
                  {entries[other].name}
                </a>
                <span>{apart[pair]}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className={styles.foot}>
        {shown.length > 0 && <span>{words.sights}</span>}
        {shown.map(({ key, text, open }) => (
          <button
            key={key}
            type="button"
            onClick={() => {
              onLeave();
              open();
            }}
          >
            {text}
          </button>
        ))}
      </p>
      <p className={styles.foot}>
        <span>{lessons.cites(cites)}</span>
        {java !== undefined && (
          <span>
            {words.java} <code>{java}</code>
          </span>
        )}
      </p>
    </section>
  );
}
