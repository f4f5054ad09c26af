import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Sid, zxidFrom } from '../ids.ts';
import { propertyLine, readProperties } from './properties-file.ts';
import { SETTINGS, type SettingKind, type SettingName, type SettingValue } from './zoo-cfg-keys.ts';
import { type ConfiguredServer, type ZooCfg, parseZooCfg, zooCfgFiles } from './zoo-cfg.ts';

const BASE = 'dataDir=/data\ninitLimit=10\nsyncLimit=5\n';
const THREE = [1, 2, 3].map((n) => `server.${n}=zoo${n}:2888:3888\n`).join('');

/** `line kind key received`, with `!` for an error. */
function problemsOf(cfg: string, dynamic: string | null = null): readonly string[] {
  return parseZooCfg({ cfg, dynamic }).problems.map(({ file, line, severity, kind, key, received }) =>
    [`${file === 'dynamic' ? 'd' : ''}${line}${severity === 'error' ? '!' : ''}`, kind, key, received].join(' ').trim(),
  );
}

function configOf(cfg: string, dynamic: string | null = null): ZooCfg {
  const { config, problems } = parseZooCfg({ cfg, dynamic });
  if (config === null) throw new Error(JSON.stringify(problems));
  return config;
}

it('4 reads a file as people write it', () => {
  const text = `# The number of milliseconds of each tick
tickTime = 2000
initLimit: 10
syncLimit 5
dataDir=/var/lib/zookeeper
! also a comment
clientPort=2181
autopurge.snapRetainCount=5
localSessionsEnabled=TRUE
leaderServes=no
server.1=zoo1:2888:3888
server.2=zoo2.example.org:2888:3888:participant
server.10=zoo3:2888:3888:observer
server.3=[2001:db8::3]:2888:3888\r
my.own=thing
`;
  const { config, problems } = parseZooCfg({ cfg: text, dynamic: null });
  expect(problems.map(({ line, kind, key }) => `${line} ${kind} ${key}`)).toEqual(['15 unknownKey my.own']);
  expect(config?.settings).toEqual({
    tickTime: 2000,
    initLimit: 10,
    syncLimit: 5,
    dataDir: '/var/lib/zookeeper',
    clientPort: 2181,
    'autopurge.snapRetainCount': 5,
    localSessionsEnabled: true,
    leaderServes: false,
  });
  expect(config?.properties).toEqual({ 'my.own': 'thing' });
  expect(
    config?.servers.map(({ sid, learnerType, addresses }) => `${sid} ${learnerType} ${addresses[0]?.host}`),
  ).toEqual(['1 PARTICIPANT zoo1', '2 PARTICIPANT zoo2.example.org', '3 PARTICIPANT 2001:db8::3', '10 OBSERVER zoo3']);
});

// oxfmt-ignore
describe('4 server lines', () => {
  it.each([
    // value                                            addresses                              role           client
    ['zoo:2888:3888',                                   'zoo 2888 3888',                       'PARTICIPANT', null],
    [' zoo : 2888 : 3888 : observer ',                  'zoo 2888 3888',                       'OBSERVER',    null],
    ['zoo:2888:3888:Participant;2181',                  'zoo 2888 3888',                       'PARTICIPANT', [null, 2181]],
    ['zoo:2888:3888;0.0.0.0:2181',                      'zoo 2888 3888',                       'PARTICIPANT', ['0.0.0.0', 2181]],
    ['zoo:2888:3888:observer;[::]:2181',                'zoo 2888 3888',                       'OBSERVER',    ['::', 2181]],
    ['[fe80::1]:2888:3888:observer',                    'fe80::1 2888 3888',                   'OBSERVER',    null],
    ['a:2888:3888|b:2889:3889',                         'a 2888 3888, b 2889 3889',            'PARTICIPANT', null],
    ['a:2888:3888:observer|b:2889:3889:observer;2181',  'a 2888 3888, b 2889 3889',            'OBSERVER',    [null, 2181]],
    ['a:2888:3888|b:2889:3889:observer',                'a 2888 3888, b 2889 3889',            'OBSERVER',    null],
    ['zoo:2888:3888;',                                  'zoo 2888 3888',                       'PARTICIPANT', null],
  ])('%s', (value, addresses, learnerType, client) => {
    const server = configOf(`${BASE}standaloneEnabled=false\nmultiAddress.enabled=true\nserver.7=${value}\nserver.8=x:1:2\n`).servers[0];
    expect(server?.addresses.map(({ host, quorumPort, electionPort }) => `${host} ${quorumPort} ${electionPort}`).join(', ')).toBe(addresses);
    expect(server?.learnerType).toBe(learnerType);
    expect(server?.client).toEqual(client === null ? null : { host: client[0], port: client[1] });
  });

  it.each([
    // line                                      problem
    ['server.1=zoo',                             'badAddress server.1 zoo'],
    ['server.1=zoo:2888',                        'badAddress server.1 zoo:2888'],
    ['server.1=:2888:3888',                      'badAddress server.1 :2888:3888'],
    ['server.1=zoo:2888:3888:observer:1',        'badAddress server.1 zoo:2888:3888:observer:1'],
    ['server.1=zoo:2888:70000',                  'badPort server.1 70000'],
    ['server.1=zoo:port:3888',                   'badPort server.1 port'],
    ['server.1=zoo:2888:3888:leader',            'badRole server.1 leader'],
    ['server.1=a:1:2:observer|b:1:2:participant', 'rolesDiffer server.1 participant'],
    ['server.1=zoo:2888:3888;2181:observer',     'roleAfterClient server.1 observer'], // 27: the role precedes the `;`
    ['server.1=zoo:2888:3888;a:b:2181',          'badClientAddress server.1 a:b:2181'],
    ['server.1=zoo:2888:3888;1;2',               'badClientAddress server.1 2'],
    ['server.one=zoo:2888:3888',                 'badServerId server.one one'],
    ['server.=zoo:2888:3888',                    'badServerId server.'],
  ])('%s', (line, problem) => {
    expect(problemsOf(`${BASE}${line}\n`)).toEqual([`4! ${problem}`]);
  });
});

// oxfmt-ignore
describe('4 what is wrong, and where', () => {
  it.each([
    // text                                                      problems
    [`${BASE}${THREE}`,                                          []],
    [`${BASE}${THREE}foo=bar\n`,                                 ['7 unknownKey foo']],
    [`${BASE}${THREE}ssl.keyStore.location=/x\n`,                []],                                       // a family that is known
    [`${BASE}${THREE}tickTime=soon\n`,                           ['7! wrongValue tickTime soon']],
    [`${BASE}${THREE}tickTime=0\n`,                              ['7! wrongValue tickTime 0']],
    [`${BASE}${THREE}syncEnabled=maybe\n`,                       ['7! wrongValue syncEnabled maybe']],
    [`${BASE}${THREE}leaderServes=true\n`,                       ['7! wrongValue leaderServes true']],
    [`${BASE}${THREE}peerType=leader\n`,                         ['7! wrongValue peerType leader']],
    [`${BASE}${THREE}electionAlg=1\n`,                           ['7! electionAlgGone electionAlg 1']],
    [`${BASE}${THREE}minSessionTimeout=9\nmaxSessionTimeout=8`,  ['7! sessionTimeoutsCross minSessionTimeout 9']],
    [`${BASE}${THREE}commitLogCount=100\n`,                      ['7 raised commitLogCount 100']],
    [`${BASE}${THREE}autopurge.snapRetainCount=1\n`,             ['7 raised autopurge.snapRetainCount 1']],
    [`${BASE}${THREE}syncLimit=6\n`,                             ['7 duplicateKey syncLimit 3']],
    [`dataDir=/d\n${THREE}`,                                     ['0! missing initLimit', '0! missing syncLimit']],
    [`initLimit=5\nsyncLimit=2\n${THREE}`,                       ['0 missing dataDir']],
    [BASE,                                                       ['0 standalone server.1']],
    [`${BASE}server.1=a:1:2\n`,                                  ['0 standalone server 1']],
    [`${BASE}server.1=a:1:2\nserver.2=b:1:2:observer\n`,         ['0! observersWithoutQuorum server 1']],
    [`${BASE}standaloneEnabled=false\nserver.1=a:1:2\nserver.2=b:1:2:observer\n`, []],
    [`${BASE}server.1=a:1:2\nserver.2=b:1:2\n`,                  ['0 twoVoters server 2']],
    [`${BASE}${THREE}server.4=d:1:2\n`,                          ['0 evenVoters server 4']],
    [`${BASE}${THREE}server.4=d:1:2:observer\n`,                 []],
    [`${BASE}server.1=a:1:2:observer\n`,                         ['0! noVoters server 0']],
    [`${BASE}${THREE}server.5=a:1:2|b:1:2\n`,                    ['0 evenVoters server 4', '7! multiAddressDisabled server.5']],
    [`${BASE}${THREE}group.1=1:2\ngroup.2=2:3\n`,                ['8! serverInTwoGroups group.2 2']],
    [`${BASE}${THREE}group.1=1:2\n`,                             ['6! voterInNoGroup server.3 3']],
    [`${BASE}${THREE}group.1=1:2:3:4\n`,                         ['7! unknownServer group.1 4']],
    [`${BASE}${THREE}group.1=1,2,3\n`,                           ['7! wrongValue group.1 1,2,3']],
    [`${BASE}${THREE}group.1=1:2:3\nweight.1=-1\n`,              ['8! wrongValue weight.1 -1']],
    [`${BASE}${THREE}group.1=1:2:3\nweight.9=1\n`,               ['8! unknownServer weight.9 9']],
    [`${BASE}${THREE}weight.1=2\n`,                              ['4! voterInNoGroup server.1 1', '5! voterInNoGroup server.2 2', '6! voterInNoGroup server.3 3']],
    [`${BASE}clientPort=2181\nserver.1=a:1:2;2182\nserver.2=b:1:2;2181\nserver.3=c:1:2;2181\n`, ['5 clientPortDiffers server.1 2182']],
    [`${BASE}version=xyz\n${THREE}`,                             ['4! wrongValue version xyz']],
  ])('%j', (text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });
});

describe('4 the dynamic file', () => {
  const cfg = `${BASE}dynamicConfigFile=/conf/zoo.cfg.dynamic.100000000\n`;
  const dynamic = 'server.1=a:1:2:participant;2181\nserver.2=b:1:2:participant;2181\nserver.3=c:1:2:observer;2181\n';

  it('holds the members and the version, a zxid in hex', () => {
    const config = configOf(cfg, `${dynamic}server.4=d:1:2;2181\ngroup.1=1:2:4\nweight.4=0\nversion=10000000a\n`);
    expect(config.servers.map(({ sid }) => sid)).toEqual([1, 2, 3, 4]);
    expect([config.groups, config.weights]).toEqual([[{ id: 1, sids: [1, 2, 4] }], [{ sid: 4, weight: 0 }]]);
    expect(config.version).toBe(zxidFrom(1, 10));
  });

  it.each([
    [cfg, null, ['4! dynamicFileNeeded dynamicConfigFile']],
    [`${BASE}${THREE}`, dynamic, ['0 dynamicFileUnused dynamicConfigFile']],
    [`${cfg}server.1=a:1:2\n`, dynamic, ['5! onlyInDynamicFile server.1']],
    [cfg, `${dynamic}tickTime=2000\n`, ['d4! notInDynamicFile tickTime']],
    [cfg, `${dynamic}server.2=x:1:2\nserver.4=d:1:2\n`, ['d4 duplicateKey server.2 2']],
  ])('%j with %j', (text, other, problems) => {
    expect(problemsOf(text, other)).toEqual(problems);
  });
});

describe('properties files', () => {
  it.each([
    ['a=b', [['a', 'b']]],
    ['  a  =  b c  ', [['a', 'b c']]],
    ['a:b=c', [['a', 'b=c']]],
    ['a b:c', [['a', 'b:c']]],
    ['a', [['a', '']]],
    ['a\\=b=c', [['a=b', 'c']]],
    ['a=b\\\n   c', [['a', 'bc']]],
    [
      'a=b\\\\\nc=d',
      [
        ['a', 'b\\'],
        ['c', 'd'],
      ],
    ],
    ['a=C:\\\\data', [['a', 'C:\\data']]],
    ['a=C:\\data', [['a', 'C:data']]], // as Java has it: a lone backslash vanishes
    ['a=\\u00e9\\n', [['a', 'é']]],
    [
      '\uFEFFa=b\r\nc=d\r',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
  ])('%j', (text, pairs) => {
    expect(readProperties(text).map(({ key, value }) => [key, value])).toEqual(pairs);
  });

  it('reads what it writes', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (key, value) => {
        const trimmed = value.trim();
        expect(readProperties(propertyLine(key, trimmed))).toEqual([{ line: 1, key, value: trimmed }]);
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});

const host = fc.oneof(
  fc.stringMatching(/^[a-z][a-z0-9-]{0,8}(\.[a-z]{1,5})?$/),
  fc.ipV4(),
  fc.ipV6().filter((text) => text.includes(':')),
);
const port = fc.integer({ min: 0, max: 65_535 });
const line = fc.record({
  addresses: fc.array(fc.record({ host, quorumPort: port, electionPort: port }), { minLength: 1, maxLength: 3 }),
  learnerType: fc.constantFrom('PARTICIPANT' as const, 'OBSERVER' as const),
  client: fc.option(fc.record({ host: fc.option(host), port })),
});

function valueOf(kind: SettingKind): fc.Arbitrary<SettingValue> {
  switch (kind.type) {
    case 'integer':
      return fc.integer({ min: kind.min, max: kind.max });
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value));
    case 'choice':
      return fc.constantFrom(...kind.of);
    case 'text':
      return fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text === text.trim());
    default:
      return fc.boolean();
  }
}

const settings = fc.record(Object.fromEntries(Object.entries(SETTINGS).map(([name, kind]) => [name, valueOf(kind)])), {
  requiredKeys: ['initLimit', 'syncLimit'],
}) as fc.Arbitrary<Partial<Record<SettingName, SettingValue>>>;

const zooCfg: fc.Arbitrary<ZooCfg> = fc
  .record({
    lines: fc.dictionary(fc.stringMatching(/^[1-9]\d{0,3}$|^0$/), line, { maxKeys: 9 }),
    settings,
    groupCount: fc.integer({ min: 0, max: 3 }),
    weights: fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 9 }),
    version: fc.option(fc.integer({ min: 0, max: 2 ** 50 })),
    properties: fc.dictionary(
      fc.stringMatching(/^x[a-z.]{1,9}$/),
      fc.stringMatching(/^[ -~]*$/).map((text) => text.trim()),
    ),
  })
  .map(({ lines, groupCount, weights, version, ...rest }) => {
    const servers = Object.entries(lines)
      .map(([sid, server]): ConfiguredServer => ({ sid: Number(sid) as Sid, ...server }))
      .toSorted((a, b) => a.sid - b.sid);
    const sids = servers.map(({ sid }) => sid);
    const groups = Array.from({ length: groupCount }, (_, i) => ({
      id: i + 1,
      sids: sids.filter((__, place) => place % groupCount === i),
    })).filter((group) => group.sids.length > 0);
    return {
      servers,
      groups,
      weights:
        groups.length === 0 ? [] : weights.slice(0, sids.length).map((weight, i) => ({ sid: sids[i] as Sid, weight })),
      version: version as ZooCfg['version'],
      settings: {
        ...rest.settings,
        electionAlg: 3,
        standaloneEnabled: false,
        'multiAddress.enabled': true,
        minSessionTimeout: -1,
      },
      properties: rest.properties,
    };
  })
  .filter(({ servers }) => servers.length === 0 || servers.some(({ learnerType }) => learnerType === 'PARTICIPANT'));

it('4 reads what it writes, in one file or two', () => {
  fc.assert(
    fc.property(zooCfg, (config) => {
      const files = zooCfgFiles(config);
      expect(files.dynamic === null).toBe(config.settings.dynamicConfigFile === undefined);
      const parsed = parseZooCfg(files);
      expect(parsed.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(parsed.config).toEqual(config);
    }),
    { seed: 7, numRuns: 300 },
  );
});
