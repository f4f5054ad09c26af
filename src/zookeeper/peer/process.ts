/** ZooKeeper as the kernel runs it: servers and clients. */
import type { Process } from '../../kernel/process.ts';
import { bootClient, handleClient } from '../client/client.ts';
import { BLANK_DISK, WIPED_DISK, persist, takesSpace, torn, withoutTail } from './durable.ts';
import { bootServer, handleServer } from './main-loop.ts';
import type { ZooKeeper } from './protocol.ts';

export const zooKeeper: Process<ZooKeeper> = {
  boot: (env) => (env.config.kind === 'server' ? bootServer(env) : bootClient(env)),
  handle: (state, input, env) =>
    state.kind === 'server' ? handleServer(state, input, env) : handleClient(state, input, env),
  persist,
  torn,
  writeKind: (write) => write.kind,
  takesSpace,
  withoutTail,
  blankDisk: () => BLANK_DISK,
  wipedDisk: () => WIPED_DISK,
};
