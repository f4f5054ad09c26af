/** The story of a lesson: what is shown, what is asked, and the way on. */
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { partOf } from '../../app/lesson-player.ts';
import { LESSONS } from '../../lessons/lessons.ts';
import { filled } from '../../lessons/words.ts';
import type { Choice, LeadsTo } from '../../lessons/lesson.ts';
import { Icon } from '../../widgets/Icon.tsx';
import { useBugsWords } from '../bugs/bugs-words.ts';
import { useDictionaryWords } from '../dictionary/dictionary-words.ts';
import { DefinedParagraphs } from '../glossary/Defined.tsx';
import { useHandoutWords } from '../handout/handout-words.ts';
import { useLab, usePlace } from '../lab.ts';
import { openSheet } from '../options.ts';
import { useLessonsWords, useWordsOf } from './lesson-words.ts';
import { VotesTable } from './VotesTable.tsx';
import { useLessonState, usePlayer } from './use-player.ts';
import { useValueText } from './use-value-text.ts';
import type { TaughtLesson } from '../../lessons/words.ts';
import styles from './LessonStory.module.css';

interface StoryProps {
  readonly phone?: boolean;
  /** Without the ways that lead out of it. */
  readonly alone?: boolean;
  /** Stands below the words of a step. */
  readonly below?: ReactNode;
}

export function LessonStory({ phone = false, alone = false, below = null }: StoryProps) {
  const taught = useLessonState((state) => state.taught);
  return taught === null ? null : <Told taught={taught} phone={phone} alone={alone} below={below} />;
}

interface ToldProps extends Required<StoryProps> {
  readonly taught: TaughtLesson;
}

function Told({ taught, phone, alone, below }: ToldProps) {
  const player = usePlayer();
  const words = useLessonsWords();
  const { title, steps } = useWordsOf(taught);
  const { course, step, phase, choice, place, going, finished, problem } = useLessonState((state) => state);
  const shown = usePlace();
  const write = useValueText();
  const { lesson } = taught;
  const data = lesson.steps[step];
  const told = data === undefined ? undefined : steps[data.id];
  if (course === null || data === undefined || told === undefined) return null;
  if (finished) return <Finished taught={taught} phone={phone} alone={alone} />;

  const part = partOf(phase, choice);
  const isNowhere = problem !== null;
  const text = (said: string, of: typeof part): string =>
    filled(said, (name) => {
      const question = course.standAt(step, of).values?.[name];
      return question === undefined || isNowhere ? '…' : write(question, course.valueAt(step, of, question));
    });
  const isHere = going || (place !== null && shown.branch === place.branch && shown.cursor === place.cursor);
  const { predict } = data;
  const nameOf = (one: Choice): string =>
    (one.named === true ? told.choices?.[one.id] : undefined) ??
    (predict === undefined ? '' : write(predict.question, one.is));
  const how = choose(predict?.onStage === true);
  const chosen = predict?.choices.find(({ id }) => id === choice);
  return (
    <div className={styles.lesson} data-part="lesson" data-phone={phone} data-alone={alone}>
      <section className={styles.caption} aria-live="polite">
        <p className={styles.crumb}>
          {data.check === true && <b>{words.check} · </b>}
          {words.crumb(lesson.number, step + 1, lesson.steps.length)}
        </p>
        <Heading key={`${step} ${phase}`} text={told.title} />
        {(phase === 'shows' || phase === 'asks') && <DefinedParagraphs text={text(told.says, 'step')} />}
        {isNowhere && <p>{words.nowhere}</p>}
        {phase === 'wrong' && choice !== null && (
          <>
            {chosen !== undefined && <p className={styles.said}>{words.said(nameOf(chosen))}</p>}
            <p className={styles.quiet}>{words.wrong}</p>
            {!going && (
              <DefinedParagraphs text={text(told.wrong?.[choice] ?? told.wrong?.['*'] ?? '', { wrong: choice })} />
            )}
          </>
        )}
        {phase === 'told' && (
          <>
            {chosen !== undefined && <p className={styles.said}>{words.said(nameOf(chosen))}</p>}
            {!going && predict !== undefined && (
              <>
                <p className={styles.truth}>
                  {course.rightChoice(step)?.id === choice && words.right}
                  {course.rightChoice(step)?.id !== choice && (
                    <Truth choice={course.rightChoice(step)} nameOf={nameOf} />
                  )}
                </p>
                <DefinedParagraphs text={text(told.answer ?? '', 'answer')} />
              </>
            )}
          </>
        )}
        {!going && course.standAt(step, part).show?.votes === true && <VotesTable />}
        {!going && <Further to={course.standAt(step, part).leadsTo ?? null} />}
        {going && (
          <p className={styles.quiet} role="status">
            {words.going}
          </p>
        )}
      </section>

      {below}

      {phase === 'asks' && predict !== undefined && (
        <section className={styles.ask} data-part="ask">
          <h2>{told.ask}</h2>
          {how !== null && <p className={styles.quiet}>{how}</p>}
          <div
            className={styles.choices}
            role="group"
            aria-label={told.ask}
            data-long={predict.choices.some(({ named }) => named)}
          >
            {predict.choices.map((one, index) => (
              <button key={one.id} type="button" aria-pressed={one.id === choice} onClick={() => player.choose(one.id)}>
                {!phone && <kbd>{index + 1}</kbd>}
                {nameOf(one)}
              </button>
            ))}
          </div>
        </section>
      )}

      <div className={styles.go} data-part="go">
        <button type="button" className={styles.main} onClick={player.next}>
          {phase === 'asks' && choice !== null && <Icon name="play" />}
          {onName()}
        </button>
        {(step > 0 || phase === 'told' || phase === 'wrong') && (
          <button type="button" className={styles.link} onClick={player.back}>
            {phase === 'wrong' || (phase === 'told' && predict !== undefined) ? words.backToQuestion : words.back}
          </button>
        )}
      </div>
      {!isHere && (
        <p className={styles.away}>
          <button type="button" className={styles.link} onClick={player.comeBack}>
            {words.comeBack}
          </button>
        </p>
      )}
      {phase === 'asks' && <p className={styles.note}>{words.branch}</p>}

      <section className={styles.all}>
        <h2>{words.steps}</h2>
        <ol aria-label={title}>
          {lesson.steps.map((one, index) => (
            <li key={one.id} data-state={index === step ? 'on' : index < step ? 'done' : 'ahead'}>
              <button
                type="button"
                aria-current={index === step ? 'step' : undefined}
                onClick={() => player.goTo(index)}
              >
                {steps[one.id]?.title}
              </button>
            </li>
          ))}
        </ol>
        <p className={styles.note}>{words.cites(data.cites)}</p>
        {!alone && (
          <p className={styles.ways}>
            <button type="button" className={styles.link} onClick={player.tryIt}>
              {words.tryIt}
            </button>
            <Elsewhere />
          </p>
        )}
      </section>
    </div>
  );

  /** A finger has no numbers to press, and a phone no room to say that what looks like a button is one. */
  function choose(onStage: boolean): string | null {
    if (phone) return onStage ? words.chooseOnStageByTouch : null;
    return onStage ? words.chooseOnStage : words.choose;
  }

  function onName(): string {
    if (going) return words.skipWay;
    if (phase === 'asks') return choice === null ? words.tell : words.run;
    if (phase === 'wrong') return words.truth;
    return step + 1 < lesson.steps.length ? words.next : words.finish;
  }
}

function Further({ to }: { readonly to: LeadsTo | null }) {
  const { store } = useLab();
  const dictionary = useDictionaryWords();
  const bugs = useBugsWords();
  if (to === null) return null;
  const open = (): void => {
    if (to === 'dictionary') openSheet('dictionary');
    else store.getState().togglePanel('bugs');
  };
  return (
    <p>
      <button type="button" className={styles.link} onClick={open}>
        {to === 'dictionary' ? dictionary.title : bugs.title}
      </button>
    </p>
  );
}

function Truth({ choice, nameOf }: { readonly choice: Choice | null; readonly nameOf: (choice: Choice) => string }) {
  const words = useLessonsWords();
  return choice === null ? null : words.itIs(nameOf(choice));
}

/** What is read begins with its heading, wherever the story was scrolled to. */
function Heading({ text }: { readonly text: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    // On a projector it is the panel around it that scrolls.
    for (const part of ['[data-part=lesson]', '[data-keeps=story]']) heading.current?.closest(part)?.scrollTo(0, 0);
  }, []);
  return <h1 ref={heading}>{text}</h1>;
}

function Finished({ taught, phone, alone }: Omit<ToldProps, 'below'>) {
  const player = usePlayer();
  const words = useLessonsWords();
  const { title } = useWordsOf(taught);
  // A lesson out of a file is none of them.
  const at = LESSONS.indexOf(taught);
  const following = at < 0 ? undefined : LESSONS[at + 1];
  return (
    <div className={styles.lesson} data-part="lesson" data-phone={phone} data-alone={alone}>
      <section className={styles.caption} aria-live="polite">
        <p className={styles.crumb}>{words.number(taught.lesson.number)}</p>
        <Heading text={words.finished(title)} />
      </section>
      <div className={styles.go}>
        {following !== undefined && !alone && <Following taught={following} />}
        {!alone && (
          <button type="button" className={styles.link} onClick={player.tryIt}>
            {words.tryIt}
          </button>
        )}
      </div>
      <section className={styles.all}>
        <p className={styles.ways}>
          <button type="button" className={styles.link} onClick={() => player.goTo(0)}>
            {words.again}
          </button>
          {!alone && <Elsewhere />}
        </p>
      </section>
    </div>
  );
}

/** The ways from a lesson to other things. */
function Elsewhere() {
  const player = usePlayer();
  const { store } = useLab();
  const words = useLessonsWords();
  const handout = useHandoutWords();
  return (
    <>
      <button type="button" className={styles.link} onClick={() => openSheet('handout')}>
        {handout.ofLesson}
      </button>
      <button type="button" className={styles.link} onClick={() => store.getState().togglePanel('lessons')}>
        {words.list}
      </button>
      <button type="button" className={styles.link} onClick={player.leave}>
        {words.leave}
      </button>
    </>
  );
}

function Following({ taught }: { readonly taught: TaughtLesson }) {
  const player = usePlayer();
  const { store } = useLab();
  const words = useLessonsWords();
  const { title } = useWordsOf(taught);
  return (
    <button
      type="button"
      className={styles.main}
      onClick={() => {
        store.getState().pause();
        player.open(taught);
      }}
    >
      {words.nextLesson(title)}
    </button>
  );
}
