import { expect, test } from 'vitest';
import { behaviourOf } from '../../zookeeper/config/profiles.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import { adminCommandNames } from '../../zookeeper/operator/admin-commands.ts';
import { fourLetterWords } from '../../zookeeper/operator/four-letter-words.ts';
import { isTellable, operatorAct } from './operator-acts.ts';

const told = { mask: 2, percent: 50, of: sidOf(2) };

// oxfmt-ignore
test.each([
  ['srst',                            { do: 'resetStats', by: 'srst' }],
  ['crst',                            { do: 'resetStats', by: 'crst' }],
  ['stmk',                            { do: 'setTraceMask', mask: 2 }],
  ['/commands/stat_reset',            { do: 'resetStats', by: 'stat_reset' }],
  ['/commands/connection_stat_reset', { do: 'resetStats', by: 'crst' }],
  ['/commands/set_trace_mask',        { do: 'setTraceMask', mask: 2 }],
  ['/commands/snapshot',              { do: 'takeSnapshot' }],
  ['/commands/restore',               { do: 'restoreSnapshot', of: 2 }],
  ['/commands/shed_connections',      { do: 'shedConnections', percent: 50 }],
])('22 %s changes something, and servers know it', (asked, action) => {
  expect(operatorAct(asked)?.action(sidOf(1), told)).toEqual({ server: 1, ...action });
  const behaviour = behaviourOf('3.9', { adminShedsConnections: true });
  const known = [...fourLetterWords(behaviour), ...adminCommandNames(behaviour).map((name) => `/commands/${name}`)];
  expect(known).toContain(asked);
});

test('what only tells is no act', () => {
  expect(['srvr', 'gtmk', '/commands/hash', '/commands/dance'].map(operatorAct)).toEqual([null, null, null, null]);
});

test.each([
  ['mask', { mask: -1 }, false],
  ['mask', { mask: Number.NaN }, false],
  ['percent', { percent: 101 }, false],
  ['percent', { percent: 0 }, true],
  [null, { percent: 101 }, true],
] as const)('%s of %j: %s', (needs, odd, fine) => {
  expect(isTellable(needs, { ...told, ...odd })).toBe(fine);
});
