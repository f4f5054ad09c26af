/** Who is in the ensemble, in which role; and what happens in the run. */
import {
  type DraftScript,
  SERVERS_MAX,
  withChangedServer,
  withGroups,
  withReconfig,
  withServer,
  withoutServer,
} from '../../app/ensemble-draft.ts';
import { Icon } from '../../widgets/Icon.tsx';
import type { PartProps } from './EnsembleSheet.tsx';
import { useWords } from '../lab.ts';
import { useEnsembleWords } from './ensemble-words.ts';
import styles from './Ensemble.module.css';

const GROUPS = ['A', 'B', 'C', 'D', 'E'];
const SCRIPTS: readonly DraftScript[] = ['kept', 'together', 'oneByOne'];

export function ServersPart({ draft, onChange, wrong }: PartProps) {
  const page = useWords();
  const { servers: words, problems } = useEnsembleWords();
  const { servers, grouped } = draft;
  const observers = servers.filter(({ observer }) => observer).length;
  const voters = servers.length - observers;
  const quorum = Math.floor(voters / 2) + 1;
  const isEven = !grouped && voters > 0 && voters % 2 === 0;
  return (
    <>
      <p className={styles.lead}>
        <b>{page.sentences([words.counts(voters, observers)])}</b>{' '}
        {grouped ? words.byGroups : voters > 0 && words.majority(quorum, voters - quorum)}{' '}
        {isEven && problems.evenVoters(voters)}
      </p>
      <table className={styles.servers}>
        <thead>
          <tr>
            <th scope="col">{words.id}</th>
            <th scope="col">{words.role}</th>
            {grouped && <th scope="col">{words.group}</th>}
            {grouped && <th scope="col">{words.weight}</th>}
            <th scope="col">
              <span className="sr">{words.removeColumn}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {servers.map(({ row, sid, observer, group, weight }, index) => (
            <tr key={row}>
              <td>
                <input
                  type="number"
                  min={0}
                  aria-label={words.idOf(index + 1)}
                  aria-invalid={wrong.has(`$.servers[${index}].sid`)}
                  value={Number.isNaN(sid) ? '' : sid}
                  onChange={(event) => onChange(withChangedServer(draft, row, { sid: event.target.valueAsNumber }))}
                />
              </td>
              <td>
                <select
                  aria-label={words.roleOf(sid)}
                  value={observer ? 'observer' : 'voter'}
                  onChange={(event) =>
                    onChange(
                      withGroups(
                        withChangedServer(draft, row, { observer: event.target.value === 'observer' }),
                        grouped,
                      ),
                    )
                  }
                >
                  <option value="voter">{words.voter}</option>
                  <option value="observer">{words.observer}</option>
                </select>
              </td>
              {grouped && (
                <td>
                  <select
                    aria-label={words.groupOf(sid)}
                    value={group}
                    onChange={(event) => onChange(withChangedServer(draft, row, { group: event.target.value }))}
                  >
                    <option value="">–</option>
                    {GROUPS.map((letter) => (
                      <option key={letter}>{letter}</option>
                    ))}
                  </select>
                </td>
              )}
              {grouped && (
                <td>
                  <input
                    type="number"
                    min={0}
                    aria-label={words.weightOf(sid)}
                    aria-invalid={wrong.has(`$.servers[${index}].weight`)}
                    value={Number.isNaN(weight) ? '' : weight}
                    onChange={(event) =>
                      onChange(withChangedServer(draft, row, { weight: event.target.valueAsNumber }))
                    }
                  />
                </td>
              )}
              <td>
                <button
                  type="button"
                  className={styles.remove}
                  aria-label={words.remove(sid)}
                  aria-disabled={servers.length === 1}
                  onClick={(event) => {
                    if (servers.length === 1) return;
                    // The focus goes to the row that takes its place.
                    const rows = event.currentTarget.closest('tbody')?.rows;
                    const next = rows?.[index + 1] ?? rows?.[index - 1];
                    next?.querySelector<HTMLElement>('button')?.focus();
                    onChange(withoutServer(draft, row));
                  }}
                >
                  <Icon name="close" />
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.row}>
        {[false, true].map((observer) => (
          <button
            key={String(observer)}
            type="button"
            className={styles.quiet}
            aria-disabled={servers.length >= SERVERS_MAX}
            onClick={() => {
              if (servers.length < SERVERS_MAX) onChange(withServer(draft, { observer }));
            }}
          >
            <Icon name="zoomIn" />
            {observer ? words.addObserver : words.add}
          </button>
        ))}
        {servers.length >= SERVERS_MAX && <small>{words.full(SERVERS_MAX)}</small>}
      </p>
      <label className={styles.check}>
        <input type="checkbox" checked={grouped} onChange={() => onChange(withGroups(draft, !grouped))} />
        {words.grouped}
      </label>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={draft.reconfigEnabled}
          onChange={() => onChange(withReconfig(draft, !draft.reconfigEnabled))}
        />
        {words.reconfig}
      </label>
      <label className={styles.field}>
        <span>{words.steps}</span>
        <select
          value={draft.script}
          // The options are the ways there are.
          onChange={(event) => onChange({ ...draft, script: event.target.value as DraftScript })}
        >
          {SCRIPTS.map((script) => (
            <option key={script} value={script}>
              {words.stepsNames[script]}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
