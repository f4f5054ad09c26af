/** peerEpoch, zxid, leader: three cells, each with its relation to the vote above. */
import type { Zxid } from '../../zookeeper/ids.ts';
import type { DecidingColumn, VoteFact } from '../../zookeeper/notes.ts';
import { Changed } from '../inspector/Changed.tsx';
import { useWords } from '../lab.ts';
import styles from './VoteCells.module.css';

const COLUMNS = ['peerEpoch', 'zxid', 'leader'] as const;

interface VoteCellsProps {
  readonly vote: VoteFact;
  /** Null where it is compared with nothing. */
  readonly against: VoteFact | null;
  readonly by: DecidingColumn;
  readonly changed?: boolean;
  readonly zxidText: (zxid: Zxid) => string;
}

export function VoteCells({ vote, against, by, changed = false, zxidText }: VoteCellsProps) {
  const words = useWords();
  // Of no column: equal in all, or refused before any was looked at.
  const decidedAt = by === null ? COLUMNS.length : by === 'electionEpoch' || by === 'weight' ? -1 : COLUMNS.indexOf(by);
  return COLUMNS.map((column, index) => {
    const value = vote[column];
    const text = column === 'zxid' ? zxidText(vote.zxid) : String(value);
    const shown = changed && column === 'leader' ? <Changed was={null}>{text}</Changed> : text;
    if (against === null) return <td key={column}>{shown}</td>;
    const other = against[column];
    const relation = value === other ? 'equal' : value < other ? 'less' : 'greater';
    const isRead = index <= decidedAt;
    return (
      <td key={column} className={index === decidedAt ? styles.decided : isRead ? undefined : styles.unread}>
        {isRead && (
          <span className={styles.relation}>
            <span aria-hidden="true">{{ equal: '=', less: '<', greater: '>' }[relation]}</span>
            <span className="sr">{words.ballot.operators[relation]} </span>
          </span>
        )}
        {shown}
      </td>
    );
  });
}
