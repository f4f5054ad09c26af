/** Java's .properties format (Properties.load), which zoo.cfg and the dynamic file are written in. */

export interface Property {
  /** Of the first line it stands on, from 1. */
  readonly line: number;
  readonly key: string;
  /** Without blanks at either end: ZooKeeper trims what it reads. */
  readonly value: string;
}

/** In the order of the file. A key may come twice: which one counts is the reader's affair (in Java the last). */
export function readProperties(text: string): readonly Property[] {
  const properties: Property[] = [];
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  for (let i = 0; i < lines.length; i++) {
    const line = i + 1;
    let logical = (lines[i] ?? '').trimStart();
    if (logical === '' || logical.startsWith('#') || logical.startsWith('!')) continue;
    // An odd number of backslashes at the end joins the next line.
    while (/(?:^|[^\\])(?:\\\\)*\\$/.test(logical) && i + 1 < lines.length) {
      i += 1;
      logical = logical.slice(0, -1) + (lines[i] ?? '').trimStart();
    }
    const [, key = '', value = ''] = /^((?:\\.|[^\\=:\s])*)\s*[=:]?\s*(.*)$/s.exec(logical) ?? [];
    properties.push({ line, key: unescaped(key), value: unescaped(value).trim() });
  }
  return properties;
}

/** One line, that `readProperties` reads back as the same key and value. */
export function propertyLine(key: string, value: string): string {
  const safeKey = key.replaceAll(/[\\=:\s#!]/g, escaped);
  // Within a value only what would end or bend the line needs care: addresses stay readable.
  return `${safeKey}=${value.replaceAll(/[\\\n\r\t\f]/g, escaped)}`;
}

const NAMED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f' };

function unescaped(text: string): string {
  return text.replaceAll(/\\(?:u([0-9a-fA-F]{4})|([\s\S]?))/g, (_, hex: string | undefined, letter = '') =>
    hex === undefined ? (NAMED[letter] ?? letter) : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

function escaped(letter: string): string {
  const name = Object.keys(NAMED).find((key) => NAMED[key] === letter);
  return `\\${name ?? letter}`;
}
