/**
 * A stable fingerprint of plain data: the same value gives the same 16 hex digits in every engine, whatever
 * order its keys were made in. `generation` stamps do not count.
 */
export function digestOf(value: unknown): string {
  const state: State = { a: 0x811c9dc5 | 0, b: 0x9e3779b1 | 0 };
  walk(state, value);
  return hex(finish(state.a)) + hex(finish(state.b));
}

interface State {
  a: number;
  b: number;
}

function walk(state: State, value: unknown): void {
  switch (typeof value) {
    case 'number':
      return feedNumber(state, value);
    case 'string':
      return feedText(state, value);
    case 'boolean':
      return feed(state, value ? 2 : 3);
    case 'object':
      if (value === null) return feed(state, 5);
      if (Array.isArray(value)) {
        feed(state, 7);
        feed(state, value.length);
        for (const item of value) walk(state, item);
        return;
      }
      return walkRecord(state, value);
    case 'undefined':
      return feed(state, 11);
    default:
      throw new Error(`not plain data: ${typeof value}`);
  }
}

function walkRecord(state: State, record: object): void {
  feed(state, 13);
  for (const [key, item] of Object.entries(record).toSorted(([x], [y]) => (x < y ? -1 : 1))) {
    if (key === 'generation') continue;
    feedText(state, key);
    walk(state, item);
  }
}

function feedText(state: State, text: string): void {
  feed(state, 17);
  feed(state, text.length);
  for (let i = 0; i < text.length; i++) feed(state, text.charCodeAt(i));
}

/** Integers up to 2^53 by halves; anything else through its decimal text. */
function feedNumber(state: State, value: number): void {
  if (!Number.isSafeInteger(value)) return feedText(state, String(value));
  feed(state, 19);
  feed(state, value | 0);
  feed(state, Math.floor(value / 4294967296) | 0);
}

function feed(state: State, word: number): void {
  state.a = Math.imul(state.a ^ word, 0x01000193);
  state.b = Math.imul((state.b << 13) | (state.b >>> 19), 5) + (Math.imul(word, 0xcc9e2d51) ^ 0xe6546b64);
  state.b |= 0;
}

function finish(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

function hex(word: number): string {
  return word.toString(16).padStart(8, '0');
}
