/** The notes of a run outside lessons: what has just happened, what turns next, and the bookmarks as places of the talk. */
import { bookmarksOn, goToBookmark } from '../../app/bookmarks.ts';
import { useBookmarkName } from '../bookmarks/bookmark-name.ts';
import { useFacts, useLab, useLabState, usePlace } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { useLastSentence } from '../story/Caption.tsx';
import { sentence, tell } from '../story/narrate.ts';
import { statusOf } from '../story/status.ts';
import { whoIn } from '../story/who.ts';
import { comingOf } from './coming.ts';
import { useSpeakerWords } from './speaker-words.ts';
import styles from './SpeakerPage.module.css';

const COMING = 4;

export function RunPart() {
  const lab = useLab();
  const { session, store } = lab;
  const words = useSpeakerWords();
  const labWords = useLabWords();
  const { branch, cursor } = usePlace();
  const facts = useFacts();
  const last = useLastSentence();
  const all = useLabState((state) => state.bookmarks);
  const nameOf = useBookmarkName();
  const run = session.branch(branch);
  const who = whoIn(facts, labWords, run);
  const bookmarks = bookmarksOn(lab, all, branch);
  const coming = comingOf(run, cursor, COMING);
  const here = bookmarks.findLast((one) => one.cursor <= cursor);
  return (
    <>
      <section>
        <h3>{words.now}</h3>
        <h2>{labWords.sentences(statusOf(facts, labWords))}</h2>
        <p>{last}</p>
      </section>
      <section className={styles.next}>
        <h3>{words.next}</h3>
        {coming.length === 0 && <p>{words.nothing}</p>}
        <ol className={styles.places}>
          {coming.map((one) => (
            <li key={one.cursor}>
              <button type="button" onClick={() => store.getState().seek(one.cursor)}>
                <time>{labWords.formats.time(one.millis)}</time>
                <span>{sentence(tell(one.entry, who, labWords), labWords)}</span>
              </button>
            </li>
          ))}
        </ol>
      </section>
      <section>
        <h3>{words.bookmarks}</h3>
        {bookmarks.length === 0 && <p>{words.noBookmarks}</p>}
        <ol className={styles.places}>
          {bookmarks.map((one) => (
            <li key={`${one.branch} ${one.cursor}`}>
              <button
                type="button"
                aria-current={one === here ? 'step' : undefined}
                onClick={() => goToBookmark(lab, one)}
              >
                <time>{labWords.formats.time(run.timeAt(one.cursor))}</time>
                <span>{nameOf(one)}</span>
              </button>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}
