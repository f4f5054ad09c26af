/** One client's terminal: what zkCli has printed up to the playhead, and a line to type into it. */
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { promptOf } from '../../sim/console.ts';
import type { ClientFacts } from '../../sim/facts.ts';
import { hostsOf } from '../../zookeeper/client/connect-string.ts';
import { COMMAND_NAMES, zkCli } from '../../zookeeper/client/zkcli.ts';
import { understandBy } from '../../zookeeper/client/shell.ts';
import { useFacts, useLab, usePlace } from '../lab.ts';
import { childrenSeen } from './client-data.ts';
import { completed } from './completion.ts';
import { remember, setDraft, useConsoleState } from './console-state.ts';
import { useConsoleWords } from './console-words.ts';
import { cursorOfAnswer } from './follow-recipe.ts';
import { SESSION_MILLIS } from './new-client.ts';
import { shownAt } from './transcript.ts';
import { useRelease } from './use-release.ts';
import styles from './Consoles.module.css';

// What is typed here must be understood by the run.
understandBy(zkCli);

/** More than fits on a screen by far, few enough to lay out at every answer. */
const LINES_MAX = 400;

/** `focused`: its line takes the focus as it opens. */
export function Terminal({ client, focused }: { readonly client: ClientFacts; readonly focused: boolean }) {
  const { session } = useLab();
  const words = useConsoleWords();
  const place = usePlace();
  const release = useRelease();
  const { terminal, lines, waits } = shownAt(session.branch(place.branch), place.cursor, client.name, release);
  const output = useRef<HTMLDivElement>(null);
  const shownCount = useRef(-1);
  useLayoutEffect(() => {
    // To the newest line whenever there is one: who has scrolled up to read is left there otherwise.
    if (output.current !== null && shownCount.current !== lines.length) {
      output.current.scrollTop = output.current.scrollHeight;
    }
    shownCount.current = lines.length;
  });
  const earlier = Math.max(0, lines.length - LINES_MAX);
  return (
    <div className={styles.terminal}>
      <div
        className={styles.output}
        ref={output}
        role="log"
        aria-label={words.output(client.name)}
        // What scrolls must be reached by keys.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        {earlier > 0 && <p className={styles.quiet}>{words.earlier(earlier)}</p>}
        {lines.length === 0 && <p className={styles.quiet}>{words.nothing}</p>}
        {lines.slice(earlier).map(({ kind, text }, i) => (
          // A line is known by its place: lines are only added at the end.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={earlier + i} data-kind={kind}>
            {text === '' ? '\u00a0' : text}
          </div>
        ))}
      </div>
      {terminal.gone ? (
        <Gone client={client} connectString={terminal.connectString} />
      ) : (
        <Prompt
          client={client}
          prompt={promptOf(terminal)}
          history={terminal.history}
          waits={waits}
          focused={focused}
        />
      )}
    </div>
  );
}

interface PromptProps {
  readonly client: ClientFacts;
  readonly prompt: string;
  readonly history: readonly string[];
  readonly waits: boolean;
  readonly focused: boolean;
}

function Prompt({ client, prompt, history, waits, focused }: PromptProps) {
  const lab = useLab();
  const words = useConsoleWords();
  const id = useId();
  const { name } = client;
  const line = useConsoleState(({ drafts }) => drafts[name] ?? '');
  const sent = useConsoleState((state) => state.sent[name] ?? NONE);
  const before = [...history, ...sent.filter((one) => !history.includes(one))];
  /** How far up in what was typed before; 0 is the line itself. */
  const [up, setUp] = useState(0);
  const [candidates, setCandidates] = useState<readonly string[]>([]);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focused) input.current?.focus();
  }, [focused]);

  const write = (text: string): void => {
    setDraft(name, text);
    setCandidates([]);
  };
  const recall = (wanted: number): void => {
    if (wanted < 0 || wanted > before.length) return;
    setUp(wanted);
    write(wanted === 0 ? '' : (before[before.length - wanted] ?? ''));
  };
  const complete = (event: KeyboardEvent): void => {
    const children = childrenSeen(lab.session.momentAt(lab.store.getState()), client.server);
    const found = completed(line, COMMAND_NAMES, children);
    // With nothing to complete the key does what it does everywhere.
    if (line === '' || (found.line === line && found.candidates.length === 0)) return;
    event.preventDefault();
    setDraft(name, found.line);
    setCandidates(found.candidates);
  };
  const key = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      recall(up + (event.key === 'ArrowUp' ? 1 : -1));
    } else if (event.key === 'Tab' && !event.shiftKey) complete(event);
    else if (event.key === 'Escape' && candidates.length > 0) {
      event.stopPropagation();
      setCandidates([]);
    }
  };
  return (
    <>
      {candidates.length > 0 && (
        <ul className={styles.candidates} aria-label={words.candidates} aria-live="polite">
          {candidates.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
      <form
        className={styles.prompt}
        onSubmit={(event) => {
          event.preventDefault();
          if (!lab.store.getState().act({ do: 'type', client: name, line })) return;
          remember(name, line);
          setUp(0);
          write('');
        }}
      >
        <label htmlFor={`${id}line`} aria-label={words.input(name)}>
          {shortPrompt(prompt)}
        </label>
        <input
          ref={input}
          id={`${id}line`}
          value={line}
          maxLength={1000}
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          aria-describedby={`${id}hint`}
          onChange={({ target }) => write(target.value)}
          onKeyDown={key}
        />
        <span id={`${id}hint`} className="sr">
          {words.inputHint}
        </span>
        {waits ? <Waiting name={name} /> : <small>{words.meta(client.server, client.sessionId)}</small>}
        <button
          type="button"
          aria-label={words.killIt(name)}
          title={words.killIt(name)}
          onClick={() => lab.store.getState().act({ do: 'killClient', client: name })}
        >
          {words.kill}
        </button>
      </form>
    </>
  );
}

/** Of several hosts only the first: the line needs the room. */
function shortPrompt(prompt: string): string {
  return prompt.replace(/,[^(]*\(/, ',…(');
}

const NONE: readonly string[] = [];

function Waiting({ name }: { readonly name: string }) {
  const lab = useLab();
  const words = useConsoleWords();
  const release = useRelease();
  const [failed, setFailed] = useState(false);
  const run = (): void => {
    const cursor = cursorOfAnswer(lab, name, release);
    setFailed(cursor === null);
    if (cursor !== null) lab.store.getState().seek(cursor);
  };
  return (
    <span className={styles.waits}>
      <small role="status">{failed ? words.noAnswer : words.waits}</small>
      <button type="button" onClick={run}>
        {words.toAnswer}
      </button>
    </span>
  );
}

function Gone({ client, connectString }: { readonly client: ClientFacts; readonly connectString: string }) {
  const { store } = useLab();
  const words = useConsoleWords();
  const { servers } = useFacts();
  const named = hostsOf(connectString, servers);
  const hosts = named.length === 0 ? servers.map(({ sid }) => sid) : named;
  const [server] = hosts;
  return (
    <p className={styles.prompt}>
      {words.gone(client.name)}
      <button
        type="button"
        onClick={() => {
          if (server === undefined) return;
          store.getState().act({ do: 'connect', client: client.name, server, hosts, timeoutMillis: SESSION_MILLIS });
        }}
      >
        {words.again}
      </button>
    </p>
  );
}
