/** From a selected message to its arrow and back: a message has a number of its own, an arrow the event of its arrival. */
import type { MessageFacts } from '../../sim/facts.ts';
import { type Arrows, type RunColumns, SORTS } from './arrows.ts';

/** The arrow that a message under way after `cursor` events will be; -1 when it does not arrive in what has been run. */
export function arrowOfMessage(
  arrows: Arrows,
  run: RunColumns,
  message: MessageFacts,
  messages: readonly MessageFacts[],
  cursor: number,
): number {
  const alike = messages.filter((other) => isAlike(message, other));
  return arrowsLike(arrows, run, message, cursor)[alike.indexOf(message)] ?? -1;
}

/** Among the messages under way after `cursor` events, the one that arrow `i` is; null when it is not there. */
export function messageOfArrow(
  arrows: Arrows,
  run: RunColumns,
  i: number,
  messages: readonly MessageFacts[],
  cursor: number,
): MessageFacts | null {
  for (const message of messages) {
    if (message.sentAt === arrows.start.time[i] && arrowOfMessage(arrows, run, message, messages, cursor) === i) {
      return message;
    }
  }
  return null;
}

/** Several of a kind may be sent at one moment. They arrive in the order they were sent. */
function arrowsLike(
  arrows: Arrows,
  run: RunColumns,
  { from, to, type, sentAt, zxid }: MessageFacts,
  cursor: number,
): readonly number[] {
  const found = new Int32Array(arrows.count);
  const count = arrows.within('time', sentAt, sentAt, found);
  return Array.from(found.subarray(0, count)).filter((i) => {
    const index = arrows.index[i] as number;
    return (
      arrows.start.time[i] === sentAt &&
      arrows.from[i] === from &&
      arrows.to[i] === to &&
      SORTS[arrows.sort[i] as number]?.type === type &&
      index >= cursor &&
      run.valueAt('zxid', index) === (zxid ?? -1)
    );
  });
}

function isAlike(a: MessageFacts, b: MessageFacts): boolean {
  return a.from === b.from && a.to === b.to && a.type === b.type && a.sentAt === b.sentAt && a.zxid === b.zxid;
}

/**
 * The message that arrow `i` is, at a cursor where it is under way: at this one, or right after it was sent. `messagesAt`:
 * what is under way after so many events.
 */
export function messageUnderWay(
  arrows: Arrows,
  run: RunColumns,
  i: number,
  cursor: number,
  messagesAt: (cursor: number) => readonly MessageFacts[],
): { readonly message: MessageFacts | null; readonly cursor: number } {
  const index = arrows.index[i] as number;
  const sent = run.valueAt('by', index);
  const at = cursor > sent && cursor <= index ? cursor : sent + 1;
  return { message: messageOfArrow(arrows, run, i, messagesAt(at), at), cursor: at };
}
