import { expect, it } from 'vitest';
import { PROFILES, behaviourOf } from '../zookeeper/config/profiles.ts';
import { BUILTIN_SCENARIOS } from './builtin.ts';
import { decodeScenario } from './decode.ts';
import { compactScenario, withDefaults } from './defaults.ts';
import { scenarioSchema } from './schema.ts';
import * as v from 'valibot';

const operation = { op: 'create', path: '/a', data: '', dataLength: 0, ephemeral: false, sequential: false };
/** Three servers, the first with a disk. */
const withDisk = (disk: unknown) => ({ servers: [{ sid: 1, disk }, { sid: 2 }, { sid: 3 }] });
const least = { servers: [{ sid: 1 }, { sid: 2 }, { sid: 3 }] };

it('a list of servers is a scenario', () => {
  const decoded = decodeScenario(least);
  expect(decoded).toMatchObject({ ok: true, value: { version: 1, profile: '3.9', seed: 1, script: [] } });
});

// oxfmt-ignore
it.each([
  // json                                                         path                          kind             expected
  [{},                                                            '$.servers',                  'missing',       'servers'],
  [{ servers: [] },                                               '$.servers',                  'wrongValue',    '>=1'],
  [{ servers: [{}] },                                             '$.servers[0].sid',           'missing',       'sid'],
  [{ servers: [{ sid: '1' }] },                                   '$.servers[0].sid',           'wrongValue',    'number'],
  [{ ...least, server: 3 },                                       '$.server',                   'unknownKey',    ''],
  [{ ...least, profile: '3.3' },                                  '$.profile',                  'wrongValue',    Object.keys(PROFILES).join(' | ')],
  [{ ...least, version: 2 },                                      '$.version',                  'wrongValue',    '1'],
  [{ ...least, timing: { tickMillis: 0 } },                       '$.timing.tickMillis',        'wrongValue',    '>=1'],
  [{ ...least, timing: { tick: 5 } },                             '$.timing.tick',              'unknownKey',    ''],
  [{ ...least, toggles: { neg1Rule: 'no' } },                     '$.toggles.neg1Rule',         'wrongValue',    'boolean'],
  [{ ...least, script: [{ at: 0, action: { do: 'nuke' } }] },     '$.script[0].action.do',      'wrongValue',    'start | kill | stop | freeze | thaw | wipe | slowDisk | failDisk | mendDisk | killAtFlush | loseTail | setClock | cut | heal | partition | healAll | latency | loss | dropMessage | delayMessage | hurryMessage | connect | killClient | stranger | skipZxids | resetStats | setTraceMask | takeSnapshot | restoreSnapshot | shedConnections | hold | type | call'],
  [{ ...least, script: [{ at: 0, action: { do: 'kill' } }] },     '$.script[0].action.server',  'missing',       'server'],
  [{ servers: [{ sid: 1 }, { sid: 1 }] },                         '$.servers[1].sid',           'duplicateServer', ''],
  [{ ...least, script: [{ at: 0, action: { do: 'kill', server: 9 } }] }, '$.script[0].action',  'unknownServer', '1, 2, 3'],
  [{ ...least, network: { links: [{ between: [1, 9], latencyMillis: 5 }] } }, '$.network.links[0].between', 'unknownServer', '1, 2, 3'],
  [{ ...least, script: [{ at: 5, action: { do: 'healAll' } }, { at: 4, action: { do: 'healAll' } }] }, '$.script[1].at', 'outOfOrder', '5'],
  [{ ...least, script: [{ at: 0, action: { do: 'hold', until: { event: 'writes', server: 1, write: 'txns' }, action: { do: 'kill', server: 9 } } }] }, '$.script[0].action', 'unknownServer', '1, 2, 3'],
  [{ ...least, script: [{ at: 0, action: { do: 'hold', until: { event: 'counts', server: 1 }, action: { do: 'healAll' } } }] }, '$.script[0].action.until.acks', 'missing', 'acks'],
  [{ ...least, script: [{ at: 0, action: { do: 'hold', until: { event: 'commits', server: 1, zxid: '5' }, action: { do: 'healAll' } } }] }, '$.script[0].action.until.zxid', 'wrongValue', '/^0x[0-9a-f]{1,16}$/'],
  [withDisk({ currentEpoch: -1 }),                               '$.servers[0].disk.currentEpoch', 'wrongValue', '>=0'],
  [withDisk({ txns: [{ zxid: '7', operation }] }),                '$.servers[0].disk.txns[0].zxid', 'wrongValue', '/^0x[0-9a-f]{1,16}$/'],
  [withDisk({ txns: [{ zxid: '0x100000001', operation: { op: 'sync', path: '/' } }] }), '$.servers[0].disk.txns[0].operation', 'notAWrite', ''],
  [withDisk({ txns: [{ zxid: '0x2', operation }, { zxid: '0x2', operation }] }), '$.servers[0].disk.txns[1].zxid', 'zxidOrder', '0x2'],
  [withDisk({ txns: [{ zxid: '0x1', operation }], snapshots: ['0x2'] }), '$.servers[0].disk.snapshots[0]', 'unknownZxid', '0x0, 0x1'],
  [withDisk({ txns: [{ zxid: '0x1', operation }], logFiles: ['0x2'] }), '$.servers[0].disk.logFiles[0]', 'unknownZxid', '0x1'],
  [withDisk({ txns: [{ zxid: '0x1', operation }, { zxid: '0x2', operation }], logFiles: ['0x2'] }), '$.servers[0].disk.snapshots', 'inNoFile', '0x1'],
  [withDisk({ log: [] }),                                         '$.servers[0].disk.log', 'unknownKey', ''],
  [{ ...least, groups: [[1, 2]] },                                '$.groups',                   'notInOneGroup', ''],
  [{ ...least, groups: [[1, 2], [2, 3]] },                        '$.groups[1]',                'notInOneGroup', ''],
  [{ ...least, groups: [[1, 2, 3], [9]] },                        '$.groups[1]',                'unknownServer', '1, 2, 3'],
  [{ ...least, groups: [[]] },                                    '$.groups[0]',                'wrongValue',    '>=1'],
  [{ servers: [{ sid: 1, knows: [1, 9] }, { sid: 2 }] },          '$.servers[0].knows',         'unknownServer', '1, 2'],
  [{ servers: [{ sid: 1, knows: [2] }, { sid: 2 }] },             '$.servers[0].knows',         'wrongValue',    '1'],
  [{ servers: [{ sid: 1, knows: [1] }], groups: [[1]] },          '$.servers[0].knows',         'unknownKey',    ''],
  [{ servers: [{ sid: 1, weight: 0.5 }] },                        '$.servers[0].weight',        'wrongValue',    'integer'],
  [{ ...least, toggles: [] },                                     '$.toggles',                  'wrongValue',    'Object'],
  [{ ...least, service: [] },                                     '$.service',                  'wrongValue',    'Object'],
  [{ servers: [{ sid: 1, timing: [] }] },                         '$.servers[0].timing',        'wrongValue',    'Object'],
  [{ servers: [{ sid: 1, toggles: [] }] },                        '$.servers[0].toggles',       'wrongValue',    'Object'],
  [{ ...least, timing: [] },                                      '$.timing',                   'wrongValue',    'Object'],
  [[],                                                            '$',                          'wrongValue',    'Object'],
  [null,                                                          '$',                          'wrongValue',    'Object'],
])('%j: %s is %s', (json, path, kind, expected) => {
  const decoded = decodeScenario(json);
  expect(decoded.ok ? null : decoded.error[0]).toMatchObject({ path, kind, expected });
});

it('tells every problem at once', () => {
  const decoded = decodeScenario({ servers: [{ sid: 'x' }], seed: 0.5, extra: 1 });
  expect(decoded.ok ? [] : decoded.error.map(({ path }) => path).toSorted()).toEqual([
    '$.extra',
    '$.seed',
    '$.servers[0].sid',
  ]);
});

it('knows every toggle', () => {
  for (const profile of Object.keys(PROFILES) as (keyof typeof PROFILES)[]) {
    const toggles = behaviourOf(profile, {});
    expect(decodeScenario({ ...least, toggles })).toMatchObject({ ok: true, value: { toggles } });
  }
});

it.each(BUILTIN_SCENARIOS.map((scenario) => [scenario.id, scenario] as const))(
  '%s is valid, and the same without its defaults',
  (_, scenario) => {
    expect(decodeScenario(scenario)).toEqual({ ok: true, value: scenario });
    const compact = compactScenario(scenario);
    expect(Object.keys(compact)).not.toContain('version');
    expect(decodeScenario(JSON.parse(JSON.stringify(compact)))).toEqual({ ok: true, value: scenario });
  },
);

it('the defaults are a scenario themselves, but for its servers', () => {
  expect(v.is(scenarioSchema, withDefaults(least))).toBe(true);
});
