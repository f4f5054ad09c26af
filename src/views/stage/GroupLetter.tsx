/** The letter of the group that a server is put in: beside its mark, for it is no part of the server's name. */
import type { Group } from '../../app/grouping.ts';
import type { Place } from './layout.ts';
import styles from './GroupLetter.module.css';

export function GroupLetter({ group, place }: { readonly group: Group; readonly place: Place }) {
  const off = place.radius * 0.8;
  return (
    <g transform={`translate(${place.at.x + off} ${place.at.y - off})`}>
      <rect className={styles.box} x={-9} y={-9} width={18} height={18} rx={4} />
      <text className={styles.letter} y={4.5}>
        {group}
      </text>
    </g>
  );
}
