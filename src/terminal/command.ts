/** The shape of a command. */
import type { Options } from './arguments.ts';

export interface Command {
  /** One line, for the list of commands. */
  readonly summary: string;
  /** How it is called, after the program's name. */
  readonly usage: string;
  readonly options: Options;
  /** What else its help says. */
  readonly notes: string;
  /** Returns the exit code: 0 nothing found, 1 something found; a UsageError becomes 2. */
  readonly run: (args: readonly string[]) => Promise<number> | number;
}
