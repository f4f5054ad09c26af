/** A line of zkCli as words, and words as options and arguments (ZooKeeperMain.parseCommand, commons-cli). */
import { type Result, err, ok } from '../../base/result.ts';

/** Words, quotes taken off: `create /a "two words"`. */
export function wordsOf(line: string): readonly string[] {
  return Array.from(line.matchAll(/"[^"]*"|'[^']*'|[^\s"']\S*/g), ([word]) =>
    /^(".*"|'.*')$/.test(word) ? word.slice(1, -1) : word,
  );
}

export interface Arguments {
  /** Letters of options that stand alone. */
  readonly flags: ReadonlySet<string>;
  /** Values of options that take one, by letter. */
  readonly values: ReadonlyMap<string, string>;
  readonly rest: readonly string[];
}

/**
 * Options may stand anywhere, and several flags together (`-es`). `spec` names the known ones; a colon behind a letter
 * says that it takes a value: `sect:`. Gives the message of commons-cli for others.
 */
export function parseArguments(words: readonly string[], spec: string): Result<Arguments, string> {
  const flags = new Set<string>();
  const values = new Map<string, string>();
  const rest: string[] = [];
  const takesValue = (letter: string): boolean => spec.includes(`${letter}:`);
  const isKnown = (letter: string): boolean => /^\w$/.test(letter) && spec.includes(letter);
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    // A number is an argument, whatever its sign.
    if (!/^-[A-Za-z]/.test(word)) {
      rest.push(word);
      continue;
    }
    const letter = word.charAt(1);
    if (!isKnown(letter)) return err(`Unrecognized option: ${word}`);
    if (takesValue(letter)) {
      const value = word.length > 2 ? word.slice(2) : words[(i += 1)];
      if (value === undefined) return err(`Missing argument for option: ${letter}`);
      values.set(letter, value);
      continue;
    }
    for (const flag of word.slice(1)) {
      if (!isKnown(flag) || takesValue(flag)) return err(`Unrecognized option: ${word}`);
      flags.add(flag);
    }
  }
  return ok({ flags, values, rest });
}

/** PathUtils.validatePath: why a client does not even send `path`, or null when it does. */
export function pathProblem(path: string, isSequential = false): string | null {
  if (path === '') return 'Path length must be > 0';
  if (!path.startsWith('/')) return 'Path must start with / character';
  if (path === '/') return null;
  const name = isSequential ? `${path}1` : path;
  if (name.endsWith('/')) return 'Path must not end with / character';
  const parts = name.split('/').slice(1);
  let at = 0;
  for (const part of parts) {
    at += part.length + 1;
    if (part === '') return `Invalid path string "${name}" caused by empty node name specified @${at}`;
    if (part === '.' || part === '..')
      return `Invalid path string "${name}" caused by relative paths not allowed @${at}`;
  }
  return null;
}
