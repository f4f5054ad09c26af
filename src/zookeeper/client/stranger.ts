/**
 * A process that speaks on a server's election port without belonging there: a stale server of another ensemble,
 * a port scanner, someone hostile. It is a client like any other, names itself as it pleases, says one thing and listens
 * to nothing. A server hears it out where it names a larger sid; a smaller one is hung up on and dialled back.
 */
import type { Draft } from '../../base/slice.ts';
import type { ConnectionId, Env } from '../../kernel/process.ts';
import { serverSpec } from '../config/ensemble.ts';
import type { Epoch, Round, Sid, Zxid } from '../ids.ts';
import type { MalformedNotification, Packet, ServerState } from '../packets.ts';
import type { ZooKeeper } from '../peer/protocol.ts';
import type { ClientState } from './client.ts';

export type StrangersWords =
  | { readonly kind: 'malformed'; readonly flaw: MalformedNotification['flaw'] }
  | {
      readonly kind: 'vote';
      readonly state: ServerState;
      readonly leader: Sid;
      readonly zxid: Zxid;
      readonly peerEpoch: Epoch;
      readonly electionEpoch: Round;
    };

export interface Intrusion {
  /** As whom it introduces itself. */
  readonly as: Sid;
  readonly says: StrangersWords;
}

/** Dials the election port of `server`. */
export function intrude(client: Draft<ClientState>, env: Env<ZooKeeper>, server: Sid, intrusion: Intrusion): void {
  const address = serverSpec(env.config, server);
  if (address !== null) client.intrusion = { ...intrusion, on: env.dial(address.node, 'election') };
}

/** The port answers: names itself, and says it. */
export function speak(intrusion: Intrusion, env: Env<ZooKeeper>, on: ConnectionId): void {
  env.effects.push({ kind: 'send', on, packet: { type: 'INITIAL', sid: intrusion.as } });
  env.effects.push({ kind: 'send', on, packet: packetOf(intrusion.says) });
}

function packetOf(says: StrangersWords): Packet {
  if (says.kind === 'malformed') return { type: 'MALFORMED', flaw: says.flaw };
  const { kind: _, ...vote } = says;
  return { type: 'NOTIFICATION', ...vote };
}
