/** The four phases as a staircase, the one it is in lit. */
import type { EntryId } from '../../glossary/entries.ts';
import type { ZabState } from '../../zookeeper/packets.ts';
import { Word } from '../glossary/Word.tsx';
import { useLabWords } from '../lab-words.ts';
import { PHASES } from '../stage/PhaseArc.tsx';
import styles from './PhaseStairs.module.css';

const PHASE_ENTRY: Readonly<Record<ZabState, EntryId>> = {
  ELECTION: 'fastLeaderElection',
  DISCOVERY: 'discovery',
  SYNCHRONIZATION: 'synchronization',
  BROADCAST: 'broadcast',
};

export function PhaseStairs({ phase }: { readonly phase: ZabState | null }) {
  const words = useLabWords();
  return (
    <ol className={styles.stairs} aria-label={words.inspector.phaseNow(phase)}>
      {PHASES.map((name) => (
        <li key={name} data-phase={name} aria-current={name === phase ? 'step' : undefined}>
          <i />
          <Word id={PHASE_ENTRY[name]} reach="pointer">
            {words.inspector.phases[name]}
          </Word>
        </li>
      ))}
    </ol>
  );
}
