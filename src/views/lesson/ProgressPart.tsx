/** What was learnt and settled, in this browser alone: taken along as a file, brought back from one, or forgotten. */
import { useRef, useState } from 'react';
import { type ProgressProblem, merged, progressText, readProgress } from '../../app/progress-file.ts';
import { setSettled, useSettled } from '../challenge/use-settled.ts';
import { save } from '../files/save.ts';
import { useLessonsWords } from './lesson-words.ts';
import { useLessonState, usePlayer } from './use-player.ts';
import styles from './LessonsSheet.module.css';

type Said = ProgressProblem | 'merged' | 'forgotten' | null;

export function ProgressPart() {
  const player = usePlayer();
  const words = useLessonsWords();
  const progress = useLessonState((state) => state.progress);
  const settled = useSettled();
  const [said, setSaid] = useState<Said>(null);
  const [asks, setAsks] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const has = Object.keys(progress.lessons).length + Object.keys(settled).length > 0;
  const open = async (file: File): Promise<void> => {
    const read = readProgress(await file.text());
    if (!read.ok) return setSaid(read.error);
    const all = merged({ progress: player.state.getState().progress, settled }, read.value);
    player.setProgress(all.progress);
    setSettled(all.settled);
    setSaid('merged');
  };
  const forget = (): void => {
    player.setProgress({ version: 1, lessons: {} });
    setSettled({});
    setAsks(false);
    setSaid('forgotten');
  };
  return (
    <section aria-label={words.progress.title}>
      <h3>{words.progress.title}</h3>
      <p className={styles.kept}>{words.progress.says}</p>
      <p className={styles.ways}>
        {has && (
          <button
            type="button"
            onClick={() =>
              save(
                'zabscope-lessons.json',
                new Blob([progressText({ progress, settled })], { type: 'application/json' }),
              )
            }
          >
            {words.save}
          </button>
        )}
        <button type="button" onClick={() => picker.current?.click()}>
          {words.progress.open}
        </button>
        <input
          ref={picker}
          type="file"
          hidden
          accept=".json,application/json"
          aria-label={words.progress.open}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file !== undefined) void open(file);
            // The same file again is a choice as well.
            target.value = '';
          }}
        />
        {has && !asks && (
          <button type="button" onClick={() => setAsks(true)}>
            {words.progress.forget}
          </button>
        )}
      </p>
      {asks && (
        <p className={styles.ways}>
          {words.progress.sure}
          <button type="button" onClick={forget}>
            {words.progress.yes}
          </button>
          <button type="button" onClick={() => setAsks(false)}>
            {words.progress.no}
          </button>
        </p>
      )}
      <p role="status">{said !== null && words.progress.said[said]}</p>
    </section>
  );
}
