/** What the Tab key makes of a line that is being typed: the name of a command, or a path that the client's server has. */

export interface Completion {
  /** The line as far as there is only one way to go on. */
  readonly line: string;
  /** The ways to go on, where there are several. */
  readonly candidates: readonly string[];
}

/** `childrenOf`: names of a znode's children. */
export function completed(
  line: string,
  commands: readonly string[],
  childrenOf: (path: string) => readonly string[],
): Completion {
  const start = line.lastIndexOf(' ') + 1;
  const before = line.slice(0, start);
  const word = line.slice(start);
  if (before.trim() === '') {
    return complete(before, word, commands, (name, isOnly) => (isOnly ? `${name} ` : name));
  }
  if (!word.startsWith('/')) return { line, candidates: [] };
  const slash = word.lastIndexOf('/');
  const parent = slash === 0 ? '/' : word.slice(0, slash);
  return complete(before + word.slice(0, slash + 1), word.slice(slash + 1), childrenOf(parent), (name) => name);
}

function complete(
  before: string,
  typed: string,
  names: readonly string[],
  ending: (name: string, isOnly: boolean) => string,
): Completion {
  const fitting = names.filter((name) => name.startsWith(typed));
  const [first] = fitting;
  if (first === undefined) return { line: before + typed, candidates: [] };
  const common = fitting.reduce((one, other) => commonStart(one, other), first);
  return { line: before + ending(common, fitting.length === 1), candidates: fitting.length === 1 ? [] : fitting };
}

function commonStart(one: string, other: string): string {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return one.slice(0, length);
}
