/** The head of a message's arrow, put elsewhere along time: as late or as early as the queue of its connection lets it be. */
import type { Action } from '../sim/action.ts';
import type { MessageFacts, StageFacts } from '../sim/facts.ts';
import { messageAction, refOfMessage } from './message-deeds.ts';

export interface MovedHead {
  /** When it would arrive, in virtual milliseconds. */
  readonly at: number;
  /** So much later, or sooner where that is negative; 0 for no change. */
  readonly by: number;
  /** What keeps it from arriving as early as was asked. */
  readonly stop: 'now' | 'queue' | null;
  /** Null where nothing would change. */
  readonly action: Action | null;
}

/** `facts` of a moment at which the message is under way. */
export function movedHead(facts: StageFacts, message: MessageFacts, wanted: number): MovedHead {
  // Between two servers there is one connection of each kind at a time.
  const ahead = facts.messages.filter(
    ({ from, to, port, seq }) =>
      from === message.from && to === message.to && port === message.port && seq < message.seq,
  );
  const queue = Math.max(0, ...ahead.map(({ arrivesAt }) => arrivesAt));
  const earliest = Math.max(facts.now, queue);
  const at = Math.max(Math.round(wanted), earliest);
  const by = at - message.arrivesAt;
  const stop = wanted >= earliest ? null : queue > facts.now ? 'queue' : 'now';
  const action =
    by === 0 || message.held !== null
      ? null
      : messageAction(by > 0 ? 'delay' : 'hurry', refOfMessage(facts, message), Math.abs(by));
  return { at, by: action === null ? 0 : by, stop, action };
}
