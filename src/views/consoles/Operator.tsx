/** What a server answers an operator at the playhead: four-letter words, and the admin server's JSON. Some of them do something. */
import { useId, useState } from 'react';
import type { Sid } from '../../zookeeper/ids.ts';
import { adminCommand, adminCommandNames } from '../../zookeeper/operator/admin-commands.ts';
import { fourLetterWord, fourLetterWords } from '../../zookeeper/operator/four-letter-words.ts';
import { jsonText } from '../../zookeeper/operator/json-text.ts';
import type { Note } from '../../zookeeper/notes.ts';
import type { OperatedServer } from '../../zookeeper/operator/server-state.ts';
import { DEFAULT_TRACE_MASK } from '../../zookeeper/processors/client-service.ts';
import { PressButton } from '../../widgets/PressButton.tsx';
import { useShownServer } from '../inspector/shown-server.ts';
import { useFacts, useLab, usePlace } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { useConsoleWords } from './console-words.ts';
import { operatedAt } from './operated.ts';
import { isTellable, operatorAct } from './operator-acts.ts';
import { useRelease } from './use-release.ts';
import styles from './Consoles.module.css';

const ADMIN = '/commands/';

export function Operator() {
  const { session, store } = useLab();
  const words = useConsoleWords();
  const lab = useLabWords();
  const facts = useFacts();
  const place = usePlace();
  const { version, behaviour } = useRelease();
  const id = useId();
  const [asked, setAsked] = useState('srvr');
  const [isWhitelisted, setWhitelisted] = useState(true);
  const [mask, setMask] = useState(String(DEFAULT_TRACE_MASK));
  const [percent, setPercent] = useState('50');
  const [of, setOf] = useState<Sid | null>(null);
  const server = useShownServer();
  if (server === null) return null;
  const { sid, status } = server;
  const run = session.branch(place.branch);
  const operated = operatedAt(session.momentAt(place), { run, cursor: place.cursor }, sid, version);
  // A word that is not in the whitelist is not executed.
  const act = isWhitelisted || asked.startsWith(ADMIN) ? operatorAct(asked) : null;
  const told = { mask: numberIn(mask), percent: numberIn(percent), of: of ?? sid };
  const action = act?.action(sid, told) ?? null;
  const refusal = action === null ? null : session.refusal(place, action);
  const last = session.lastEntry(place);
  const isDone =
    action === null || (last?.action?.do === action.do && 'server' in last.action && last.action.server === sid);
  const answer =
    operated === null
      ? words.operator.down(sid)
      : status === 'frozen'
        ? words.operator.frozen(sid)
        : isDone || refusal === 'notServing'
          ? answerTo(asked, operated, isWhitelisted, last?.notes ?? [])
          : words.operator.changes(asked, sid);
  return (
    <div className={styles.terminal}>
      <form className={styles.form} aria-label={words.operator.name} onSubmit={(event) => event.preventDefault()}>
        <label>
          {words.operator.server}
          <select
            value={sid}
            onChange={({ target }) => store.getState().select({ kind: 'server', sid: Number(target.value) as Sid })}
          >
            {facts.servers.map((one) => (
              <option key={one.sid} value={one.sid}>
                {lab.server(one.sid)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.operator.word}
          <select value={asked} onChange={({ target }) => setAsked(target.value)}>
            <optgroup label={words.operator.words}>
              {fourLetterWords(behaviour).map((word) => (
                <option key={word}>{word}</option>
              ))}
            </optgroup>
            <optgroup label={words.operator.commands}>
              {adminCommandNames(behaviour).map((name) => (
                <option key={name}>{`${ADMIN}${name}`}</option>
              ))}
            </optgroup>
          </select>
        </label>
        <label className={styles.check}>
          <input type="checkbox" checked={isWhitelisted} onChange={() => setWhitelisted(!isWhitelisted)} />
          {words.operator.whitelisted}
        </label>
        {act?.needs === 'mask' && (
          <label>
            {words.operator.mask}
            <input type="number" min={0} step={1} value={mask} onChange={({ target }) => setMask(target.value)} />
          </label>
        )}
        {act?.needs === 'percent' && (
          <label>
            {words.operator.percent}
            <input
              type="number"
              min={0}
              max={100}
              step={1}
              value={percent}
              onChange={({ target }) => setPercent(target.value)}
            />
          </label>
        )}
        {act?.needs === 'of' && (
          <label>
            {words.operator.of}
            <select value={told.of} onChange={({ target }) => setOf(Number(target.value) as Sid)}>
              {facts.servers.map((one) => (
                <option key={one.sid} value={one.sid}>
                  {lab.server(one.sid)}
                </option>
              ))}
            </select>
          </label>
        )}
        {action !== null && (
          <PressButton
            name={words.operator.doIt(asked, sid)}
            usable={refusal === null && isTellable(act?.needs ?? null, told)}
            onPress={() => void store.getState().act(action)}
          >
            {words.operator.run}
          </PressButton>
        )}
        {refusal !== null && operated !== null && <small role="status">{lab.refusals[refusal] ?? refusal}</small>}
      </form>
      <pre
        className={styles.output}
        id={`${id}output`}
        role="region"
        aria-label={words.operator.output(asked, sid)}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls must be reached by keys.
        tabIndex={0}
      >
        {answer}
      </pre>
    </div>
  );
}

function numberIn(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text);
}

/** `notes`: of the event that has just happened, which may be what was asked for. */
function answerTo(asked: string, server: OperatedServer, isWhitelisted: boolean, notes: readonly Note[]): string {
  if (!asked.startsWith(ADMIN)) return fourLetterWord(asked, server, isWhitelisted ? ['*'] : undefined) ?? '';
  return jsonText(adminCommand(asked.slice(ADMIN.length), server, notes));
}
