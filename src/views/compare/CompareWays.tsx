/** How two branches are compared: side by side, or over each other in one diagram. */
import { useStore } from 'zustand';
import { type ComparedAs, compareAs, comparedAs } from '../../app/compared-as.ts';
import { useLabWords } from '../lab-words.ts';
import styles from './Compare.module.css';

const WAYS: readonly ComparedAs[] = ['beside', 'overlaid'];

export function useComparedAs(): ComparedAs {
  return useStore(comparedAs, ({ as }) => as);
}

export function CompareWays() {
  const { compare } = useLabWords();
  const chosen = useComparedAs();
  return (
    <div className={styles.ways} role="group" aria-label={compare.way}>
      {WAYS.map((way) => (
        <button
          key={way}
          type="button"
          aria-pressed={way === chosen}
          aria-keyshortcuts="Shift+C"
          onClick={() => compareAs(way)}
        >
          {compare.ways[way]}
        </button>
      ))}
      <small aria-hidden="true">⇧C</small>
    </div>
  );
}
