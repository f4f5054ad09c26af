import { expect, it } from 'vitest';
import { fakePage } from '../../app/fake-page.ts';
import { createLab } from '../../app/lab.ts';
import { fiveServers } from '../../scenario/builtin/five-servers.ts';
import { understandBy } from '../../zookeeper/client/shell.ts';
import { zkCli } from '../../zookeeper/client/zkcli.ts';
import { RECIPES } from './examples.ts';
import { cursorOfAnswer, followRecipe } from './follow-recipe.ts';
import { operatedAt } from './operated.ts';
import { shownAt } from './transcript.ts';
import { fourLetterWord } from '../../zookeeper/operator/four-letter-words.ts';
import { ensure } from '../../base/assert.ts';
import { sidOf } from '../../zookeeper/ids.ts';

understandBy(zkCli);

const RELEASE = { version: '3.9.4', eventZxid: true };

/** Five servers, all serving. */
async function lab() {
  const { session, store, whole } = createLab(fakePage());
  await whole;
  store.getState().openScenario(fiveServers);
  store.getState().toEnd();
  const said = (name: string): readonly string[] => {
    const { branch, cursor } = store.getState();
    return shownAt(session.branch(branch), cursor, name, RELEASE).lines.map(({ text }) => text);
  };
  return { session, store, said };
}

it('23 the text is that of the playhead: back takes answers away, forward brings them again', async () => {
  const { session, store, said } = await lab();
  const [s1] = session.sids;
  store
    .getState()
    .act(
      { do: 'connect', client: 'cli1', server: ensure(s1, 'S1'), hosts: session.sids, timeoutMillis: 10_000 },
      { do: 'type', client: 'cli1', line: 'create /a x' },
    );
  const before = said('cli1');
  expect(before.at(-1)).toBe('[zk: S1:2181,S2:2181,S3:2181,S4:2181,S5:2181(CONNECTING) 0] create /a x');
  const answer = cursorOfAnswer({ session, store }, 'cli1', RELEASE);
  store.getState().seek(ensure(answer, 'an answer'));
  expect(said('cli1').at(-1)).toBe('Created /a');
  store.getState().step(-1);
  expect(said('cli1')).not.toContain('Created /a');
  expect(said('cli2')).toEqual([]);
});

it('23 a branch goes on from what its parent showed where it parts', async () => {
  const { store, said } = await lab();
  const connect = {
    do: 'connect',
    client: 'cli1',
    server: sidOf(1),
    hosts: [sidOf(1)],
    timeoutMillis: 10_000,
  } as const;
  store.getState().act(connect, { do: 'type', client: 'cli1', line: 'create /a x' });
  const here = { branch: store.getState().branch, cursor: store.getState().cursor };
  store.getState().act({ do: 'type', client: 'cli1', line: 'ls /' });
  const typed = said('cli1').filter((line) => line.startsWith('[zk:'));
  expect(typed).toHaveLength(2);
  store.getState().goTo(here);
  store.getState().act({ do: 'type', client: 'cli1', line: 'get /a' });
  expect(said('cli1').filter((line) => line.startsWith('[zk:'))).toEqual([
    typed[0],
    '[zk: S1:2181(CONNECTING) 1] get /a',
  ]);
});

it('recipes: one holds the lock, the next is told when it is released', async () => {
  const { session, store, said } = await lab();
  const [lock, queue] = RECIPES;
  const followed = followRecipe({ session, store }, ensure(lock, 'the lock'), RELEASE);
  expect(followed).toEqual({ names: ['cli1', 'cli2', 'cli3'], finished: true });
  const told = followed.names.filter((name) => said(name).some((line) => line.includes('type:NodeDeleted')));
  expect(told).toHaveLength(1);
  expect(said(told[0] ?? '').at(-1)).toBe('[n-0000000001, n-0000000002]');

  // Others follow beside them; of two that reach for one item, one comes too late.
  const again = followRecipe({ session, store }, ensure(queue, 'the queue'), RELEASE);
  expect(again).toEqual({ names: ['cli4', 'cli5', 'cli6'], finished: true });
  const late = ['cli5', 'cli6'].flatMap(said).filter((line) => line === 'Node does not exist: /queue/item-0000000000');
  expect(late).toHaveLength(1);
  store.getState().step(1);
  const third = followRecipe({ session, store }, ensure(queue, 'the queue'), RELEASE);
  expect(said(third.names[0] ?? '')).toContain('Created /queue-2');
});

it('a recipe stops where no answer comes', async () => {
  const { session, store } = await lab();
  store
    .getState()
    .act({ do: 'kill', server: sidOf(1) }, { do: 'kill', server: sidOf(2) }, { do: 'kill', server: sidOf(3) });
  const { finished } = followRecipe({ session, store }, ensure(RECIPES[0], 'the lock'), RELEASE);
  expect(finished).toBe(false);
});

it('22.1 an operator is told when the process began', async () => {
  const { session, store } = await lab();
  const { branch, cursor } = store.getState();
  const place = { run: session.branch(branch), cursor };
  const server = operatedAt(session.momentAt({ branch, cursor }), place, sidOf(5), '3.9.4');
  expect(server?.startedAt).toBe(4000);
  expect(fourLetterWord('srvr', ensure(server, 'S5'), ['*'])).toContain('Mode: follower');
  store.getState().act({ do: 'kill', server: sidOf(5) });
  const after = { branch: store.getState().branch, cursor: store.getState().cursor };
  expect(
    operatedAt(session.momentAt(after), { run: session.branch(after.branch), cursor: after.cursor }, sidOf(5), '3.9.4'),
  ).toBeNull();
});
