/** A learner's end of its connection, as its learner master prints it: the port, which a real one is given, stands for its sid. */
import { type ServerConfig, addressOf, serverSpec } from '../config/ensemble.ts';
import type { Sid } from '../ids.ts';

/** Null before it has said who it is. */
export function learnerAddress(config: Pick<ServerConfig, 'servers'>, sid: Sid | null): string {
  const spec = sid === null ? null : serverSpec(config, sid);
  return `/${addressOf(spec?.node ?? 0)}:${40_000 + ((sid ?? 0) % 20_000)}`;
}
