/** Runs as files: opened by picking or dropping one, saved in the shapes that other programs read. */
import { useEffect, useState } from 'react';
import { type FileProblem, contentOfText, linkIn, scenarioText, traceText } from '../../app/files.ts';
import { mermaidOf } from '../../sim/mermaid.ts';
import { Sheet } from '../../widgets/Sheet.tsx';
import { KeptText } from '../frame/KeptText.tsx';
import { useFacts, useLab, useLabState } from '../lab.ts';
import { usePlayer } from '../lesson/use-player.ts';
import { useLabWords } from '../lab-words.ts';
import { actionText } from '../story/action-text.ts';
import { whoIn } from '../story/who.ts';
import { useScreenWords } from '../lecture/screen-words.ts';
import { FilmPart } from './FilmPart.tsx';
import { pictureOf, pngOf } from './picture.ts';
import { save } from './save.ts';
import { viewsOnShow } from './views-on-show.ts';
import styles from './FilesSheet.module.css';

/** What could not be opened; its text is kept. */
interface Refused {
  readonly name: string;
  readonly text: string;
  readonly problem: FileProblem;
}

/** So many events of a run make a diagram that can still be read. */
const DIAGRAM_EVENTS_MAX = 400;

export function FilesSheet() {
  const { store } = useLab();
  const open = useLabState((state) => state.panels.files);
  const [refused, setRefused] = useState<Refused | null>(null);
  const take = useTake(setRefused);

  useEffect(() => {
    const over = (event: DragEvent): void => event.preventDefault();
    const drop = (event: DragEvent): void => {
      const file = event.dataTransfer?.files[0];
      if (file === undefined) return;
      event.preventDefault();
      void take(file);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
    };
  }, [take]);

  if (!open) return null;
  const close = () => {
    setRefused(null);
    store.getState().togglePanel('files');
  };
  return <OpenSheet refused={refused} onTake={take} onClose={close} />;
}

/** Opens a scenario, a lesson or a link that a file holds; what is neither is shown with what is wrong with it. */
function useTake(onRefused: (refused: Refused | null) => void): (file: File) => Promise<void> {
  const { store } = useLab();
  const player = usePlayer();
  const [take] = useState(() => async (file: File): Promise<void> => {
    const text = await file.text();
    const { openScenario, togglePanel, panels } = store.getState();
    const link = linkIn(text);
    const content = link === null ? contentOfText(text) : null;
    if (link !== null) window.location.hash = link;
    if (content?.ok === true) {
      if ('taught' in content.value) player.open(content.value.taught);
      else openScenario(content.value.scenario);
    }
    onRefused(content?.ok === false ? { name: file.name, text, problem: content.error } : null);
    // The sheet tells what is wrong, and is in the way of what is right.
    if (panels.files === (content?.ok !== false)) togglePanel('files');
  });
  return take;
}

function blobOf(text: string, type: string): Blob {
  return new Blob([text], { type });
}

interface OpenSheetProps {
  readonly refused: Refused | null;
  readonly onTake: (file: File) => Promise<void>;
  readonly onClose: () => void;
}

function OpenSheet({ refused, onTake, onClose }: OpenSheetProps) {
  const { session, store } = useLab();
  const words = useLabWords();
  const { files } = words;
  const screens = useScreenWords();
  const facts = useFacts();
  const name = session.scenario.id;
  const diagram = (): string => {
    const { branch, cursor } = store.getState();
    const run = session.branch(branch);
    const from = Math.max(0, cursor - DIAGRAM_EVENTS_MAX);
    const entries = Array.from({ length: cursor - from }, (_, index) => run.entryAt(from + index));
    const who = whoIn(facts, words, run);
    return mermaidOf(
      entries,
      (node) => who(node).name,
      ({ action }) => (action === null ? '' : actionText(action, words)),
    );
  };
  // What was on the page when this was opened; a view that has gone leaves its place to the stage.
  const [views] = useState(() => viewsOnShow(document, screens.views));
  const [chosen, setChosen] = useState(0);
  const view = [views[chosen], views[0]].find((one) => one?.element.isConnected === true);
  const picture = () => (view === undefined ? null : pictureOf(view.element));
  const pictureName = view === undefined || view === views[0] ? name : `${name} ${view.name}`;
  const kinds: readonly (readonly [keyof typeof files.kinds, () => void | Promise<void>])[] = [
    [
      'scenario',
      () => save(`${name}.json`, blobOf(scenarioText(session, store.getState().branch), 'application/json')),
    ],
    ['trace', () => save(`${name}.jsonl`, blobOf(traceText(session, store.getState().branch), 'application/jsonl'))],
    ['mermaid', () => save(`${name}.mmd`, blobOf(diagram(), 'text/plain'))],
    [
      'svg',
      () => {
        const drawn = picture();
        if (drawn !== null) save(`${pictureName}.svg`, blobOf(drawn.svg, 'image/svg+xml'));
      },
    ],
    [
      'png',
      async () => {
        const drawn = picture();
        if (drawn !== null) save(`${pictureName}.png`, await pngOf(drawn));
      },
    ],
  ];
  return (
    <Sheet title={files.title} closeName={words.keys.close} onClose={onClose}>
      <div className={styles.files}>
        <label className={styles.open}>
          {files.open}
          <input
            type="file"
            accept=".json,.txt,application/json,text/plain"
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file !== undefined) void onTake(file);
              // The same file again, mended since, is a choice as well.
              target.value = '';
            }}
          />
          <small>{files.drop}</small>
        </label>
        {refused !== null && <Problems refused={refused} />}
        <h3>{files.save}</h3>
        <label className={styles.view}>
          {screens.picture}
          <select value={chosen} onChange={(event) => setChosen(Number(event.target.value))}>
            {views.map((one, index) => (
              <option key={`${index} ${one.name}`} value={index}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
        <ul>
          {kinds.map(([kind, onSave]) => (
            <li key={kind}>
              <button type="button" onClick={() => void onSave()}>
                {files.kinds[kind]}
              </button>
              <span>{files.hints[kind]}</span>
            </li>
          ))}
        </ul>
        <h3>{screens.film.title}</h3>
        <FilmPart view={view?.element} name={pictureName} />
        {!import.meta.env['VITE_SINGLE_FILE'] && (
          <>
            <h3>{screens.offline.title}</h3>
            <p>{screens.offline.says}</p>
            <a className={styles.whole} href="./zabscope.html" download="zabscope.html">
              {screens.offline.whole}
            </a>
          </>
        )}
      </div>
    </Sheet>
  );
}

function Problems({ refused: { name, text, problem } }: { readonly refused: Refused }) {
  const { files } = useLabWords();
  return (
    <div className={styles.problems} role="alert">
      <p>{files.refused(name)}</p>
      <ul>
        {problem.kind === 'notJson' && <li>{files.notJson(problem.line, problem.detail)}</li>}
        {problem.kind === 'zooCfg' && <li>{files.zooCfg}</li>}
        {problem.kind === 'notAScenario' &&
          problem.problems.map((one) => {
            const { what, remedy } = files.scenarioProblem(one);
            return <li key={`${one.path} ${one.kind}`}>{files.problem(one.line, one.path, what, remedy)}</li>;
          })}
      </ul>
      <KeptText text={text} of="file" />
    </div>
  );
}
