/** Where in a JSON text something stands: lines count from 1, as editors do. */

const TOKEN = /\s+|"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/gy;

interface Open {
  readonly kind: 'object' | 'array';
  /** The key or index that comes next. */
  key: string | number | null;
}

/**
 * The line of what `path` names (`$.servers[1].sid`), or of the nearest thing around it that is there: a field that is
 * missing has the line of the object that lacks it. The text must be JSON.
 */
export function lineOfPath(text: string, path: string): number {
  const wanted = partsOf(path);
  let best = { depth: 0, line: 1 };
  for (const { parts, line } of valuesOf(text)) {
    if (parts.length <= wanted.length && parts.length > best.depth && parts.every((part, i) => part === wanted[i])) {
      best = { depth: parts.length, line };
    }
  }
  return best.line;
}

const SCALAR =
  /"(?:[ !#-[\]-\u{10ffff}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy;
const SPACE = /[ \t\r\n]*/y;

/** The line on which a text ceases to be JSON; its last where it ends too soon. What parsers say of it is not the same everywhere. */
export function lineOfFault(text: string): number {
  let at = 0;
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  const take = (character: string): boolean => {
    skip(SPACE);
    if (text[at] !== character) return false;
    at += 1;
    return true;
  };
  const list = (end: string, item: () => boolean): boolean => {
    if (take(end)) return true;
    do if (!item()) return false;
    while (take(','));
    return take(end);
  };
  const value = (): boolean => {
    if (take('{')) return list('}', () => (skip(SPACE), text[at] === '"' && skip(SCALAR)) && take(':') && value());
    if (take('[')) return list(']', value);
    return skip(SCALAR);
  };
  value();
  skip(SPACE);
  return text.slice(0, at).split('\n').length;
}

/** `$.servers[1].sid` is `servers`, 1, `sid`. */
function partsOf(path: string): readonly (string | number)[] {
  return Array.from(path.matchAll(/\.([^.[\]]+)|\[(\d+)\]/g), ([, key, index]) => key ?? Number(index));
}

/** Every value of the text by its path, with the line it begins on; a field has the line of its name. */
function* valuesOf(text: string): Generator<{ readonly parts: readonly (string | number)[]; readonly line: number }> {
  const open: Open[] = [];
  let line = 1;
  let fieldLine = 1;
  const parts = (): readonly (string | number)[] => open.map(({ key }) => key ?? '');
  for (const [token] of text.matchAll(TOKEN)) {
    const inner = open.at(-1);
    if (token === '}' || token === ']') open.pop();
    else if (token === ',') {
      if (inner?.kind === 'array') inner.key = Number(inner.key) + 1;
      else if (inner !== undefined) inner.key = null;
    } else if (token.startsWith('"') && inner?.kind === 'object' && inner.key === null) {
      inner.key = JSON.parse(token) as string;
      fieldLine = line;
    } else if (token !== ':' && token.trim() !== '') {
      yield { parts: parts(), line: inner?.kind === 'object' ? fieldLine : line };
      if (token === '{') open.push({ kind: 'object', key: null });
      if (token === '[') open.push({ kind: 'array', key: 0 });
    }
    line += token.split('\n').length - 1;
  }
}
