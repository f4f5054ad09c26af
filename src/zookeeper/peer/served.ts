/** For tests: a server that is an ensemble of its own, and clients that ask it. */
import { ensure } from '../../base/assert.ts';
import type { Answer, Operation } from '../client/operations.ts';
import type { Behaviour } from '../config/behaviour.ts';
import type { Service } from '../config/service.ts';
import type { Packet } from '../packets.ts';
import { StandIn, zxidOf } from './stand-in.ts';

/** A client without a session asks for one. */
export const CONNECT: Packet & { readonly type: 'CONNECT' } = {
  type: 'CONNECT',
  canBeReadOnly: false,
  sessionId: null,
  password: null,
  timeoutMillis: 6000,
  lastZxidSeen: zxidOf('0.0'),
};

/** A single server that leads and serves the clients that connect to it. */
export class Served {
  readonly server: StandIn;
  #cxid = 0;

  constructor(
    options: {
      readonly service?: Partial<Service>;
      readonly toggles?: Partial<Behaviour>;
      readonly reconfigEnabled?: boolean;
      /** It is no ensemble at all. */
      readonly standalone?: boolean;
    } = {},
  ) {
    this.server = new StandIn({ sid: 1, voters: [1], ...options });
    if (options.standalone !== true) this.server.fire('election', 200);
    this.server.allFlushed();
  }

  connect(client: number): this {
    this.server.dialled(client, 'client', CONNECT);
    this.server.allFlushed();
    return this;
  }

  /** Calls and waits for the answer. */
  ask(client: number, operation: Operation): Answer {
    this.#cxid += 1;
    const cxid = this.#cxid;
    const packet: Packet = { type: 'CALL', cxid, operation };
    this.server.receive(client, packet, 'client');
    const at = (): Answer | undefined =>
      this.server.sent.flatMap((sent) => (sent.type === 'REPLY' && sent.cxid === cxid ? [sent.answer] : []))[0];
    const answer = at();
    if (answer !== undefined) return answer;
    this.server.flushed();
    return ensure(at() ?? null, `an answer to ${operation.op}`);
  }
}
