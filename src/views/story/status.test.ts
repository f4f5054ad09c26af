import { expect, it } from 'vitest';
import { en } from '../../locales/en.ts';
import type { ServerFacts, StageFacts } from '../../sim/facts.ts';
import { type Epoch, type Round, ZXID_ZERO, sidOf } from '../../zookeeper/ids.ts';
import { beliefOf } from '../stage/belief.ts';
import { roleOf } from '../stage/RoleMark.tsx';
import { statusOf } from './status.ts';

/** `3 L`, `1 F3`, `4 F3 joining`, `2 ?1`, `5 O3`, `6 o?2`, `2 down`, `2 new`; a * is frozen, a leader that does not serve `3 l`. */
function server(text: string): ServerFacts {
  const [id = '', what = '', more] = text.replace('*', '').split(' ');
  const sid = sidOf(Number(id));
  const sign = what.charAt(0);
  const number = Number(what.replace(/\D/g, ''));
  const isDown = what === 'down' || what === 'new';
  const state = { L: 'LEADING', l: 'LEADING', F: 'FOLLOWING', O: 'OBSERVING', '?': 'LOOKING', o: 'LOOKING' }[sign];
  const isLeading = state === 'LEADING';
  // The sentences read nothing else of a server.
  return {
    sid,
    status: isDown ? 'down' : text.includes('*') ? 'frozen' : 'up',
    started: what !== 'new',
    learnerType: sign === 'O' || sign === 'o' ? 'OBSERVER' : 'PARTICIPANT',
    state: isDown ? null : state,
    serving: !isDown && sign !== 'l' && state !== 'LOOKING' && more !== 'joining',
    leader: isDown || state === 'LOOKING' ? null : isLeading ? sid : sidOf(number),
    epoch: isLeading ? (1 as Epoch) : null,
    logicalClock: number as Round,
    waits: [],
    lastZxid: ZXID_ZERO,
    zabState: 'BROADCAST',
  } as unknown as ServerFacts;
}

function status(...texts: readonly string[]): readonly string[] {
  const servers = texts.map(server);
  const voters = servers.filter((one) => one.learnerType === 'PARTICIPANT').map((one) => one.sid);
  const quorumVerifier = { version: ZXID_ZERO, servers: [], voters, groups: null };
  return statusOf({ servers, voters, quorumVerifier } as unknown as StageFacts, en);
}

// oxfmt-ignore
it.each([
  [['1 F3', '2 F3', '3 L'],                      ['S3 leads epoch 1']],
  [['1 F3', '2 F3 joining', '3 L'],              ['S3 leads epoch 1', 'S2 joins']],
  [['1 F3', '2 F3', '3 l'],                      ['S3 believes it leads epoch 1', 'S1 S2 follow S3']],
  [['1 F3', '2 F3', '3 L*'],                     ['S3 is frozen and believes it leads epoch 1', 'S1 S2 still follow S3']],
  [['1 F3', '2 ?2', '3 L*'],                     ['S3 is frozen and believes it leads epoch 1', 'S1 still follows S3', 'S2 elects, round 2']],
  [['1 F2', '2 L', '3 L*'],                      ['S2 leads epoch 1', 'S3 is frozen and believes it leads epoch 1']],
  [['1 F3', '2 F3', '3 down'],                   ['No leader', 'S1 S2 still follow S3', 'S3 down']],
  [['1 F5', '2 F5', '3 L', '4 F3', '5 L'],       ['S5 leads epoch 1', 'S3 believes it leads epoch 1', 'S4 follows S3']],
  [['1 F3', '2 F3*', '3 L'],                     ['S3 leads epoch 1', 'S2 frozen']],
  [['1 ?2', '2 ?2', '3 o?1'],                    ['No leader', 'S1 S2 elect, round 2', 'S3 looks for a leader']],
  [['1 F3', '2 F3', '3 L', '4 O3 joining'],      ['S3 leads epoch 1', 'S4 joins']],
  [['1 ?1', '2 new', '3 new'],                   ['No leader', 'S1 elects, round 1', 'S2 S3 not started yet']],
  [['1 ?1', '2 new', '3 down'],                  ['No leader', 'S1 elects, round 1', 'S2 not started yet', 'S3 down']],
] as const)('%s', (servers, phrases) => {
  expect(status(...servers)).toEqual(phrases);
});

it('a server that was never started has no disk to keep', () => {
  const [fresh, ended] = [server('1 new'), server('1 down')];
  expect([roleOf(fresh), roleOf(ended)]).toEqual(['NOT STARTED', 'DOWN']);
  expect(beliefOf(fresh, null, { disputed: false }, en)).toEqual({
    line: 'not started yet',
    fact: 'its disk is empty',
  });
  expect(beliefOf(ended, null, { disputed: false }, en).fact).toBe('its disk stays');
});
