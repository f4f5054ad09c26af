/** ZooKeeper as the kernel runs it, with what clients need or without. */
import type { Process } from '../../kernel/process.ts';
import { type ClientPart, MissingClientPart } from './client-part.ts';
import { BLANK_DISK, WIPED_DISK, handedOver, persist, takesSpace, torn, withoutTail } from './durable.ts';
import { bootServer, handleServer } from './main-loop.ts';
import type { ZooKeeper } from './protocol.ts';

/** Without `part` whatever needs it throws `MissingClientPart`; what does not need it happens all the same. */
export function zooKeeperWith(part: ClientPart | null): Process<ZooKeeper> {
  const clients = (): ClientPart => {
    if (part === null) throw new MissingClientPart();
    return part;
  };
  return {
    boot: (env) => (env.config.kind === 'server' ? bootServer(env, part) : clients().bootClient(env)),
    handle: (state, input, env) =>
      state.kind === 'server' ? handleServer(state, input, env, part) : clients().handleClient(state, input, env),
    persist,
    handedOver,
    torn,
    writeKind: (write) => write.kind,
    takesSpace,
    withoutTail,
    blankDisk: () => BLANK_DISK,
    wipedDisk: () => WIPED_DISK,
  };
}

/** For runs where nobody ever connects. */
export const serversAlone = zooKeeperWith(null);
