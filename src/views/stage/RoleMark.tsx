/**
 * The sign above a server's name: ?, F, crown, eye, square, dash, cross or flake. All of them are drawn: a letter written here would
 * count as a word of the server's name, which says the role in full.
 */
import { assertUnreachable } from '../../base/assert.ts';
import type { ServerFacts, Standing } from '../../sim/facts.ts';
import styles from './RoleMark.module.css';

export type RoleName = Standing | 'NOT STARTED' | 'DOWN' | 'FROZEN';

export function roleOf(server: ServerFacts): RoleName {
  if (server.status === 'down') return server.started ? 'DOWN' : 'NOT STARTED';
  if (server.status === 'frozen') return 'FROZEN';
  return server.state ?? 'LOOKING';
}

export function RoleMark({ role }: { readonly role: RoleName }) {
  switch (role) {
    case 'LOOKING':
      return <path className={styles.letter} d="M-2.8-2.4A2.8 2.6 0 1 1 1.2-.3Q0 .3 0 1.7M0 4.4v.01" />;
    case 'FOLLOWING':
      return <path className={styles.letter} data-quiet="true" d="M-2.4 4.2v-8.4h5.2M-2.4-.2h4.5" />;
    case 'LEADING':
      return <path className={styles.solid} d="M-8 5.5v-9l4 3.5L0-6 4 0l4-3.5v9z" />;
    case 'OBSERVING':
      return (
        <g>
          <path className={styles.line} d="M-7 0C-4-4.5 4-4.5 7 0 4 4.5-4 4.5-7 0z" />
          <circle className={styles.line} r="1.75" />
        </g>
      );
    case 'STANDALONE':
      return <path className={styles.solid} d="M-4-4h8v8h-8z" />;
    case 'NOT STARTED':
      return <path className={styles.line} d="M-4.5 0h9" />;
    case 'DOWN':
      return <path className={styles.line} d="m-4-4 8 8M4-4l-8 8" />;
    case 'FROZEN':
      return <path className={styles.line} d="M0-6V6M-5.2-3 5.2 3M5.2-3-5.2 3" />;
    default:
      return assertUnreachable(role);
  }
}
