/**
 * What a client's terminal shows (zkCli): everything on it follows from the events of that client, one after the other, so
 * the text at any moment is that of the events before it.
 */
import { connectStringOf } from '../zookeeper/client/connect-string.ts';
import { replayed } from '../zookeeper/client/shell.ts';
import { promptText, stateEventLines, watchEventLines } from '../zookeeper/client/zkcli-text.ts';
import { type Outcome, zkCli } from '../zookeeper/client/zkcli.ts';
import { ZXID_NONE } from '../zookeeper/ids.ts';
import type { Note } from '../zookeeper/notes.ts';
import type { Entry } from './entry.ts';

/** ZooKeeper.States, as the prompt names them. */
export type HandleState = 'CONNECTING' | 'CONNECTED' | 'CONNECTEDREADONLY' | 'CLOSED';

/** What a terminal remembers from one event to the next. */
export interface Terminal {
  /** As the handle was opened with; '' before there is one. */
  readonly connectString: string;
  readonly state: HandleState;
  /** The last state that was told; a state is told once. */
  readonly told: KeeperState;
  readonly printWatches: boolean;
  /** Lines typed in this process, the newest last. */
  readonly history: readonly string[];
  /** How many of them have ended. */
  readonly ended: number;
  /** No process: it has left, or was killed. */
  readonly gone: boolean;
}

/** Watcher.Event.KeeperState. */
type KeeperState = 'Disconnected' | 'SyncConnected' | 'ConnectedReadOnly' | 'Expired' | 'Closed';

export interface TerminalLine {
  /** 'typed': behind its prompt. 'watch': a watcher's, between two prompts. 'said': what a command or the shell prints. */
  readonly kind: 'typed' | 'said' | 'watch';
  readonly text: string;
}

export interface CliRelease {
  /** As `3.9.3`. */
  readonly version: string;
  /** A watcher's event tells a zxid (3.9). */
  readonly eventZxid: boolean;
}

export const NEW_TERMINAL: Terminal = {
  connectString: '',
  state: 'CONNECTING',
  told: 'Disconnected',
  printWatches: true,
  history: [],
  ended: 0,
  gone: false,
};

/** The prompt in front of the next line. */
export function promptOf({ connectString, state, history }: Terminal): string {
  return promptText(connectString, state, history.length);
}

/** After one event of the client, made with its notes; and the lines that it added. */
export function afterEvent(
  before: Terminal,
  entry: Entry,
  release: CliRelease,
): { readonly terminal: Terminal; readonly lines: readonly TerminalLine[] } {
  const screen = new Screen(before, release);
  const { action } = entry;
  if (action?.do === 'connect') screen.opened(action.hosts ?? [action.server]);
  if (action?.do === 'type') screen.typed(action.line);
  if (action?.do === 'killClient') screen.left();
  for (const note of entry.notes) screen.hear(note, entry);
  return { terminal: screen.terminal, lines: screen.lines };
}

class Screen {
  terminal: Terminal;
  readonly lines: TerminalLine[] = [];
  readonly #release: CliRelease;

  constructor(terminal: Terminal, release: CliRelease) {
    this.terminal = terminal;
    this.#release = release;
  }

  opened(hosts: Parameters<typeof connectStringOf>[0]): void {
    const { gone } = this.terminal;
    if (gone || this.terminal.connectString === '') {
      this.terminal = NEW_TERMINAL;
      this.#say([`Connecting to ${connectStringOf(hosts)}`, 'Welcome to ZooKeeper!']);
    }
    this.#handle(connectStringOf(hosts));
  }

  typed(line: string): void {
    this.lines.push({ kind: 'typed', text: `${promptOf(this.terminal)}${line}` });
    this.#change({ history: [...this.terminal.history, line] });
  }

  left(): void {
    this.#change({ gone: true, state: 'CLOSED' });
  }

  hear(note: Note, entry: Entry): void {
    switch (note.kind) {
      case 'clientConnected': {
        const readOnly = entry.packet?.type === 'CONNECTED' && entry.packet.readOnly;
        this.#change({ state: readOnly ? 'CONNECTEDREADONLY' : 'CONNECTED' });
        return this.#tell(readOnly ? 'ConnectedReadOnly' : 'SyncConnected');
      }
      case 'clientDisconnected':
        // Expired says more, and is the end.
        if (this.terminal.state === 'CLOSED') return;
        this.#change({ state: 'CONNECTING' });
        return this.#tell('Disconnected');
      case 'sessionLost':
        this.#change({ state: 'CLOSED' });
        return this.#tell('Expired');
      case 'watchFired': {
        const zxid = entry.packet?.type === 'EVENT' ? entry.packet.zxid : ZXID_NONE;
        if (this.terminal.printWatches) this.#watch(watchEventLines(note.event, note.path, zxid));
        return;
      }
      case 'commandEnded':
        return this.#ended(note);
      default:
    }
  }

  #ended({ line, answers }: Extract<Note, { kind: 'commandEnded' }>): void {
    const { history, ended, printWatches, state } = this.terminal;
    const shell = {
      history: history.slice(0, ended + 1),
      printWatches,
      // What was asked had a session to be asked in.
      alive: state !== 'CLOSED' || answers.length > 0,
      version: this.#release.version,
    };
    const { value } = replayed(zkCli(line, shell), answers);
    const { lines, shell: wanted } = value as Outcome;
    this.#say(lines);
    this.#change({ ended: ended + 1 });
    switch (wanted?.do) {
      case 'printWatches':
        return this.#change({ printWatches: wanted.on });
      case 'close':
      case 'quit':
        this.#change({ state: 'CLOSED', gone: wanted.do === 'quit' });
        return this.#tell('Closed');
      case 'connect':
        this.#tell('Closed');
        return this.#handle(wanted.address);
      default:
    }
  }

  #handle(connectString: string): void {
    this.#change({ connectString, state: 'CONNECTING', told: 'Disconnected' });
  }

  /** To the watcher that every shell has (ZooKeeperMain.MyWatcher). */
  #tell(state: KeeperState): void {
    if (state === this.terminal.told) return;
    this.#change({ told: state });
    if (this.terminal.printWatches) this.#watch(stateEventLines(state, this.#release.eventZxid));
  }

  #say(lines: readonly string[]): void {
    this.#print('said', lines);
  }

  #watch(lines: readonly string[]): void {
    this.#print('watch', lines);
  }

  #print(kind: TerminalLine['kind'], texts: readonly string[]): void {
    // A text may be several lines itself.
    for (const text of texts.flatMap((one) => one.split('\n'))) this.lines.push({ kind, text });
  }

  #change(change: Partial<Terminal>): void {
    this.terminal = { ...this.terminal, ...change };
  }
}
