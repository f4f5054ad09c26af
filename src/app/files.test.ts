import { expect, it } from 'vitest';
import { leaderKilled } from '../scenario/builtin/leader-killed.ts';
import { startOf } from '../scenario/start.ts';
import { zooKeeperMachine } from '../sim/machine.ts';
import { withScript } from '../sim/script.ts';
import { sidOf } from '../zookeeper/ids.ts';
import { ensure } from '../base/assert.ts';
import { lessonCalled } from '../lessons/lessons.ts';
import { linkIn, contentOfText, scenarioText, traceText } from './files.ts';
import { Session } from './session.ts';

function start(from: typeof leaderKilled) {
  return startOf(from, null);
}

function sessionOf(scenario: typeof leaderKilled) {
  const session = new Session({ machine: zooKeeperMachine, start, withScript }, scenario);
  session.ensureAhead({ branch: 0, cursor: 0 }, 300);
  return session;
}

it('what is saved is opened again, the deeds of the branch among the steps', () => {
  const session = sessionOf(leaderKilled);
  const acted = session.act({ branch: 0, cursor: 120 }, [{ do: 'freeze', server: sidOf(1) }]);
  if (!acted.ok) throw new Error(acted.error.reason);
  const again = contentOfText(scenarioText(session, acted.value.branch));
  if (!again.ok || !('scenario' in again.value)) throw new Error('no scenario');
  const { script } = again.value.scenario;
  const at = session.branch(acted.value.branch).timeAt(121);
  expect(script).toHaveLength(leaderKilled.script.length + 1);
  expect(script).toContainEqual({ at, action: { do: 'freeze', server: 1 } });
  expect(contentOfText(scenarioText(session, 0))).toEqual({ ok: true, value: { scenario: leaderKilled } });
});

it.each<[string, string, object]>([
  ['broken JSON', '{\n  "id": "x",\n  "servers": [,]\n}', { kind: 'notJson', line: 3 }],
  ['a text', 'hello', { kind: 'notJson', line: 1 }],
  ['a zoo.cfg', '# of one server\ntickTime=2000\nserver.1=a:2888:3888\n', { kind: 'zooCfg' }],
])('%s is no JSON, and says where or what it is', (_, text, problem) => {
  expect(contentOfText(text)).toMatchObject({ ok: false, error: problem });
});

it('names the line of what a scenario must not be', () => {
  const text = JSON.stringify({ ...leaderKilled, seed: 'x' }, null, 2);
  const line = text.split('\n').findIndex((one) => one.includes('"seed"')) + 1;
  expect(contentOfText(text)).toMatchObject({
    ok: false,
    error: { kind: 'notAScenario', problems: [{ path: '$.seed', line }] },
  });
});

it.each([
  ['https://example.org/zabscope/#scenario=partition&at=9', '#scenario=partition&at=9'],
  ['  #r=1.abc_-\n', '#r=1.abc_-'],
  ['{"title": "#r=1.abc"}', null],
  ['tickTime=2000', null],
])('in %j the link is %j', (text, link) => {
  expect(linkIn(text)).toBe(link);
});

it('a trace has a line for every event that is no ping, and ends with the digest', () => {
  const session = sessionOf(leaderKilled);
  const lines = traceText(session, 0)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const { length } = session.branch(0);
  expect(lines[0]).toMatchObject({ trace: 1, scenario: { id: leaderKilled.id } });
  expect(lines.at(-1)).toMatchObject({ events: length, digest: session.digest({ branch: 0, cursor: length }) });
  const indices = lines.slice(1, -1).map(({ index }) => Number(index));
  expect(indices.length).toBeGreaterThan(150);
  expect(indices).toEqual(indices.toSorted((a, b) => a - b));
});

it('a lesson in a file is told from a scenario, and what is wrong with one has its line', () => {
  const taught = ensure(lessonCalled('which-vote-wins'), 'the lesson');
  const file = { lesson: 1, ...taught.lesson, words: taught.words };
  expect(contentOfText(JSON.stringify(file))).toMatchObject({
    ok: true,
    value: { taught: { lesson: { id: 'which-vote-wins' } } },
  });
  const text = JSON.stringify({ ...file, arc: 'gardening' }, null, 2);
  const line = text.split('\n').findIndex((one) => one.includes('"arc"')) + 1;
  expect(contentOfText(text)).toMatchObject({ ok: false, error: { problems: [{ path: '$.arc', line }] } });
});
