import { describe, expect, it } from 'vitest';
import type { Epoch } from '../zookeeper/ids.ts';
import { zxidOf, zxidShort } from '../zookeeper/peer/stand-in.ts';
import { NO_PROPOSALS, type Proposals, historyBetween, withEpoch, withProposal } from './proposals.ts';

/** `1 after 0.0: 1.1 1.2` and so on, a leader a line. */
function proposalsOf(...leaders: readonly string[]): Proposals {
  return leaders.reduce((known, line) => {
    const [head = '', tail = ''] = line.split(':');
    const [epoch = '', , after = ''] = head.split(' ');
    const began = withEpoch(known, Number(epoch) as Epoch, zxidOf(after));
    return tail
      .trim()
      .split(' ')
      .filter((text) => text !== '')
      .reduce<Proposals>((all, text) => withProposal(all, zxidOf(text), { type: 'delete', path: `/${text}` }), began);
  }, NO_PROPOSALS);
}

/** 1.3 and 1.4 were left behind; epoch 3 committed nothing, and its leader leads 4 from (3,0). */
const RUN = proposalsOf('1 after 0.0: 1.1 1.2 1.3 1.4', '2 after 1.2: 2.1 2.2', '3 after 2.1:', '4 after 3.0: 4.1');

it('an epoch that begins a second time, or upon itself, changes nothing', () => {
  expect(proposalsOf('1 after 0.0: 1.1', '1 after 0.0: 1.1')).toEqual(proposalsOf('1 after 0.0: 1.1'));
  expect(withEpoch(RUN, 1 as Epoch, zxidOf('1.4'))).toBe(RUN);
  expect(withEpoch(RUN, 5 as Epoch, zxidOf('5.2'))).toBe(RUN);
});

describe('what a transaction stands on', () => {
  it.each([
    // after   up to    history
    ['0.0', '1.4', '1.1 1.2 1.3 1.4'],
    ['0.0', '2.2', '1.1 1.2 2.1 2.2'],
    ['1.2', '4.1', '2.1 4.1'],
    ['1.1', '4.0', '1.2 2.1'],
    ['4.1', '4.1', ''],
    ['4.1', '2.2', ''],
    ['0.0', '9.9', ''], // nobody proposed it: a disk brought it along
  ])('after %s up to %s: %s', (after, upTo, expected) => {
    const history = historyBetween(RUN, zxidOf(after), zxidOf(upTo));
    expect(history.map(({ zxid }) => zxidShort(zxid)).join(' ')).toBe(expected);
    expect(history.every(({ zxid, body }) => body.type === 'delete' && body.path === `/${zxidShort(zxid)}`)).toBe(true);
  });
});
