/**
 * Lines typed into a client (ZooKeeperMain): one command after the other, each waiting for what it asked. What a command
 * asks next follows from its line and from the answers so far, so these are all there is to keep of one under way; what it
 * prints is up to whoever reads its end (`commandEnded`).
 */
import { type AppendList, append, emptyList, itemsFrom } from '../../base/append-list.ts';
import { ensure } from '../../base/assert.ts';
import type { Answer, Operation } from './operations.ts';
import type { Command, Outcome, Shell } from './zkcli.ts';

export interface TypedLines {
  /** All of them, in the order typed. */
  readonly history: AppendList<string>;
  /** How many of them have ended. */
  readonly ended: number;
  /** Of the one after those, what its requests were answered; null while it has not begun. */
  readonly answers: AppendList<Answer> | null;
  /** Its last request waits for an answer. */
  readonly waits: boolean;
}

export const NOTHING_TYPED: TypedLines = { history: emptyList(), ended: 0, answers: null, waits: false };

/** What a command does next. */
export type ShellStep =
  | { readonly kind: 'asks'; readonly operation: Operation; readonly lines: TypedLines }
  | {
      readonly kind: 'ends';
      readonly line: string;
      readonly answers: readonly Answer[];
      readonly outcome: Outcome;
      readonly lines: TypedLines;
    };

type Interpreter = (line: string, shell: Shell) => Command;

let interpreter: Interpreter | null = null;

/** To be called before the first line is typed, by whoever can bring one: a page that shows an election does without commands. */
export function understandBy(zkCli: Interpreter): void {
  interpreter = zkCli;
}

export function withTyped(lines: TypedLines, line: string): TypedLines {
  return { ...lines, history: append(lines.history, line) };
}

export function withAnswer(lines: TypedLines, answer: Answer): TypedLines {
  return { ...lines, answers: append(lines.answers ?? emptyList(), answer), waits: false };
}

/** Null when nothing is left to do, or an answer is waited for. */
export function nextStep(lines: TypedLines, { alive, version }: Pick<Shell, 'alive' | 'version'>): ShellStep | null {
  const { history, ended, waits } = lines;
  if (waits || ended === history.length) return null;
  const typed = Array.from(itemsFrom(history)).slice(0, ended + 1);
  const line = ensure(typed.at(-1), 'a typed line');
  const answers = Array.from(itemsFrom(lines.answers ?? emptyList<Answer>()));
  // What is printed is of no account here, so neither is what only printing looks at.
  const shell: Shell = { history: typed, printWatches: true, alive, version };
  const { value, done } = replayed(ensure(interpreter, 'an interpreter of typed lines')(line, shell), answers);
  if (done !== true)
    return { kind: 'asks', operation: value, lines: { ...lines, answers: lines.answers ?? emptyList(), waits: true } };
  return { kind: 'ends', line, answers, outcome: value, lines: { ...lines, ended: ended + 1, answers: null } };
}

/** A command as far as `answers` take it. */
export function replayed(command: Command, answers: readonly Answer[]): IteratorResult<Operation, Outcome> {
  let step = command.next();
  for (const answer of answers) {
    if (step.done === true) break;
    step = command.next(answer);
  }
  return step;
}
