/**
 * A segment for every configured voter, alive or not, in sid order clockwise from the top. Whoever counts is
 * filled; a thin full circle closes the ring when a quorum is reached.
 */
import type { Sid } from '../../zookeeper/ids.ts';
import type { PacketFamily } from '../../zookeeper/packets.ts';
import type { Ring } from './changes.ts';
import { bandPath } from './geometry.ts';
import styles from './QuorumRing.module.css';

const FAMILY: Readonly<Record<Ring['what'], PacketFamily>> = {
  votes: 'election',
  epochProposal: 'discovery',
  epochAck: 'discovery',
  newLeaderAck: 'sync',
  proposal: 'broadcast',
};

interface QuorumRingProps {
  /** Inner radius and thickness. */
  readonly radius: number;
  readonly width: number;
  readonly ring: Ring;
  readonly voters: readonly Sid[];
  readonly joined: ReadonlySet<Sid> | null;
}

export function QuorumRing({ radius, width, ring, voters, joined }: QuorumRingProps) {
  const share = (2 * Math.PI) / voters.length;
  const gap = Math.min(0.09, 3.2 / radius);
  return (
    <g className={styles.ring} data-family={FAMILY[ring.what]}>
      {voters.map((sid, index) => {
        const from = (index - 0.5) * share + gap / 2;
        const to = (index + 0.5) * share - gap / 2;
        return (
          <g key={sid}>
            <path
              className={ring.counted.includes(sid) ? styles.got : styles.not}
              d={bandPath(radius, radius + width, from, to)}
            />
            {joined?.has(sid) === true && (
              <path className={styles.changed} d={bandPath(radius - 3, radius + width + 3, from - gap, to + gap)} />
            )}
          </g>
        );
      })}
      {ring.closed && <circle className={styles.closed} r={radius + width * 1.66} />}
    </g>
  );
}
