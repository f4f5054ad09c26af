/** What a server answers an operator at the playhead: four-letter words, and the admin server's JSON. Asking changes nothing. */
import { useId, useState } from 'react';
import type { Sid } from '../../zookeeper/ids.ts';
import { adminCommand, adminCommandNames } from '../../zookeeper/operator/admin-commands.ts';
import { fourLetterWord, fourLetterWords } from '../../zookeeper/operator/four-letter-words.ts';
import type { OperatedServer } from '../../zookeeper/operator/server-state.ts';
import { useShownServer } from '../inspector/shown-server.ts';
import { useFacts, useLab, usePlace } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { useConsoleWords } from './console-words.ts';
import { operatedAt } from './operated.ts';
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
  const server = useShownServer();
  if (server === null) return null;
  const { sid, status } = server;
  const run = session.branch(place.branch);
  const operated = operatedAt(session.momentAt(place), { run, cursor: place.cursor }, sid, version);
  const answer =
    operated === null
      ? words.operator.down(sid)
      : status === 'frozen'
        ? words.operator.frozen(sid)
        : answerTo(asked, operated, isWhitelisted);
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

function answerTo(asked: string, server: OperatedServer, isWhitelisted: boolean): string {
  if (!asked.startsWith(ADMIN)) return fourLetterWord(asked, server, isWhitelisted ? ['*'] : undefined) ?? '';
  return JSON.stringify(adminCommand(asked.slice(ADMIN.length), server), null, 2);
}
