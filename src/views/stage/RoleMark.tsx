/** The sign above a server's name: ?, F, crown, eye, cross or flake. */
import { assertUnreachable } from '../../base/assert.ts';
import type { ServerFacts } from '../../sim/facts.ts';
import type { ServerState } from '../../zookeeper/packets.ts';
import styles from './RoleMark.module.css';

export type RoleName = ServerState | 'DOWN' | 'FROZEN';

export function roleOf(server: ServerFacts): RoleName {
  if (server.status === 'down') return 'DOWN';
  if (server.status === 'frozen') return 'FROZEN';
  return server.state ?? 'LOOKING';
}

export function RoleMark({ role }: { readonly role: RoleName }) {
  switch (role) {
    case 'LOOKING':
      return (
        <text className={styles.letter} y="4.5">
          ?
        </text>
      );
    case 'FOLLOWING':
      return (
        <text className={styles.letter} data-quiet="true" y="4">
          F
        </text>
      );
    case 'LEADING':
      return <path className={styles.solid} d="M-8 5.5v-9l4 3.5L0-6 4 0l4-3.5v9z" />;
    case 'OBSERVING':
      return (
        <g>
          <path className={styles.line} d="M-7 0C-4-4.5 4-4.5 7 0 4 4.5-4 4.5-7 0z" />
          <circle className={styles.line} r="1.75" />
        </g>
      );
    case 'DOWN':
      return <path className={styles.line} d="m-4-4 8 8M4-4l-8 8" />;
    case 'FROZEN':
      return <path className={styles.line} d="M0-6V6M-5.2-3 5.2 3M5.2-3-5.2 3" />;
    default:
      return assertUnreachable(role);
  }
}
