import { describe, expect, it } from 'vitest';
import { type QuorumVerifier, type ServerSpec, quorumVerifier } from '../config/ensemble.ts';
import { type Sid, ZXID_NONE, type Zxid, zxidFrom } from '../ids.ts';
import { configText } from '../database/config-node.ts';
import { reconfigured } from './reconfig.ts';

const known = [1, 2, 3, 4, 5].map((sid): ServerSpec => ({
  sid: sid as Sid,
  node: sid - 1,
  learnerType: 'PARTICIPANT',
}));
const zxid = zxidFrom(1, 9);

/** `1 2 3 4o`: three voters and an observer. */
function config(text: string, version: Zxid = zxidFrom(1, 0)): QuorumVerifier {
  const servers = text.split(' ').map((word): ServerSpec => {
    const sid = Number.parseInt(word, 10);
    return { sid: sid as Sid, node: sid - 1, learnerType: word.endsWith('o') ? 'OBSERVER' : 'PARTICIPANT' };
  });
  return quorumVerifier({ version, servers, groups: null });
}

/** `+4 +5o -1` */
function asked(text: string, fromConfig: Zxid = ZXID_NONE) {
  const words = text.split(' ').filter((word) => word !== '');
  return {
    op: 'reconfig' as const,
    joining: words
      .filter((word) => word.startsWith('+'))
      .map((word) => ({ sid: Number.parseInt(word.slice(1), 10) as Sid, observer: word.endsWith('o') })),
    leaving: words.filter((word) => word.startsWith('-')).map((word) => Number(word.slice(1)) as Sid),
    fromConfig,
  };
}

function outcome(before: string, text: string, synced: readonly number[]): string {
  const committed = config(before);
  const ensemble = {
    enabled: true,
    isQuorum: true,
    standaloneEnabled: true,
    committed,
    lastSeen: committed,
    known,
    synced: synced as Sid[],
  };
  return textOf(reconfigured(asked(text), ensemble, zxid));
}

// oxfmt-ignore
it.each([
  // before      asked        in step       after
  ['1 2 3',      '+4',        [1, 2, 3],    '1 2 3 4'],
  ['1 2 3',      '+4o',       [1, 2, 3],    '1 2 3 4o'],
  ['1 2 3',      '-1',        [1, 2, 3],    '2 3'],
  ['1 2 3',      '-1 +5',     [1, 2, 3],    '2 3 5'],
  ['1 2 3 4o',   '+4',        [1, 2, 3],    '1 2 3 4'],        // an observer is promoted
  ['1 2 3 4',    '+4o',       [1, 2, 3],    '1 2 3 4o'],       // a voter only watches from now on
  ['1 2 3',      '-9',        [1, 2, 3],    '1 2 3'],          // whoever leaves need not be there
  ['1 2',        '-2',        [1, 2],       'BADARGUMENTS'],   // one voter alone
  ['1 2 3',      '+9',        [1, 2, 3],    'BADARGUMENTS'],   // nobody knows where S9 is
  ['1 2 3',      '+4 +5',     [1, 2],       'NEWCONFIGNOQUORUM'], // two of five
  ['1 2 3',      '+4 +5',     [1, 2, 3],    '1 2 3 4 5'],
  ['1 2 3',      '-1 -2 +4',  [1, 2, 3],    'NEWCONFIGNOQUORUM'], // S3 alone of S3 and S4
] as const)('21 of %s, asked %s with %j in step: %s', (before, text, synced, after) => {
  expect(outcome(before, text, synced)).toBe(after);
});

// oxfmt-ignore
it.each([
  // members         groups          weights   in step       after
  ['2 3 4',          undefined,      {},       [1, 2, 3],    '2 3 4'],
  ['1 2 3o',         undefined,      {},       [1, 2, 3],    '1 2 3o'],
  ['1',              undefined,      {},       [1, 2, 3],    'BADARGUMENTS'],      // one voter alone
  ['1 2 9',          undefined,      {},       [1, 2, 3],    'BADARGUMENTS'],      // nobody knows where S9 is
  ['3 4 5',          undefined,      {},       [1, 2, 3],    'NEWCONFIGNOQUORUM'],
  ['1 2 3 4o',       [[1, 2], [3]],  { 2: 2 }, [1, 2, 3],    '1 2 3 4o | 1·1 2·2, 3·1'],
  ['1 2 3',          [[1, 2], [3]],  {},       [1, 3],       'NEWCONFIGNOQUORUM'], // one group of two, and half of the other
  ['1 2 3',          [[1, 2]],       {},       [1, 2, 3],    'BADARGUMENTS'],      // S3 is in no group
  ['1 2 3',          [[1, 2], [2, 3]], {},     [1, 2, 3],    'BADARGUMENTS'],      // S2 is in two
] as const)('21 members %s, groups %j, weights %j, with %j in step: %s', (members, groups, weights, synced, after) => {
  const committed = config('1 2 3');
  const weightOf = (sid: number): number | undefined => (weights as Readonly<Record<number, number>>)[sid];
  const operation = {
    ...asked(''),
    members: members.split(' ').map((word) => {
      const sid = Number.parseInt(word, 10) as Sid;
      const weight = weightOf(sid);
      return { sid, observer: word.endsWith('o'), ...(weight !== undefined && { weight }) };
    }),
    ...(groups !== undefined && { groups: groups.map((sids) => [...sids] as Sid[]) }),
  };
  const ensemble = { enabled: true, isQuorum: true, standaloneEnabled: true, committed, lastSeen: committed, known, synced: [...synced] as Sid[] };
  expect(textOf(reconfigured(operation, ensemble, zxid))).toBe(after);
});

/** An error as it is; a configuration as `1 2o`, and its groups with their weights. */
function textOf(result: QuorumVerifier | string): string {
  if (typeof result === 'string') return result;
  const servers = result.servers.map(({ sid, learnerType }) => `${sid}${learnerType === 'OBSERVER' ? 'o' : ''}`);
  const grouped = result.groups?.map((group) => group.sids.map((sid, i) => `${sid}·${group.weights[i]}`).join(' '));
  return [servers.join(' '), ...(grouped === undefined ? [] : [grouped.join(', ')])].join(' | ');
}

describe('21 what is refused before anything is looked at', () => {
  const committed = config('1 2 3', zxidFrom(1, 0));
  const ensemble = {
    enabled: true,
    isQuorum: true,
    standaloneEnabled: true,
    committed,
    lastSeen: committed,
    known,
    synced: [1, 2, 3] as Sid[],
  };

  it.each([
    ['reconfiguration is not enabled', { enabled: false }, ZXID_NONE, 'RECONFIGDISABLED'],
    ['another one is under way', { lastSeen: config('1 2 4', zxidFrom(1, 3)) }, ZXID_NONE, 'RECONFIGINPROGRESS'],
    ['there is no ensemble', { isQuorum: false }, ZXID_NONE, 'UNIMPLEMENTED'],
    ['the version is another one than expected', {}, zxidFrom(1, 1), 'BADVERSION'],
  ] as const)('%s', (_, change, fromConfig, error) => {
    expect(reconfigured(asked('+4', fromConfig), { ...ensemble, ...change }, zxid)).toBe(error);
  });

  it.each([
    [true, 'BADARGUMENTS'], // after its next start it would be no ensemble
    [false, '1 2o'],
  ])('standaloneEnabled=%s: one voter alone: %s', (standaloneEnabled, after) => {
    const pair = config('1 2', zxidFrom(1, 0));
    const alone = { ...ensemble, standaloneEnabled, committed: pair, lastSeen: pair };
    expect(textOf(reconfigured(asked('+2o'), alone, zxid))).toBe(after);
  });

  it('the version that is expected passes, and the transaction’s zxid is the next', () => {
    expect(reconfigured(asked('+4', zxidFrom(1, 0)), ensemble, zxid)).toMatchObject({ version: zxid });
  });

  it('groups are not changed one server at a time', () => {
    const grouped = { ...committed, groups: [{ sids: [1, 2, 3] as Sid[], weights: [1, 1, 1] }] };
    const among = { ...ensemble, committed: grouped, lastSeen: grouped };
    expect(reconfigured(asked('+4'), among, zxid)).toBe('BADARGUMENTS');
    // With all members named they may, and go.
    const members = [1, 2, 4].map((sid) => ({ sid: sid as Sid, observer: false }));
    expect(reconfigured({ ...asked(''), members }, among, zxid)).toMatchObject({ voters: [1, 2, 4], groups: null });
  });
});

it('the data of /zookeeper/config is what a dynamic file says', () => {
  expect(configText(config('1 4o', zxidFrom(2, 10)))).toBe(
    'server.1=10.0.0.1:2888:3888:participant;0.0.0.0:2181\nserver.4=10.0.0.4:2888:3888:observer;0.0.0.0:2181\nversion=20000000a',
  );
});

it('with groups their members and weights follow the servers', () => {
  const grouped = {
    ...config('1 2 3'),
    groups: [
      { sids: [1, 2] as Sid[], weights: [1, 3] },
      { sids: [3] as Sid[], weights: [1] },
    ],
  };
  expect(configText(grouped).split('\n').slice(3)).toEqual([
    'group.1=1:2',
    'group.2=3',
    'weight.1=1',
    'weight.2=3',
    'weight.3=1',
    'version=100000000',
  ]);
});
