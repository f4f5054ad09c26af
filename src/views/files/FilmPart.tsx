/** A range of the run as a film: from when to when, how fast, how far it has come. */
import { useRef, useState } from 'react';
import { useFacts, useLab, useLabState } from '../lab.ts';
import { useScreenWords } from '../lecture/screen-words.ts';
import { FRAMES_MAX, type FilmRange, canFilm, filmOf, framesOf } from './film.ts';
import { save } from './save.ts';
import styles from './FilmPart.module.css';

interface FilmPartProps {
  /** What is filmed. */
  readonly view: Element | undefined;
  /** Of the file. */
  readonly name: string;
}

type State = 'idle' | 'cannot' | { readonly done: number; readonly of: number };

/** A film begins so long, in virtual milliseconds. */
const LENGTH_AT_FIRST = 500;

export function FilmPart({ view, name }: FilmPartProps) {
  const lab = useLab();
  const { film: words } = useScreenWords();
  const { now } = useFacts();
  const ownSpeed = useLabState((state) => state.speed);
  const [from, setFrom] = useState(() => String(now / 1000));
  const [to, setTo] = useState(() => String((now + LENGTH_AT_FIRST) / 1000));
  const [speed, setSpeed] = useState(() => String(ownSpeed));
  const [state, setState] = useState<State>(() => (canFilm() ? 'idle' : 'cannot'));
  const running = useRef<AbortController | null>(null);
  const range: FilmRange = { from: 1000 * Number(from), to: 1000 * Number(to), speed: Number(speed) };
  const problem = problemOf(range);

  const make = async (): Promise<void> => {
    if (view === undefined || problem !== null) return;
    const cancel = new AbortController();
    running.current = cancel;
    const of = framesOf(range);
    setState({ done: 0, of });
    try {
      const file = await filmOf(lab, view, range, {
        onProgress: (done) => setState({ done, of }),
        signal: cancel.signal,
      });
      if (file !== null) save(`${name}.webm`, file);
      setState(file === null && !cancel.signal.aborted ? 'cannot' : 'idle');
    } catch {
      setState('cannot');
    }
  };
  if (state === 'cannot') return <p className={styles.cannot}>{words.cannot}</p>;
  const isRunning = typeof state === 'object';
  const fields = [
    { label: words.from, value: from, set: setFrom },
    { label: words.to, value: to, set: setTo },
    { label: words.speed, value: speed, set: setSpeed },
  ];
  return (
    <form
      className={styles.film}
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      {fields.map(({ label, value, set }) => (
        <label key={label}>
          {label}
          <input inputMode="decimal" value={value} disabled={isRunning} onChange={(event) => set(event.target.value)} />
        </label>
      ))}
      {isRunning ? (
        <>
          <progress value={state.done} max={state.of} aria-label={words.progress} />
          <button type="button" onClick={() => running.current?.abort()}>
            {words.cancel}
          </button>
        </>
      ) : (
        <button type="submit" disabled={problem !== null}>
          WebM
        </button>
      )}
      <p role="status">
        {isRunning ? words.making(state.done, state.of) : problem === null ? words.hint : words.problems[problem]}
      </p>
    </form>
  );
}

function problemOf(range: FilmRange): 'notANumber' | 'order' | 'tooLong' | null {
  const { from, to, speed } = range;
  if (![from, to, speed].every(Number.isFinite) || from < 0 || speed <= 0) return 'notANumber';
  if (to <= from) return 'order';
  return framesOf(range) > FRAMES_MAX ? 'tooLong' : null;
}
