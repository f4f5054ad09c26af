/** Follows the clients of a run: what each was asked to call, and what became of it, in the order asked. */
import { nodeOfClient } from '../sim/nodes.ts';
import type { Entry } from '../sim/entry.ts';
import type { Moment } from '../sim/moment.ts';
import type { Answer } from '../zookeeper/client/operations.ts';
import type { ClientState } from '../zookeeper/client/client.ts';
import { ZXID_ZERO } from '../zookeeper/ids.ts';
import type { CallOp } from './step.ts';

/** A call under way, or with its answer. */
export interface Call {
  readonly client: string;
  readonly op: CallOp;
  answer: Answer | null;
}

export interface WatchEvent {
  /** As recordings spell it: nodeDataChanged. */
  readonly type: string;
  readonly path: string;
}

const LOST: Answer = { error: 'CONNECTIONLOSS', zxid: ZXID_ZERO };

export class Calls {
  readonly #calls: Call[] = [];
  /** What the server granted when it last accepted the session, by client. */
  readonly #timeouts = new Map<string, number>();
  readonly #sessions = new Map<string, string>();
  readonly #events = new Map<string, WatchEvent[]>();

  /** Notes a call that is about to be made. */
  begin(client: string, op: CallOp): Call {
    const call: Call = { client, op, answer: null };
    this.#calls.push(call);
    return call;
  }

  /** The call of a client that was made last. */
  last(client: string, op: CallOp): Call | null {
    return this.#calls.findLast((call) => call.client === client && call.op === op) ?? null;
  }

  timeoutMillis(client: string): number | null {
    return this.#timeouts.get(client) ?? null;
  }

  /** Whose session it is, or was. */
  nameOf(sessionId: string): string {
    return this.#sessions.get(sessionId) ?? sessionId;
  }

  /** What the watches of a client said since this was asked last. */
  takeEvents(client: string): readonly WatchEvent[] {
    const events = this.#events.get(client) ?? [];
    this.#events.delete(client);
    return events;
  }

  hear(entry: Entry, moment: Moment): void {
    const config = moment.world.nodes[entry.node]?.config;
    if (config?.kind !== 'client') return;
    const { name } = config;
    if (entry.packet?.type === 'CONNECTED') this.#timeouts.set(name, entry.packet.timeoutMillis);
    for (const note of entry.notes) {
      if (note.kind === 'clientConnected') this.#sessions.set(note.sessionId, name);
      else if (note.kind === 'clientAnswered') this.#answer(name, note.answer);
      else if (note.kind === 'watchFired') {
        const type = note.event.charAt(0).toLowerCase() + note.event.slice(1);
        this.#events.set(name, [...(this.#events.get(name) ?? []), { type, path: note.path }]);
      } else if (note.kind === 'clientDisconnected' && note.unanswered > 0) this.#loseWaiting(name, note.unanswered);
    }
  }

  #pending(name: string): readonly Call[] {
    return this.#calls.filter((call) => call.client === name && call.answer === null);
  }

  #answer(name: string, answer: Answer): void {
    const call = this.#pending(name)[0];
    if (call !== undefined) call.answer = answer;
  }

  /** The newest of them may never have been sent: no note tells of those. */
  #loseWaiting(name: string, count: number): void {
    for (const call of this.#pending(name).slice(-count)) call.answer = LOST;
  }
}

/** The client called `name`, or null before it first connects. */
export function clientNamed(moment: Moment, name: string): ClientState | null {
  const node = nodeOfClient(moment.world, name);
  const state = node === null ? null : (moment.world.nodes[node]?.state ?? null);
  return state?.kind === 'client' ? state : null;
}
