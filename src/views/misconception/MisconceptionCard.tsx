/** Over the story of a run that refutes a misconception: what is said, what is so, and what to see at the moment. */
import { playerOf } from '../../app/lesson-player.ts';
import { saidAt } from '../../app/misconception.ts';
import { lessonCalled } from '../../lessons/lessons.ts';
import { filled } from '../../lessons/words.ts';
import { useLab, useLabState, useWords, useZxidText } from '../lab.ts';
import { useLanguage, useLessonsWords } from '../lesson/lesson-words.ts';
import { valueText } from '../lesson/value-text.ts';
import { openSheet } from '../options.ts';
import { useMisconceptionsWords, useWordsOf } from './misconception-words.ts';
import { type ShownMisconception, useMisconception } from './use-misconception.ts';
import styles from './MisconceptionCard.module.css';

export function MisconceptionCard({ phone = false }: { readonly phone?: boolean }) {
  const shown = useMisconception();
  return shown === null ? null : <Card key={shown.set.misconception.id} {...shown} phone={phone} />;
}

function Card({ set, moment, isThere, phone }: ShownMisconception & { readonly phone: boolean }) {
  const { misconception } = set;
  const lab = useLab();
  const { session, store } = lab;
  const words = useMisconceptionsWords();
  const language = useLanguage();
  const inLecture = useLabState(({ screen }) => screen === 'lecture');
  const page = useWords();
  const lessons = useLessonsWords();
  const zxidText = useZxidText();
  const { said, truth, see } = useWordsOf(set);
  const lesson = misconception.lesson === undefined ? null : lessonCalled(misconception.lesson);
  // A phone shows it instead of the caption.
  const [Heading, Part] = phone ? (['h1', 'h2'] as const) : (['h2', 'h3'] as const);
  const text =
    moment === null
      ? null
      : filled(see, (name) => {
          const question = misconception.values[name];
          if (question === undefined) return '…';
          return valueText(question, saidAt(session, moment.cursor, question), { page, lessons, zxidText });
        });
  const so = (
    <div key="so">
      <Part className={styles.part}>{words.inTruth}</Part>
      <p>{truth}</p>
    </div>
  );
  const seen = (
    <div key="seen">
      <Part className={styles.part}>{words.seeHere}</Part>
      <p className={styles.see} data-there={isThere}>
        {text ?? words.changed}
      </p>
    </div>
  );
  return (
    <section
      className={styles.card}
      data-part="misconception"
      data-phone={phone}
      aria-label={`${words.crumb}: ${said}`}
    >
      <p className={styles.crumb}>{words.crumb}</p>
      <Heading className={styles.said}>{words.quoted(said)}</Heading>
      {/* Where there is little room the words are scrolled: first what is on show. */}
      {phone || inLecture ? [seen, so] : [so, seen]}
      {moment !== null && !isThere && (
        <button type="button" className={styles.back} onClick={() => store.getState().goTo(moment)}>
          {words.toMoment}
        </button>
      )}
      <p className={styles.sources}>{words.sources(misconception.cites, misconception.code)}</p>
      <p className={styles.ways}>
        {lesson !== null && (
          <button type="button" onClick={() => playerOf(lab).open(lesson)}>
            {words.lesson(lesson.words[language].title)}
          </button>
        )}
        <button type="button" onClick={() => openSheet('misconceptions')}>
          {words.list}
        </button>
      </p>
    </section>
  );
}
