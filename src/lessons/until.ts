/** Whether an event is what a step of a lesson waits for, as far as the event alone can tell. */
import type { Entry } from '../sim/entry.ts';
import { type Sid, type Zxid, zxidFrom, zxidText } from '../zookeeper/ids.ts';
import type { Note } from '../zookeeper/notes.ts';
import type { Until, Value } from './lesson.ts';

const EPOCH_ONE = zxidFrom(1, 0);

type Told = Extract<Until, { readonly event: 'notes' | 'does' }>;

/** `sid`: the server it happened at; null for a client, or the whole. */
export function isTold(entry: Entry, sid: Sid | null, what: Told): boolean {
  if (what.event === 'does') {
    const { action } = entry;
    if (action?.do !== what.act) return false;
    return what.server === undefined || ('server' in action && action.server === what.server);
  }
  if (what.server !== undefined && what.server !== sid) return false;
  const wanted = Object.entries(what.where ?? {});
  return entry.notes.some(
    (note) => note.kind === what.note && wanted.every(([path, value]) => fieldOf(note, path) === value),
  );
}

/** A field of a note, `vote.leader` for one inside another: zxids as text, lists of servers as they are. */
export function fieldOf(note: Note, path: string): Value {
  let value: unknown = note;
  let name = '';
  for (name of path.split('.')) {
    value = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : null;
  }
  // No other number of a note is as large as the zxids of an epoch.
  if (typeof value === 'number' && (/zxid/i.test(name) || value >= EPOCH_ONE)) return zxidText(value as Zxid);
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value;
  return isSids(value) ? value : null;
}

function isSids(value: unknown): value is readonly Sid[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'number' && one < EPOCH_ONE);
}
