/** Arguments of a command: options by name, with a table each command writes down, and places without a name. */

export interface Option<T> {
  /** What stands for the value in the help; null for a switch, which has none. */
  readonly hint: string | null;
  readonly help: string;
  readonly initial: T;
  /** Null when `text` is none. A switch is given ''. */
  readonly parse: (text: string) => T | null;
  /** What a value must be, as the end of "must be …". */
  readonly expected: string;
}

export type Options = Readonly<Record<string, Option<unknown>>>;
export type ValuesOf<S extends Options> = { readonly [K in keyof S]: S[K] extends Option<infer T> ? T : never };

/** Something wrong with what was typed: told in a line, without a trace. */
export class UsageError extends Error {}

export interface Parsed<S extends Options> {
  readonly values: ValuesOf<S>;
  /** What is no option, in order. */
  readonly places: readonly string[];
}

/** `--name value`, `--name=value`; everything after `--` is a place. */
export function parseArguments<S extends Options>(options: S, args: readonly string[]): Parsed<S> {
  const values: Record<string, unknown> = Object.fromEntries(
    Object.entries(options).map(([name, { initial }]) => [name, initial]),
  );
  const places: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (arg === '--') {
      places.push(...args.slice(i + 1));
      break;
    }
    if (!arg.startsWith('--')) {
      places.push(arg);
      continue;
    }
    const [, name = '', inline] = /^--([^=]*)(?:=(.*))?$/s.exec(arg) ?? [];
    const option = Object.hasOwn(options, name) ? options[name] : undefined;
    if (option === undefined) throw new UsageError(`--${name} is not an option here${nearest(name, options)}`);
    if (option.hint === null) {
      if (inline !== undefined) throw new UsageError(`--${name} takes no value, but got "${inline}"`);
      values[name] = option.parse('');
      continue;
    }
    const typed = inline ?? args[(i += 1)];
    if (typed === undefined) throw new UsageError(`--${name} needs a value: ${option.expected}`);
    const value = option.parse(typed);
    if (value === null) throw new UsageError(`--${name} must be ${option.expected}, not "${typed}"`);
    values[name] = value;
  }
  // Every option of the table has been set to what its own parse gave.
  return { values: values as ValuesOf<S>, places };
}

/** A line for each option, aligned. */
export function optionsHelp(options: Options): string {
  const rows = Object.entries(options).map(
    ([name, { hint, help }]) => [`--${name}${hint === null ? '' : ` ${hint}`}`, help] as const,
  );
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
}

// ---- kinds of options ----

export function flag(help: string): Option<boolean> {
  return { hint: null, help, initial: false, parse: () => true, expected: '' };
}

export function text(hint: string, help: string): Option<string | null> {
  return { hint, help, initial: null, parse: (value) => value, expected: hint };
}

export function integer<T extends number | null>(
  hint: string,
  help: string,
  {
    initial,
    min = 0,
    max = Number.MAX_SAFE_INTEGER,
  }: { readonly initial: T; readonly min?: number; readonly max?: number },
): Option<number | T> {
  const parse = (value: string): number | null => {
    const number = /^-?\d+$/.test(value) ? Number(value) : Number.NaN;
    return number >= min && number <= max ? number : null;
  };
  const expected =
    max === Number.MAX_SAFE_INTEGER ? `a whole number from ${min}` : `a whole number from ${min} to ${max}`;
  return { hint, help, initial, parse, expected };
}

export function choice<T extends string, I extends T | null>(
  names: readonly T[],
  help: string,
  initial: I,
): Option<T | I> {
  const parse = (value: string): T | null => names.find((name) => name === value) ?? null;
  return { hint: 'NAME', help, initial, parse, expected: `one of ${names.join(', ')}` };
}

/** The option that was perhaps meant. */
function nearest(name: string, options: Options): string {
  const names = Object.keys(options);
  const like = names.find((other) => other.startsWith(name) || name.startsWith(other));
  if (like !== undefined) return `; do you mean --${like}?`;
  return `; there are ${names.map((other) => `--${other}`).join(', ')}`;
}
