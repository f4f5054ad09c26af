import { expect, it } from 'vitest';
import { partition } from '../scenario/builtin/partition.ts';
import {
  type Draft,
  draftOf,
  readConfig,
  scenarioOfDraft,
  withChangedServer,
  withConfig,
  withGroups,
  withServer,
  withToggle,
  withoutServer,
} from './ensemble-draft.ts';

const DRAFT = draftOf(partition);

function made(draft: Draft) {
  const scenario = scenarioOfDraft(draft, 'own');
  if (!scenario.ok) throw new Error(JSON.stringify(scenario.error));
  return scenario.value;
}

it('an unchanged draft is the scenario it was made of, by another name', () => {
  expect(made(DRAFT)).toEqual({ ...partition, id: 'own', title: 'own' });
});

it('a new server starts with the others, as a voter or an observer with the least free sid', () => {
  const { servers, script } = made(withServer(withServer(DRAFT, { observer: false }), { observer: true }));
  expect(servers.slice(5)).toEqual([{ sid: 6 }, { sid: 7, observer: true }]);
  expect(script.slice(5, 7)).toEqual([
    { at: 8, action: { do: 'start', server: 6 } },
    { at: 8, action: { do: 'start', server: 7 } },
  ]);
});

it('with a server go the steps that name it, and its part of a partition', () => {
  const { script } = made(withoutServer(DRAFT, 0));
  expect(script.map(({ action }) => action.do)).toEqual([
    'start',
    'start',
    'start',
    'start',
    'call',
    'partition',
    'healAll',
  ]);
  expect(script[5]?.action).toEqual({
    do: 'partition',
    groups: [
      [2, 3],
      [4, 5],
    ],
  });
});

it('groups: every voter is in one, an observer in none', () => {
  const grouped = withGroups(withServer(DRAFT, { observer: true }), true);
  expect(made(grouped).groups).toEqual([[1, 2], [3, 4], [5]]);
  expect(made(withChangedServer(grouped, 0, { weight: 3 })).servers[0]).toEqual({ sid: 1, weight: 3 });
  expect(made(withGroups(grouped, false)).groups).toBeUndefined();
});

// oxfmt-ignore
it.each<[string, Draft, string]>([
  ['the same sid twice',    withChangedServer(DRAFT, 1, { sid: 1 }),            '$.servers[1].sid duplicateServer'],
  ['no sid',                withChangedServer(DRAFT, 1, { sid: Number.NaN }),   '$.servers[1].sid wrongValue'],
  ['a voter in no group',   withChangedServer(withGroups(DRAFT, true), 0, { group: '' }), '$.groups notInOneGroup'],
  ['only observers',        DRAFT.servers.reduce((draft, { row }) => withChangedServer(draft, row, { observer: true }), DRAFT), '$.servers noVoters'],
  ['sixteen servers',       Array.from({ length: 11 }).reduce<Draft>((draft) => withServer(draft, { observer: false }), DRAFT), '$.servers tooMany'],
  ['half a tick',           { ...DRAFT, timing: { ...DRAFT.timing, tickMillis: 0.5 } }, '$.timing.tickMillis wrongValue'],
  ['no seed',               { ...DRAFT, seed: Number.NaN },                     '$.seed wrongValue'],
])('%s is a problem with its place', (_, draft, expected) => {
  const scenario = scenarioOfDraft(draft, 'own');
  expect(scenario.ok ? [] : scenario.error.map(({ path, kind }) => `${path} ${kind}`)).toContain(expected);
});

it('a toggle has a value of its own, or that of the profile', () => {
  const own = withToggle(DRAFT, 'rolloverGuard', false);
  expect(made(own).toggles).toEqual({ rolloverGuard: false });
  expect(made(withToggle(own, 'rolloverGuard', null)).toggles).toEqual({});
});

it('a zoo.cfg takes the place of the servers and of what it says about limits', () => {
  const cfg = 'tickTime=100\ninitLimit=5\nsyncLimit=2\nserver.3=a:1:2\nserver.4=b:1:2\nserver.9=c:1:2:observer\n';
  const { ensemble } = readConfig({ cfg, dynamic: null });
  if (ensemble === null) throw new Error('no ensemble');
  const { servers, timing, diskMillis } = made(withConfig({ ...DRAFT, script: 'together' }, ensemble));
  expect(servers).toEqual([{ sid: 3 }, { sid: 4 }, { sid: 9, observer: true }]);
  expect(timing).toEqual({ ...partition.timing, tickMillis: 100, initLimitTicks: 5, syncLimitTicks: 2 });
  expect(diskMillis).toBe(partition.diskMillis);
});
