/** Which release the servers behave as, and single differences between releases, each with what it means. */
import { useId, useState } from 'react';
import { type Draft, withToggle } from '../../app/ensemble-draft.ts';
import type { Behaviour } from '../../zookeeper/config/behaviour.ts';
import { PROFILES, type Profile } from '../../zookeeper/config/profiles.ts';
import { Icon } from '../../widgets/Icon.tsx';
import { ICONS } from '../../widgets/later-icons.ts';
import type { PartProps } from './EnsembleSheet.tsx';
import { useEnsembleWords } from './ensemble-words.ts';
import styles from './Ensemble.module.css';

const NAMES = Object.keys(PROFILES['3.9']) as (keyof Behaviour)[];
const PROFILE_NAMES = Object.keys(PROFILES) as Profile[];

/** Toggles that are neither on and off nor a number. */
const CHOICES: Readonly<Partial<Record<keyof Behaviour, readonly string[]>>> = {
  newleaderOrder: ['A', 'B', 'C', 'D', 'E'],
  oracle: ['absent', 'refuses', 'grants'],
  epochAtomicWrite: ['none', 'updatingEpoch', 'temporaryFile'],
  configNode: ['absent', 'open', 'readOnly'],
  criticalThread: ['ignored', 'exits', 'endsRole'],
};

export function BehaviourPart({ draft, onChange, wrong }: PartProps) {
  const words = useEnsembleWords().behaviour;
  const [query, setQuery] = useState('');
  const needle = query.trim().toLowerCase();
  const found = NAMES.filter((name) => `${name} ${words.meanings[name]}`.toLowerCase().includes(needle));
  return (
    <>
      <div className={styles.two}>
        <label className={styles.field}>
          <span>{words.profile}</span>
          <select
            value={draft.profile}
            // The options are profiles.
            onChange={(event) => onChange({ ...draft, profile: event.target.value as Profile })}
          >
            {PROFILE_NAMES.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <label className={styles.field}>
          <span>{words.search}</span>
          <input type="search" value={query} onChange={(event) => setQuery(event.target.value)} />
        </label>
      </div>
      <p className="sr" role="status">
        {words.found(found.length)}
      </p>
      <ul className={styles.toggles}>
        {found.map((name) => (
          <Toggle
            key={name}
            name={name}
            draft={draft}
            wrong={wrong.has(`$.toggles.${name}`)}
            onChange={(value) => onChange(withToggle(draft, name, value))}
          />
        ))}
      </ul>
    </>
  );
}

function Toggle({
  name,
  draft,
  wrong,
  onChange,
}: {
  readonly name: keyof Behaviour;
  readonly draft: Draft;
  readonly wrong: boolean;
  readonly onChange: (value: Behaviour[keyof Behaviour] | null) => void;
}) {
  const words = useEnsembleWords().behaviour;
  const id = useId();
  const released = PROFILES[draft.profile][name];
  const own = draft.toggles[name];
  const value = own ?? released;
  const isOwn = own !== undefined && own !== released;
  const change = (changed: Behaviour[keyof Behaviour]) => onChange(changed === released ? null : changed);
  const choices = CHOICES[name];
  return (
    <li className={styles.toggle} data-own={isOwn}>
      <label htmlFor={id}>
        <code>{name}</code>
        {isOwn && <i>{words.own}</i>}
        <span>{words.meanings[name]}</span>
      </label>
      {isOwn && (
        <button type="button" className={styles.remove} aria-label={words.reset(name)} onClick={() => onChange(null)}>
          <Icon name={ICONS.undo} />
        </button>
      )}
      {choices !== undefined ? (
        <select
          id={id}
          value={String(value)}
          // The options are the values there are.
          onChange={(event) => change(event.target.value as Behaviour[keyof Behaviour])}
        >
          {choices.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      ) : typeof value === 'number' ? (
        <input
          id={id}
          type="number"
          aria-invalid={wrong}
          value={Number.isNaN(value) ? '' : value}
          onChange={(event) => change(event.target.valueAsNumber)}
        />
      ) : (
        <span className={styles.switch}>
          <input id={id} type="checkbox" checked={value === true} onChange={() => change(value !== true)} />
          <span aria-hidden="true">{value === true ? words.on : words.off}</span>
        </span>
      )}
    </li>
  );
}
