/** What the shapes and signs of the diagram mean. */
import type { PacketFamily } from '../../zookeeper/packets.ts';
import { useLabWords } from '../lab-words.ts';
import { shapePath } from '../stage/shapes.ts';
import styles from './Legend.module.css';

const SHAPES: readonly (readonly [PacketFamily, 'vote' | 'discovery' | 'sync' | 'broadcast' | 'client'])[] = [
  ['election', 'vote'],
  ['discovery', 'discovery'],
  ['sync', 'sync'],
  ['broadcast', 'broadcast'],
  ['client', 'client'],
];

export function Legend({ hasCuts }: { readonly hasCuts: boolean }) {
  const { spaceTime } = useLabWords();
  return (
    <p className={styles.legend} aria-hidden="true">
      {SHAPES.map(([family, name]) => (
        <span key={family}>
          <svg width="18" height="18" viewBox="-9 -9 18 18" data-family={family}>
            <path className={styles.shape} d={shapePath(family, 6.5)} />
          </svg>
          {spaceTime.legend[name]}
        </span>
      ))}
      <Sign d="M-5 0 -2 4 6-5" name={spaceTime.legend.commit} />
      <Sign d="M-2.5-2.5h5v5h-5z" name={spaceTime.legend.flushed} isSolid />
      <Sign d="m-4-4 8 8m0-8-8 8" name={spaceTime.legend.lost} />
      {hasCuts && <Sign d="M-8 0h4m2 0h3m2 0h3M-5-4v8" name={spaceTime.legend.held} />}
    </p>
  );
}

function Sign({ d, name, isSolid = false }: { readonly d: string; readonly name: string; readonly isSolid?: boolean }) {
  return (
    <span>
      <svg width="18" height="18" viewBox="-9 -9 18 18">
        <path className={styles.sign} data-solid={isSolid} d={d} />
      </svg>
      {name}
    </span>
  );
}
