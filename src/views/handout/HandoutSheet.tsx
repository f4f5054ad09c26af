/** A run or a lesson on paper: what it is made of, the making, and how it looks before it is printed or saved. */
import { useEffect, useRef, useState } from 'react';
import { Sheet } from '../../widgets/Sheet.tsx';
import { save } from '../files/save.ts';
import { useLab, useLabState } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { useWordsOf } from '../lesson/lesson-words.ts';
import { useLessonState } from '../lesson/use-player.ts';
import type { TaughtLesson } from '../../lessons/words.ts';
import { openSheet, useOpenSheet } from '../options.ts';
import { handoutPage } from './handout-page.ts';
import { showPage, printPage } from './print-handout.ts';
import { useHandoutWords } from './handout-words.ts';
import { type HandoutMaker, useLessonHandout, useRunHandout } from './use-handouts.ts';
import styles from './HandoutSheet.module.css';

export function HandoutSheet() {
  const open = useOpenSheet() === 'handout';
  return open ? <Sources /> : null;
}

/** Of a lesson that is on show, or of the bookmarks; where there are both, of either. */
function Sources() {
  const inLesson = useLabState(({ lesson }) => lesson?.free === false);
  const taught = useLessonState((state) => state.taught);
  const hasBookmarks = useLabState(({ bookmarks }) => bookmarks.length > 0);
  const of = inLesson ? taught : null;
  // As it was when the sheet was opened: making it goes through scenes, and each has bookmarks of its own.
  const [both] = useState(of !== null && hasBookmarks);
  const [chosen, setChosen] = useState<'lesson' | 'run'>(of === null ? 'run' : 'lesson');
  const words = useHandoutWords();
  const choice = both && (
    <label className={styles.source}>
      {words.source}
      <select value={chosen} onChange={({ target }) => setChosen(target.value === 'run' ? 'run' : 'lesson')}>
        <option value="lesson">{words.sources.lesson}</option>
        <option value="run">{words.sources.run}</option>
      </select>
    </label>
  );
  return chosen === 'lesson' && of !== null ? <OfLesson taught={of}>{choice}</OfLesson> : <OfRun>{choice}</OfRun>;
}

function OfLesson({ taught, children }: { readonly taught: TaughtLesson; readonly children: React.ReactNode }) {
  const { title } = useWordsOf(taught);
  const maker = useLessonHandout(taught);
  return (
    <OpenSheet name={title} maker={maker}>
      {children}
    </OpenSheet>
  );
}

function OfRun({ children }: { readonly children: React.ReactNode }) {
  const { session } = useLab();
  const words = useLabWords();
  const maker = useRunHandout();
  return (
    <OpenSheet name={words.titleOf(session.scenario.title)} maker={maker}>
      {children}
    </OpenSheet>
  );
}

interface OpenSheetProps {
  readonly name: string;
  readonly maker: HandoutMaker;
  readonly children: React.ReactNode;
}

type State = 'idle' | { readonly done: number } | { readonly page: string; readonly steps: number };

function OpenSheet({ name, maker, children }: OpenSheetProps) {
  const labWords = useLabWords();
  const words = useHandoutWords();
  const [title, setTitle] = useState(name);
  const [answers, setAnswers] = useState(true);
  const [state, setState] = useState<State>('idle');
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const make = async (): Promise<void> => {
    const cancel = new AbortController();
    running.current = cancel;
    setState({ done: 0 });
    const handout = await maker.make(
      { title: title.trim() === '' ? name : title.trim(), answers },
      { onProgress: (done) => setState({ done }), signal: cancel.signal },
    );
    if (!cancel.signal.aborted && handout !== null)
      setState({ page: handoutPage(handout), steps: handout.steps.length });
    else setState('idle');
  };
  const isMaking = typeof state === 'object' && 'done' in state;
  const isReady = typeof state === 'object' && 'page' in state;
  return (
    <Sheet title={words.title} closeName={labWords.keys.close} onClose={() => openSheet(null)}>
      <form
        className={styles.handout}
        data-part="handout"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isMaking) void make();
        }}
      >
        <p>{words.says}</p>
        {!isMaking && children}
        <label className={styles.name}>
          {words.name}
          <input value={title} maxLength={120} disabled={isMaking} onChange={({ target }) => setTitle(target.value)} />
        </label>
        {maker.asks && (
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={answers}
              disabled={isMaking}
              onChange={({ target }) => setAnswers(target.checked)}
            />
            {words.withAnswers}
          </label>
        )}
        <p role="status" className={styles.state}>
          {isMaking
            ? words.making(state.done, maker.steps)
            : isReady
              ? words.ready(state.steps)
              : maker.steps === 0
                ? words.noSteps
                : words.steps(maker.steps)}
        </p>
        <div className={styles.ways}>
          {isMaking ? (
            <>
              <progress value={state.done} max={maker.steps} aria-label={words.making(state.done, maker.steps)} />
              <button type="button" onClick={() => running.current?.abort()}>
                {words.cancel}
              </button>
            </>
          ) : (
            <button type="submit" data-main={!isReady} disabled={maker.steps === 0}>
              {isReady ? words.again : words.make}
            </button>
          )}
          {isReady && (
            <>
              <button
                type="button"
                onClick={() => save(`${title}.html`, new Blob([state.page], { type: 'text/html' }))}
              >
                {words.save}
              </button>
              <button type="button" data-main="true" onClick={() => printPage(state.page)}>
                {words.print}
              </button>
            </>
          )}
        </div>
        {isReady && <Preview page={state.page} name={words.preview} />}
      </form>
    </Sheet>
  );
}

function Preview({ page, name }: { readonly page: string; readonly name: string }) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (host.current !== null) showPage(host.current, page);
  }, [page]);
  // What scrolls can be reached by keys.
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  return <div className={styles.preview} role="region" aria-label={name} tabIndex={0} ref={host} />;
}
