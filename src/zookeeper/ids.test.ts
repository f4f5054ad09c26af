import { describe, expect, it } from 'vitest';
import {
  COUNTER_MAX,
  SMALLEST,
  ZXID_NONE,
  type Zxid,
  counterOf,
  epochOf,
  nextZxid,
  parseZxid,
  previousZxid,
  voteNumberText,
  zxidFrom,
  zxidLabel,
  zxidText,
} from './ids.ts';

describe('3 zxids', () => {
  it.each([
    // epoch    counter        text                 label
    [0, 0, '0x0', '0·0'],
    [0, 1, '0x1', '0·1'],
    [5, 0x342, '0x500000342', '5·834'],
    [1, 0, '0x100000000', '1·0'],
    [1, COUNTER_MAX, '0x1ffffffff', '1·4294967295'],
    [2 ** 21 - 1, COUNTER_MAX, '0x1fffffffffffff', '2097151·4294967295'],
  ])('(%d,%d) is %s', (epoch, counter, text, label) => {
    const zxid = zxidFrom(epoch, counter);
    expect([epochOf(zxid), counterOf(zxid)]).toEqual([epoch, counter]);
    expect([zxidText(zxid), zxidLabel(zxid), parseZxid(text)]).toEqual([text, label, zxid]);
    expect(nextZxid(previousZxid(zxid))).toBe(zxid);
  });

  it.each([
    [ZXID_NONE, '0xffffffffffffffff', 'none'],
    [SMALLEST as Zxid, '0x8000000000000000', '−∞'],
  ])('%d is no transaction', (zxid, text, label) => {
    expect([zxidText(zxid), zxidLabel(zxid)]).toEqual([text, label]);
  });

  it.each([
    ['0xffffffffffffffff', ZXID_NONE],
    ['0x', null],
    ['5', null],
    ['0X5', null],
    ['0x5 ', null],
    ['0x20000000000000', null], // epoch 2^21: beyond what a number holds
    ['0x10000000000000000', null],
  ])('%j parses as %j', (text, expected) => {
    expect(parseZxid(text)).toBe(expected);
  });

  it.each([
    [2 ** 21, 0],
    [-1, 0],
    [1, COUNTER_MAX + 1],
    [1, -1],
  ])('(%d,%d) is refused', (epoch, counter) => {
    expect(() => zxidFrom(epoch, counter)).toThrow('fits');
  });

  it('is negative only as none: its epoch is then -1', () => {
    expect(epochOf(ZXID_NONE)).toBe(-1);
  });
});

it('what a non-voter votes with is told as smaller than everything', () => {
  expect([voteNumberText(SMALLEST), voteNumberText(0), voteNumberText(3)]).toEqual(['−∞', '0', '3']);
});
