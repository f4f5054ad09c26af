/** The data of the server that the inspector looks into. */
import { ServerHead } from '../inspector/ServerHead.tsx';
import { useShownServer } from '../inspector/shown-server.ts';
import { DataView } from './DataView.tsx';

export function DataPanel() {
  const server = useShownServer();
  if (server === null) return null;
  return (
    <>
      <ServerHead server={server} />
      <DataView server={server} />
    </>
  );
}
