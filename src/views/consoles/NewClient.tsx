/** Connects a client to the servers of a connect string: a step of the scenario like any other. */
import { type FormEvent, useId, useState } from 'react';
import type { Sid } from '../../zookeeper/ids.ts';
import { connectStringOf, hostsOf } from '../../zookeeper/client/connect-string.ts';
import { useFacts, useLab } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { openTab } from './console-state.ts';
import { useConsoleWords } from './console-words.ts';
import { type NewClient as Asked, SESSION_MILLIS, connectAction, freshNames, problemWith } from './new-client.ts';
import styles from './Consoles.module.css';

export function NewClient() {
  const { store } = useLab();
  const words = useConsoleWords();
  const lab = useLabWords();
  const { servers, clients } = useFacts();
  const id = useId();
  const taken = clients.map(({ name }) => name);
  const [asked, setAsked] = useState<Asked>(() => ({
    name: freshNames(taken, 1)[0] ?? '',
    connectString: connectStringOf(servers.map(({ sid }) => sid)),
    timeoutMillis: SESSION_MILLIS,
    canBeReadOnly: false,
  }));
  const [tried, setTried] = useState(false);
  const problem = problemWith(asked, taken, servers);
  const hosts = hostsOf(asked.connectString, servers);
  const change = (what: Partial<Asked>): void => setAsked({ ...asked, ...what });
  const toggle = (sid: Sid): void => {
    const others = hosts.filter((one) => one !== sid);
    change({ connectString: connectStringOf(others.length === hosts.length ? [...hosts, sid] : others) });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (problem !== null || !store.getState().act(connectAction(asked, servers))) return;
    openTab({ kind: 'client', name: asked.name.trim() });
  };
  return (
    <form className={styles.form} aria-label={words.form.title} onSubmit={submit} noValidate>
      <label>
        {words.form.name}
        <input value={asked.name} maxLength={20} size={8} onChange={({ target }) => change({ name: target.value })} />
      </label>
      <label className={styles.wide}>
        {words.form.connectString}
        <input
          value={asked.connectString}
          maxLength={400}
          spellCheck={false}
          onChange={({ target }) => change({ connectString: target.value })}
        />
      </label>
      <div className={styles.chips} role="group" aria-label={words.form.hosts}>
        {servers.map(({ sid }) => (
          <button key={sid} type="button" aria-pressed={hosts.includes(sid)} onClick={() => toggle(sid)}>
            {lab.server(sid)}
          </button>
        ))}
      </div>
      <label>
        {words.form.timeout}
        <input
          inputMode="numeric"
          size={7}
          value={Number.isNaN(asked.timeoutMillis) ? '' : asked.timeoutMillis}
          onChange={({ target }) => change({ timeoutMillis: Number.parseInt(target.value, 10) })}
        />
      </label>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={asked.canBeReadOnly}
          onChange={() => change({ canBeReadOnly: !asked.canBeReadOnly })}
        />
        {words.form.readOnly}
      </label>
      <button type="submit" className={styles.primary} aria-describedby={`${id}problem`}>
        {words.form.connect}
      </button>
      <span id={`${id}problem`} role="alert" className={styles.problem}>
        {tried && problem !== null ? words.form.problems[problem] : ''}
      </span>
    </form>
  );
}
