/** The ensemble as a real one is configured: to be read, copied, changed, or replaced by one's own file. */
import { useId, useState } from 'react';
import { configText, readConfig, withConfig } from '../../app/ensemble-draft.ts';
import type { PartProps } from './EnsembleSheet.tsx';
import { useEnsembleWords } from './ensemble-words.ts';
import styles from './Ensemble.module.css';

export function ZooCfgPart({ draft, onChange }: PartProps) {
  const words = useEnsembleWords().zooCfg;
  const written = configText(draft);
  const [typed, setTyped] = useState<string | null>(null);
  const [dynamic, setDynamic] = useState('');
  const [said, setSaid] = useState('');
  const id = useId();
  const cfg = typed ?? written;
  const hasDynamic = /^\s*dynamicConfigFile\s*[=:]/m.test(cfg);
  const { ensemble, problems, notSimulated } = readConfig({ cfg, dynamic: hasDynamic ? dynamic : null });
  const isNew = typed !== null && (typed !== written || hasDynamic);
  return (
    <>
      <label className={styles.field}>
        <span>{words.label}</span>
        <textarea
          rows={12}
          spellCheck={false}
          aria-invalid={ensemble === null}
          aria-describedby={`${id}h ${id}p`}
          value={cfg}
          onChange={(event) => {
            setTyped(event.target.value);
            setSaid('');
          }}
        />
        <small id={`${id}h`}>{words.hint}</small>
      </label>
      {hasDynamic && (
        <label className={styles.field}>
          <span>{words.dynamic}</span>
          <textarea rows={6} spellCheck={false} value={dynamic} onChange={(event) => setDynamic(event.target.value)} />
        </label>
      )}
      <p className={styles.row}>
        <button
          type="button"
          className={styles.quiet}
          aria-disabled={ensemble === null || !isNew}
          onClick={() => {
            if (ensemble === null || !isNew) return;
            onChange(withConfig(draft, ensemble));
            setTyped(null);
            setSaid(words.used);
          }}
        >
          {words.use}
        </button>
        <button
          type="button"
          className={styles.quiet}
          onClick={() => void navigator.clipboard.writeText(cfg).then(() => setSaid(words.copied))}
        >
          {words.copy}
        </button>
        <span role="status">{said}</span>
      </p>
      <div id={`${id}p`} aria-live="polite">
        {problems.length === 0 && <p className={styles.hint}>{words.fine}</p>}
        <ul className={styles.problems}>
          {problems.map((problem) => {
            const { what, remedy } = words.problem(problem);
            return (
              <li
                key={`${problem.file} ${problem.line} ${problem.kind} ${problem.key}`}
                data-severity={problem.severity}
              >
                <b>{problem.severity === 'error' ? words.error : words.warning}</b>
                <span>{words.line(problem.line, { dynamic: problem.file === 'dynamic' })}</span>
                <span>{words.says(what, remedy)}</span>
              </li>
            );
          })}
        </ul>
        {notSimulated.length > 0 && <p className={styles.hint}>{words.notSimulated(notSimulated)}</p>}
      </div>
    </>
  );
}
