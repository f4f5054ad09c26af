/** The four phases as a staircase, the one it is in lit. */
import type { ZabState } from '../../zookeeper/packets.ts';
import { useLabWords } from '../lab-words.ts';
import { PHASES } from '../stage/PhaseArc.tsx';
import styles from './PhaseStairs.module.css';

export function PhaseStairs({ phase }: { readonly phase: ZabState | null }) {
  const words = useLabWords();
  return (
    <ol className={styles.stairs} aria-label={words.inspector.phaseNow(phase)}>
      {PHASES.map((name) => (
        <li key={name} data-phase={name} aria-current={name === phase ? 'step' : undefined}>
          <i />
          {words.inspector.phases[name]}
        </li>
      ))}
    </ol>
  );
}
