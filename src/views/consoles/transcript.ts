/**
 * What the terminals of a run's clients show, found once from the events that say something on them; as a run grows, only
 * what is new is looked at. A branch goes on from what its parent showed where it parts.
 */
import { bisectRight } from 'd3';
import type { Session } from '../../app/session.ts';
import { type CliRelease, type Terminal, type TerminalLine, NEW_TERMINAL, afterEvent } from '../../sim/console.ts';
import type { Entry } from '../../sim/entry.ts';
import { FLAG_TERMINAL } from '../../sim/flags.ts';

type Run = ReturnType<Session['branch']>;

/** One terminal, with all that came on it so far in the run. */
interface Screen {
  /** Events that changed it, in order; beside each the terminal after it, and how many lines there were then. */
  readonly events: readonly number[];
  readonly terminals: readonly Terminal[];
  readonly ends: readonly number[];
  readonly lines: readonly TerminalLine[];
}

type Draft = { -readonly [K in keyof Screen]: Screen[K][number][] };

interface Known {
  scanned: number;
  readonly screens: Map<string, Draft>;
  /** Names by node: most events tell no name. */
  readonly names: Map<number, string>;
}

const known = new WeakMap<Run, Known>();

export interface Shown {
  readonly terminal: Terminal;
  readonly lines: readonly TerminalLine[];
  /** A command was typed and has not ended. */
  readonly waits: boolean;
}

/** What the terminal of client `name` shows after `cursor` events. */
export function shownAt(run: Run, cursor: number, name: string, release: CliRelease): Shown {
  const screen = screensOf(run, release).get(name);
  const count = screen === undefined ? 0 : bisectRight(screen.events, cursor - 1);
  const terminal = screen?.terminals[count - 1] ?? NEW_TERMINAL;
  const lines = screen?.lines.slice(0, screen.ends[count - 1] ?? 0) ?? [];
  return { terminal, lines, waits: isWaiting(terminal) };
}

/** The cursor just after the event that ends what client `name` waits for at `cursor`; null as far as the run has come. */
export function answerAfter(run: Run, cursor: number, name: string, release: CliRelease): number | null {
  const screen = screensOf(run, release).get(name);
  if (screen === undefined) return null;
  for (let i = bisectRight(screen.events, cursor - 1); i < screen.events.length; i++) {
    const terminal = screen.terminals[i];
    if (terminal !== undefined && !isWaiting(terminal)) return (screen.events[i] ?? 0) + 1;
  }
  return null;
}

function isWaiting({ ended, history, gone }: Terminal): boolean {
  return !gone && ended < history.length;
}

function screensOf(run: Run, release: CliRelease): ReadonlyMap<string, Screen> {
  const state = known.get(run) ?? begun(run, release);
  known.set(run, state);
  for (const { index, flags } of run.marks(state.scanned, run.length)) {
    if ((flags & FLAG_TERMINAL) !== 0) take(state, index, run.entryAt(index), release);
  }
  state.scanned = run.length;
  return state.screens;
}

function begun({ fork }: Run, release: CliRelease): Known {
  if (fork === null) return { scanned: 0, screens: new Map(), names: new Map() };
  screensOf(fork.parent, release);
  const before = known.get(fork.parent);
  const screens = Array.from(before?.screens ?? [], ([name, screen]): [string, Draft] => {
    const count = bisectRight(screen.events, fork.cursor - 1);
    const { events, terminals, ends, lines } = screen;
    return [
      name,
      {
        events: events.slice(0, count),
        terminals: terminals.slice(0, count),
        ends: ends.slice(0, count),
        lines: lines.slice(0, ends[count - 1] ?? 0),
      },
    ];
  });
  return { scanned: fork.cursor, screens: new Map(screens), names: new Map(before?.names) };
}

function take({ screens, names }: Known, index: number, entry: Entry, release: CliRelease): void {
  const { action } = entry;
  if (action !== null && 'client' in action && entry.node >= 0) names.set(entry.node, action.client);
  const name = action !== null && 'client' in action ? action.client : names.get(entry.node);
  if (name === undefined) return;
  let screen = screens.get(name);
  if (screen === undefined) screens.set(name, (screen = { events: [], terminals: [], ends: [], lines: [] }));
  const { terminal, lines } = afterEvent(screen.terminals.at(-1) ?? NEW_TERMINAL, entry, release);
  screen.events.push(index);
  screen.terminals.push(terminal);
  screen.lines.push(...lines);
  screen.ends.push(screen.lines.length);
}
