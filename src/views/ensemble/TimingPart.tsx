/** Clocks, limits, network, disks and the seed, each with what it means. */
import { useId } from 'react';
import type { Draft } from '../../app/ensemble-draft.ts';
import type { Timing } from '../../zookeeper/config/ensemble.ts';
import type { PartProps } from './EnsembleSheet.tsx';
import { useEnsembleWords } from './ensemble-words.ts';
import styles from './Ensemble.module.css';

export function TimingPart({ draft, onChange, wrong }: PartProps) {
  const words = useEnsembleWords().timing;
  const set = (change: Partial<Draft>) => onChange({ ...draft, ...change });
  const { timing } = draft;
  const names = Object.keys(words.names) as (keyof Timing)[];
  return (
    <>
      <h3 className={styles.heading}>{words.network}</h3>
      <div className={styles.numbers}>
        <NumberField
          label={words.latency}
          meaning={words.latencyMeaning}
          value={draft.latencyMillis}
          wrong={wrong.has('$.network.latencyMillis')}
          onChange={(latencyMillis) => set({ latencyMillis })}
        />
        <NumberField
          label={words.jitter}
          meaning={words.jitterMeaning}
          value={draft.jitterMillis}
          wrong={wrong.has('$.network.jitterMillis')}
          onChange={(jitterMillis) => set({ jitterMillis })}
        />
        <NumberField
          label={words.disk}
          meaning={words.diskMeaning}
          value={draft.diskMillis}
          wrong={wrong.has('$.diskMillis')}
          onChange={(diskMillis) => set({ diskMillis })}
        />
        <NumberField
          label={words.seed}
          meaning={words.seedMeaning}
          value={draft.seed}
          wrong={wrong.has('$.seed')}
          onChange={(seed) => set({ seed })}
        />
      </div>
      <h3 className={styles.heading}>{words.limits}</h3>
      <div className={styles.numbers}>
        {names.map((name) => (
          <NumberField
            key={name}
            label={words.names[name]}
            meaning={words.meanings[name]}
            value={timing[name]}
            wrong={wrong.has(`$.timing.${name}`)}
            onChange={(value) => set({ timing: { ...timing, [name]: value } })}
          />
        ))}
      </div>
    </>
  );
}

function NumberField({
  label,
  meaning,
  value,
  wrong,
  onChange,
}: {
  readonly label: string;
  readonly meaning: string;
  readonly value: number;
  readonly wrong: boolean;
  readonly onChange: (value: number) => void;
}) {
  const id = useId();
  return (
    <label className={styles.field}>
      <span>{label}</span>
      <input
        type="number"
        step="any"
        aria-invalid={wrong}
        aria-describedby={id}
        value={Number.isNaN(value) ? '' : value}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
      <small id={id}>{meaning}</small>
    </label>
  );
}
