/** What one key or button does to a message under way, as actions. */
import type { Action, MessageRef } from '../sim/action.ts';
import type { MessageFacts, StageFacts } from '../sim/facts.ts';

/** What a key delays and hurries by, in virtual milliseconds; a button may say otherwise. */
export const DELAY_MILLIS = 20;

export type MessageDeed = 'drop' | 'delay' | 'hurry';

/** How actions call a message. */
export function refOfMessage({ servers, clients }: StageFacts, { from, to, type, number }: MessageFacts): MessageRef {
  const end = (node: number): MessageRef['from'] =>
    servers.find((server) => server.node === node)?.sid ?? clients.find((client) => client.node === node)?.name ?? '';
  return { from: end(from), to: end(to), packet: type, number };
}

export function messageAction(deed: MessageDeed, ref: MessageRef, millis = DELAY_MILLIS): Action {
  switch (deed) {
    case 'drop':
      return { do: 'dropMessage', ...ref };
    case 'delay':
      return { do: 'delayMessage', ...ref, millis };
    default:
      return { do: 'hurryMessage', ...ref, millis };
  }
}
