/** What somebody points at, in every view at once. Part of a link: `selectionText` is its short form. */
import { assertUnreachable } from '../base/assert.ts';
import { type Sid, type Zxid, parseZxid, sidOf, zxidText } from '../zookeeper/ids.ts';

export type Selection =
  | { readonly kind: 'server'; readonly sid: Sid }
  | { readonly kind: 'client'; readonly name: string }
  /** One direction between two servers. */
  | { readonly kind: 'link'; readonly from: Sid; readonly to: Sid }
  /** In flight, by the seq of its facts. Once it has arrived it is an event. */
  | { readonly kind: 'message'; readonly seq: number }
  /** Position in the branch, from 0. */
  | { readonly kind: 'event'; readonly index: number }
  | { readonly kind: 'txn'; readonly zxid: Zxid };

/** `s3`, `c:ann`, `l3-4`, `m812`, `e40`, `t0x100000002`. */
export function selectionText(selection: Selection): string {
  switch (selection.kind) {
    case 'server':
      return `s${selection.sid}`;
    case 'client':
      return `c:${selection.name}`;
    case 'link':
      return `l${selection.from}-${selection.to}`;
    case 'message':
      return `m${selection.seq}`;
    case 'event':
      return `e${selection.index}`;
    case 'txn':
      return `t${zxidText(selection.zxid)}`;
    default:
      return assertUnreachable(selection);
  }
}

/** The selection that `text` stands for, or null when it is none. */
export function parseSelection(text: string): Selection | null {
  if (text.startsWith('c:') && text.length > 2) return { kind: 'client', name: text.slice(2) };
  if (text.startsWith('t')) {
    const zxid = parseZxid(text.slice(1));
    return zxid === null ? null : { kind: 'txn', zxid };
  }
  const match = /^(?:([sme])(\d{1,9})|l(\d{1,9})-(\d{1,9}))$/.exec(text);
  if (match === null) return null;
  const [, letter, number, from, to] = match;
  if (letter === undefined) return { kind: 'link', from: sidOf(Number(from)), to: sidOf(Number(to)) };
  const value = Number(number);
  if (letter === 's') return { kind: 'server', sid: sidOf(value) };
  return letter === 'm' ? { kind: 'message', seq: value } : { kind: 'event', index: value };
}
