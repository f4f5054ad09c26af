/** The log of the server that the inspector looks into; it takes the height there is and scrolls by itself. */
import { ServerHead } from '../inspector/ServerHead.tsx';
import { useShownServer } from '../inspector/shown-server.ts';
import { ServerLog } from './ServerLog.tsx';
import styles from './ServerLog.module.css';

export function LogPanel() {
  const server = useShownServer();
  if (server === null) return null;
  return (
    <div className={styles.panel} data-fills="true">
      <ServerHead server={server} />
      <ServerLog server={server} />
    </div>
  );
}
