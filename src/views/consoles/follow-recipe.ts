/** Does a recipe at the playhead, deed by deed, as a visitor would who waits for every answer. */
import { ensure } from '../../base/assert.ts';
import type { Lab } from '../../app/lab.ts';
import type { CliRelease, TerminalLine } from '../../sim/console.ts';
import { select } from '../../sim/select.ts';
import type { Action } from '../../sim/action.ts';
import { isNodeThere } from './client-data.ts';
import type { Recipe } from './examples.ts';
import { freshNames, SESSION_MILLIS } from './new-client.ts';
import { answerAfter, shownAt } from './transcript.ts';

/** Whoever has not answered until then will not: there is no leader, or nobody is there. */
const PATIENCE_MILLIS = 20_000;
const LOOK_EVENTS = 200;

/** Names of its clients, and whether it came to its end: it stops where an answer does not come. */
export function followRecipe(
  { session, store }: Pick<Lab, 'session' | 'store'>,
  recipe: Recipe,
  release: CliRelease,
): { readonly names: readonly string[]; readonly finished: boolean } {
  const { servers, clients } = session.facts(select, store.getState());
  const names = freshNames(
    clients.map(({ name }) => name),
    recipe.clientCount,
  );
  // One beside the other, from the first server that runs.
  const running = servers.filter(({ status }) => status === 'up').map(({ sid }) => sid);
  const hosts = running.length === 0 ? servers.map(({ sid }) => sid) : running;
  const at = freshRoot(recipe.at, (path) => isNodeThere(session.momentAt(store.getState()), hosts, path));
  const connect = names.map((client, i): Action => {
    const own = [...hosts.slice(i % hosts.length), ...hosts.slice(0, i % hosts.length)];
    return { do: 'connect', client, server: ensure(own[0], 'a server'), hosts: own, timeoutMillis: SESSION_MILLIS };
  });
  const said = (name: string): readonly TerminalLine[] => {
    const { branch, cursor } = store.getState();
    return shownAt(session.branch(branch), cursor, name, release).lines;
  };
  const created = (client: number): string =>
    said(names[client] ?? '')
      .findLast(({ text }) => text.startsWith('Created '))
      ?.text.slice('Created '.length) ?? at;
  for (const [i, round] of recipe.rounds.entries()) {
    const typed = round({ at, created }).map(([client, line]): Action => ({
      do: 'type',
      client: names[client] ?? '',
      line,
    }));
    if (!store.getState().act(...(i === 0 ? connect : []), ...typed)) return { names, finished: false };
    const answered = names.map((name) => cursorOfAnswer({ session, store }, name, release));
    if (answered.includes(null)) return { names, finished: false };
    store.getState().seek(Math.max(...answered.map(Number)));
    if (names.some((name) => isCutOff(said(name)))) return { names, finished: false };
  }
  return { names, finished: true };
}

/** What it asked last was not answered by a server. */
function isCutOff(lines: readonly TerminalLine[]): boolean {
  const last = lines.findLast(({ kind }) => kind === 'said')?.text ?? '';
  return /^(KeeperErrorCode = (ConnectionLoss|Session)|Not connected)/.test(last);
}

/** Just after the answer that a client waits for here, or here when it waits for none; null when none comes. */
export function cursorOfAnswer(
  { session, store }: Pick<Lab, 'session' | 'store'>,
  name: string,
  release: CliRelease,
): number | null {
  const { branch, cursor } = store.getState();
  const run = session.branch(branch);
  if (!shownAt(run, cursor, name, release).waits) return cursor;
  const until = run.timeAt(cursor) + PATIENCE_MILLIS;
  for (;;) {
    const answer = answerAfter(run, cursor, name, release);
    if (answer !== null) return answer;
    if (session.isOver(branch) || run.timeAt(run.length) > until) return null;
    session.ensureAhead({ branch, cursor: run.length }, LOOK_EVENTS);
  }
}

function freshRoot(path: string, isTaken: (path: string) => boolean): string {
  let root = path;
  for (let i = 2; isTaken(root); i++) root = `${path}-${i}`;
  return root;
}
