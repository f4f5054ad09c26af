/** Above the stage: how it is to be read. */
import { useEffect } from 'react';
import { useWords } from '../lab.ts';
import { useMovesWords } from '../moves-words.ts';
import { type Density, type Options, setOption, useOptions } from '../options.ts';
import styles from './StageBar.module.css';

const SWITCHES = ['labels', 'pings', 'hex'] as const satisfies readonly (keyof Options)[];

export function StageBar() {
  const words = useWords();
  return (
    <div className={styles.bar}>
      <DensityChoice />
      {SWITCHES.map((name) => (
        <Switch key={name} name={name} label={words.stage[name]} />
      ))}
    </div>
  );
}

const DENSITIES: readonly Density[] = ['focus', 'recent', 'all'];
const KEPT = 'zabscope.density';

/** Remembered for the next visit, where the browser allows that. */
function DensityChoice() {
  const { density: words } = useMovesWords();
  const density = useOptions((options) => options.density);
  useEffect(() => {
    const kept = stored(() => window.localStorage.getItem(KEPT));
    const known = DENSITIES.find((one) => one === kept);
    if (known !== undefined) setOption({ density: known });
  }, []);
  return (
    <select
      className={styles.density}
      aria-label={words.name}
      title={words.hints[density]}
      value={density}
      onChange={({ target }) => {
        const chosen = target.value as Density;
        setOption({ density: chosen });
        stored(() => window.localStorage.setItem(KEPT, chosen));
      }}
    >
      {DENSITIES.map((one) => (
        <option key={one} value={one}>
          {words.names[one]}
        </option>
      ))}
    </select>
  );
}

function stored<T>(access: () => T): T | null {
  try {
    return access();
  } catch {
    // Storage is forbidden: the choice lasts as long as the page.
    return null;
  }
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
