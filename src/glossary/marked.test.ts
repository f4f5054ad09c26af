import { expect, it } from 'vitest';
import { LESSONS } from '../lessons/lessons.ts';
import type { Language } from '../locales/language.ts';
import { PACKET_FAMILY } from '../zookeeper/packets.ts';
import type { EntryId } from './entries.ts';
import { marked, type Piece } from './marked.ts';

/** Words in brackets, with the entry where it is called otherwise. */
function shown(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) =>
      typeof piece === 'string' ? piece : `[${piece.text}${piece.text === piece.id ? '' : `=${piece.id}`}]`,
    )
    .join('');
}

// oxfmt-ignore
it.each([
  ['the longest that fits',            'S1 reads its transaction log.',           'S1 reads its [transaction log=txnLog].'],
  ['only where it first stands',       'A zxid, then another zxid.',              'A [zxid], then another zxid.'],
  ['at the beginning of a sentence',   'Quorum or not.',                          '[Quorum=quorum] or not.'],
  ['capitals as they are written',     'SYNC, SNAP, Snap',                        '[SYNC=sync], [SNAP], Snap'],
  ['no part of another word',          'un-acked, zxids5, /quorum, tickle',       'un-acked, zxids5, /quorum, tickle'],
  ['beside punctuation',               '(ACK)',                                   '([ACK])'],
  ['nothing at all',                   'Nobody did anything.',                    'Nobody did anything.'],
])('marks %s', (_, text, expected) => {
  expect(shown(marked(text, 'en', new Set()))).toBe(expected);
});

// oxfmt-ignore
it.each([
  ['事务日志里的事务',       '[事务日志=txnLog]里的[事务=txn]'],
  ['写下 currentEpoch。',    '写下 [currentEpoch]。'],
  ['它的选票和 zxid',        '它的[选票=vote]和 [zxid]'],
])('marks %s in Chinese', (text, expected) => {
  expect(shown(marked(text, 'zh', new Set()))).toBe(expected);
});

it('what was marked before is not marked again', () => {
  const seen = new Set<EntryId>();
  marked('A zxid.', 'en', seen);
  expect(shown(marked('The zxid of a vote.', 'en', seen))).toBe('The zxid of a [vote].');
});

it('gives back every letter', () => {
  const text = 'Votes of one round: peerEpoch, zxid, sid; NEWLEADER (or a ACK).';
  const pieces = marked(text, 'en', new Set());
  expect(pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('')).toBe(text);
});

it.each(['en', 'zh'] as const)('defines every packet and state of the engine where it is written in %s', (language) => {
  const words = [...Object.keys(PACKET_FAMILY), 'LOOKING', 'FOLLOWING', 'LEADING', 'OBSERVING'];
  expect(words.filter((word) => typeof marked(word, language, new Set())[0] === 'string')).toEqual([]);
});

function textsIn(language: Language): readonly string[] {
  return LESSONS.flatMap(({ words }) =>
    Object.values(words[language].steps).flatMap(({ says, answer = '', wrong = {} }) => [
      says,
      answer,
      ...Object.values(wrong),
    ]),
  ).filter((text) => text !== '');
}

it.each(['en', 'zh'] as const)('a text of a lesson in %s stays calm', (language) => {
  const all = textsIn(language).map(
    (text) => marked(text, language, new Set()).filter((piece) => typeof piece !== 'string').length,
  );
  const mean = all.reduce((sum, count) => sum + count, 0) / all.length;
  expect(Math.max(...all)).toBeLessThanOrEqual(8);
  expect(mean).toBeGreaterThan(1);
  expect(mean).toBeLessThan(3);
});
