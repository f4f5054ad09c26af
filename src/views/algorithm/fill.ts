/** A line with its variables filled in from a note: the parts that are words, and those that are values. */
import { type Zxid, zxidLabel } from '../../zookeeper/ids.ts';
import type { Note, NoteKind } from '../../zookeeper/notes.ts';

export interface Part {
  readonly text: string;
  readonly kind: 'words' | 'value' | 'name';
}

const SIDS = new Set(['from', 'to', 'sid', 'leader', 'learner', 'with', 'server', 'designated']);
const ZXIDS = new Set([
  'zxid',
  'zxids',
  'lastZxid',
  'myLastZxid',
  'peerLastZxid',
  'expected',
  'dropped',
  'snapshot',
  'version',
  'last',
]);
/** Whose `from` and `to` are zxids. */
const ALONG_LOG: readonly NoteKind[] = ['fastForwarded', 'truncated', 'truncateFailed'];

/** How the page writes what is not the algorithm's own. */
interface Written {
  readonly zxidText: (zxid: Zxid) => string;
  readonly integer: (value: number) => string;
}

/** Without a note its variables stay names. */
export function filled(line: string, note: Note | null, written: Written = PLAIN): readonly Part[] {
  return line
    .split(/(\{\w+\})/)
    .filter((text) => text !== '')
    .map((text): Part => {
      const name = /^\{(\w+)\}$/.exec(text)?.[1];
      if (name === undefined) return { text, kind: 'words' };
      const value = note === null ? undefined : (note as Readonly<Record<string, unknown>>)[name];
      if (note === null || value === undefined) return { text: name, kind: 'name' };
      return { text: valueText(name, value, { ...written, kind: note.kind }), kind: 'value' };
    });
}

const PLAIN: Written = { zxidText: zxidLabel, integer: String };

interface How extends Written {
  readonly kind: NoteKind;
}

function valueText(name: string, value: unknown, how: How): string {
  if (Array.isArray(value)) {
    return value.length === 0 ? '–' : value.map((one) => valueText(name, one, how)).join(' ');
  }
  if (typeof value === 'number') return numberText(name, value, how);
  if (value === null) return '–';
  if (typeof value === 'object') return voteOrName(value, how);
  return typeof value === 'boolean' ? String(value) : typeof value === 'string' ? value : '…';
}

/** In lists of servers every number is one. */
const SERVER_LISTS = new Set(['agreeing', 'connecting', 'electing', 'acks', 'synced', 'voters']);

function numberText(name: string, value: number, { kind, zxidText, integer }: How): string {
  const isAlongLog = ALONG_LOG.includes(kind) && (name === 'from' || name === 'to');
  // A number of a note of which this list knows that it is a zxid.
  if (ZXIDS.has(name) || isAlongLog) return zxidText(value as Zxid);
  return SIDS.has(name) || SERVER_LISTS.has(name) ? `S${value}` : integer(value);
}

/** A vote as it is compared: epoch, zxid, leader; of an operation or a write its name. */
function voteOrName(value: object, { zxidText }: How): string {
  if ('leader' in value && 'peerEpoch' in value && 'zxid' in value) {
    return `(${String(value.peerEpoch)}, ${zxidText(value.zxid as Zxid)}, S${String(value.leader)})`;
  }
  if ('op' in value) return String(value.op);
  return 'kind' in value ? String(value.kind) : '…';
}
