/** Above the stage: how it is to be read. */
import { useWords } from '../lab.ts';
import { type Options, setOption, useOptions } from '../options.ts';
import styles from './StageBar.module.css';

const SWITCHES = ['labels', 'pings', 'hex'] as const satisfies readonly (keyof Options)[];

export function StageBar() {
  const words = useWords();
  return (
    <div className={styles.bar}>
      {SWITCHES.map((name) => (
        <Switch key={name} name={name} label={words.stage[name]} />
      ))}
    </div>
  );
}

function Switch({ name, label }: { readonly name: (typeof SWITCHES)[number]; readonly label: string }) {
  const on = useOptions((options) => options[name]);
  return (
    <label className={styles.switch}>
      <input type="checkbox" checked={on} onChange={() => setOption({ [name]: !on })} />
      {label}
    </label>
  );
}
