/** The ensemble as a form: servers, clocks and limits, behaviour, or all of it as zoo.cfg. Running it opens a new run. */
import { useState } from 'react';
import { type Draft, type DraftProblem, draftOf, isOfEnsemble, scenarioOfDraft } from '../../app/ensemble-draft.ts';
import type { EnsembleCatalogue } from '../../locales/en-ensemble.ts';
import { Sheet } from '../../widgets/Sheet.tsx';
import { useLab, useLabState } from '../lab.ts';
import { BehaviourPart } from './BehaviourPart.tsx';
import { ServersPart } from './ServersPart.tsx';
import { TimingPart } from './TimingPart.tsx';
import { ZooCfgPart } from './ZooCfgPart.tsx';
import { useEnsembleWords } from './ensemble-words.ts';
import styles from './Ensemble.module.css';

const PARTS = ['servers', 'timing', 'behaviour', 'zooCfg'] as const;
type Part = (typeof PARTS)[number];

export interface PartProps {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  /** Paths of fields that are wrong. */
  readonly wrong: ReadonlySet<string>;
}

export function EnsembleSheet({ onClose }: { readonly onClose: () => void }) {
  const { session, store } = useLab();
  const words = useEnsembleWords();
  const branch = useLabState((state) => state.branch);
  const [draft, setDraft] = useState(() => draftOf(session.scenarioOf(branch)));
  const [part, setPart] = useState<Part>('servers');
  const observers = draft.servers.filter(({ observer }) => observer).length;
  const made = scenarioOfDraft(draft, words.scenarioTitle(draft.servers.length - observers, observers));
  const problems = made.ok ? [] : made.error;
  const props: PartProps = { draft, onChange: setDraft, wrong: new Set(problems.map(({ path }) => path)) };
  return (
    <Sheet title={words.title} closeName={words.close} onClose={onClose}>
      <div className={styles.sheet}>
        <div className={styles.tabs} role="tablist" aria-label={words.sectionsName}>
          {PARTS.map((one) => (
            <button
              key={one}
              type="button"
              role="tab"
              id={`ensemble-${one}`}
              aria-selected={one === part}
              aria-controls="ensemble-part"
              tabIndex={one === part ? 0 : -1}
              onClick={() => setPart(one)}
              onKeyDown={(event) => {
                const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
                const next = PARTS[(PARTS.indexOf(one) + step + PARTS.length) % PARTS.length];
                if (step === 0 || next === undefined) return;
                setPart(next);
                document.getElementById(`ensemble-${next}`)?.focus();
              }}
            >
              {words.sections[one]}
            </button>
          ))}
        </div>
        <div
          // Another part begins at its top.
          key={part}
          className={styles.part}
          role="tabpanel"
          id="ensemble-part"
          aria-labelledby={`ensemble-${part}`}
          tabIndex={0}
        >
          {part === 'servers' && <ServersPart {...props} />}
          {part === 'timing' && <TimingPart {...props} />}
          {part === 'behaviour' && <BehaviourPart {...props} />}
          {part === 'zooCfg' && <ZooCfgPart {...props} />}
        </div>
        <div className={styles.foot}>
          <div className={styles.says} role="status">
            {problems.length === 0 ? (
              <p>{words.runHint}</p>
            ) : (
              <ul aria-label={words.problems.title}>
                {problems.map((problem) => (
                  <li key={`${problem.path} ${problem.kind}`}>{problemText(problem, words)}</li>
                ))}
              </ul>
            )}
          </div>
          <button
            type="button"
            className={styles.main}
            aria-disabled={!made.ok}
            onClick={() => {
              if (!made.ok) return;
              onClose();
              store.getState().openScenario(made.value);
            }}
          >
            {words.run}
          </button>
        </div>
      </div>
    </Sheet>
  );
}

function problemText(problem: DraftProblem, words: EnsembleCatalogue): string {
  if (isOfEnsemble(problem)) {
    return problem.kind === 'noVoters' ? words.problems.noVoters : words.problems.tooMany(problem.expected);
  }
  const { what, remedy } = words.problems.scenario(problem);
  return words.problems.at(placeOf(problem.path, words), what, remedy);
}

/** Where in the form it is. */
function placeOf(path: string, words: EnsembleCatalogue): string {
  const [, list, index, field] = /^\$\.(servers|script)\[(\d+)\](?:\.(\w+))?/.exec(path) ?? [];
  if (list === 'servers') return words.problems.server(Number(index) + 1, field);
  if (list === 'script') return words.problems.step(Number(index) + 1);
  const name = path.split('.').at(-1) ?? path;
  const { names, latency, jitter, disk, seed } = words.timing;
  const own: Readonly<Record<string, string>> = {
    ...names,
    latencyMillis: latency,
    jitterMillis: jitter,
    diskMillis: disk,
    seed,
  };
  return own[name] ?? name;
}
